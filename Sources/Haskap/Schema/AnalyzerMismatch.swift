/// The index was built by an analyzer that cuts otherwise than this machine's, so that words of
/// queries would not be the words of the index.
public struct AnalyzerMismatch: Error, Hashable, Sendable {
  /// The folder of the index.
  public var path: String
  public var analyzer: String
  /// The fingerprint of the analyzer that the index was built by.
  public var built: String
  /// The fingerprint of the analyzer of this process.
  public var present: String
}

extension AnalyzerMismatch: CustomStringConvertible {
  public var description: String {
    "The index '\(path)' was built by analyzer '\(analyzer)' as '\(built)', but here it is "
      + "'\(present)'; build the index again from its documents."
  }
}
