/// A document that does not fit the schema. It is not added; the writer goes on.
public struct DocumentError: Error, Hashable, Sendable {
  public var field: String
  public var expected: String
  public var found: String

  public init(field: String, expected: String, found: String) {
    self.field = field
    self.expected = expected
    self.found = found
  }
}

extension DocumentError: CustomStringConvertible {
  public var description: String {
    "Field '\(field)' of a document: expected \(expected), found \(found); "
      + "mend the document or the schema."
  }
}
