/// A mistake in a file, a schema or a query that its author can fix: one sentence with the place and
/// the remedy.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  package init(description: String) { self.description = description }
}
