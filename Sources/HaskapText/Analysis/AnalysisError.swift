/// Why an analyser or a user dictionary cannot be made. Lines count from 1.
public struct AnalysisError: Error, Equatable, CustomStringConvertible {
  public let description: String

  static func unknownAnalyzer(_ name: String) -> AnalysisError {
    let known = Analyzer.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return AnalysisError(description: "unknown analyser \"\(name)\": expected one of \(known)")
  }
}
