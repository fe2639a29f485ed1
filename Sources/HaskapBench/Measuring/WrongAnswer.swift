/// An index that does not hold or find what it was built of: it ends a benchmark.
public struct WrongAnswer: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
