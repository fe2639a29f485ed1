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
    guard let value = values.first(where: { $0.name == name })?.value else { return nil }
    if let text = value as? String { return FieldText(renderText: text) }
    // What is not there is found out sooner than that it is no list.
    return value as? Bool == false ? nil : value
  }

  func transform(_ name: String) -> Any? { child(named: name) }
}

/// A text as swift-mustache expects it first, before all that a value might be.
struct FieldText: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { false }
}
