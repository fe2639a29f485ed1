import Mustache

/// What a template is given: texts, flags, lists, and such tables again.
///
/// They are few, so a name is compared with one after the other. Templates write `label(.)` and not
/// `.label` for a field of what they are at: both mean the same, but of the first swift-mustache
/// need not take the name apart, nor find out what kind of thing has it, which took most of a page.
struct Fields: ExpressibleByDictionaryLiteral {
  private var values: [(name: String, value: Any)]

  init(dictionaryLiteral elements: (String, Any)...) { values = elements }

  /// The same with others behind them.
  func with(_ others: Fields) -> Fields {
    var all = self
    all.values += others.values
    return all
  }
}

extension Fields: MustacheParent, MustacheTransformable {
  func child(named name: String) -> Any? {
    for field in values where field.name == name {
      return (field.value as? String).map(FieldText.init) ?? field.value
    }
    return nil
  }

  func transform(_ name: String) -> Any? { child(named: name) }
}

/// A text as swift-mustache expects it first, before all that a value might be.
struct FieldText: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { false }
}

extension Wording: MustacheParent {
  func child(named name: String) -> Any? { texts[name].map(FieldText.init) }
}
