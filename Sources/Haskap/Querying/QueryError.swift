/// A query that the index cannot answer.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  public var field: String
  public var problem: String
  public var remedy: String

  public var description: String { "The field '\(field)': \(problem); \(remedy)." }
}
