/// Why an analyser cannot be made.
public struct AnalysisError: Error, Equatable, CustomStringConvertible {
  public let description: String

  static func unknownAnalyzer(_ name: String) -> AnalysisError {
    let known = Analyzer.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return AnalysisError(description: "unknown analyser \"\(name)\": expected one of \(known)")
  }
}
