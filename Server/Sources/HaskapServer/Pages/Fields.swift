/// What a template is given: texts, flags, lists, and such tables again. They are few, so a name is
/// compared with one after the other.
struct Fields: ExpressibleByDictionaryLiteral {
  private var values: [(name: String, value: any TemplateValue)]

  init(dictionaryLiteral elements: (String, any TemplateValue)...) { values = elements }

  subscript(name: String) -> (any TemplateValue)? {
    for field in values where field.name == name { return field.value }
    return nil
  }

  /// The same with others behind them.
  func with(_ others: Fields) -> Fields {
    var all = self
    all.values += others.values
    return all
  }
}

/// What a template writes, or writes a section of.
protocol TemplateValue {
  var text: String { get }
  /// Whether a section of it is written.
  var isThere: Bool { get }
  /// Calls `body` with each thing of which a section is written.
  ///
  /// - Parameter outer: what the section is in.
  func forEach(in outer: any TemplateValue, _ body: (any TemplateValue) -> Void)
}

extension TemplateValue {
  var text: String { "" }
  var isThere: Bool { true }
  func forEach(in outer: any TemplateValue, _ body: (any TemplateValue) -> Void) { body(self) }
}

extension Fields: TemplateValue {}

extension String: TemplateValue {
  var text: String { self }
}

extension Int: TemplateValue {
  var text: String { String(self) }
}

/// A section of it is of what is around.
extension Bool: TemplateValue {
  var isThere: Bool { self }
  func forEach(in outer: any TemplateValue, _ body: (any TemplateValue) -> Void) {
    if self { body(outer) }
  }
}

extension Array: TemplateValue where Element: TemplateValue {
  var isThere: Bool { !isEmpty }
  func forEach(in outer: any TemplateValue, _ body: (any TemplateValue) -> Void) {
    for one in self { body(one) }
  }
}
