/// A mistake in a file, a schema or a query that its author can fix: one sentence with the place and
/// the remedy.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String
  /// Whether it is one document that is wrong, and those behind it can be read.
  public var isOfOneDocument: Bool

  package init(description: String, isOfOneDocument: Bool = false) {
    (self.description, self.isOfOneDocument) = (description, isOfOneDocument)
  }
}
