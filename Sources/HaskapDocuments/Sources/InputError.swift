/// A mistake in a file, a schema or a query that its author can fix: one sentence with the place and
/// the remedy.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String
  /// On which line of its file the one document begins that is wrong, from 1; those behind it can be
  /// read. Nil for other mistakes.
  public var line: Int?

  package init(description: String, line: Int? = nil) {
    (self.description, self.line) = (description, line)
  }
}
