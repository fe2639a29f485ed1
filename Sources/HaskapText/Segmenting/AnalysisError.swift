/// Why an analyzer or a user dictionary cannot be made. Lines count from 1.
public struct AnalysisError: Error, Equatable, CustomStringConvertible {
  public let description: String
}
