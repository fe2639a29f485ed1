/// A schema that cannot be, or a schema that is not the one of the index.
public struct SchemaError: Error, Hashable, Sendable {
  public var field: String
  public var problem: String
  public var remedy: String

  public init(field: String, problem: String, remedy: String) {
    self.field = field
    self.problem = problem
    self.remedy = remedy
  }
}

extension SchemaError: CustomStringConvertible {
  public var description: String {
    field.isEmpty
      ? "In the schema \(problem); \(remedy)." : "Field '\(field)': \(problem); \(remedy)."
  }
}
