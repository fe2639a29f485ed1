/// One segment would hold more than its format has numbers for. Segments that are merged by
/// themselves stay far below; it takes one document or one memory budget of gigabytes.
public enum SegmentLimitError: Error, Hashable, Sendable {
  /// The word boundaries of a field take 4 GiB.
  case boundaries
  /// The positions of a term take 4 GiB.
  case positions
  /// The postings of a term take 4 GiB.
  case postings
  /// The terms of a field take 4 GiB.
  case terms
}

extension SegmentLimitError: CustomStringConvertible {
  public var description: String {
    let what =
      switch self {
      case .boundaries: "the text of a field has"
      case .positions: "the positions of a term have"
      case .postings: "the postings of a term have"
      case .terms: "the terms of a field have"
      }
    return "A segment cannot be written: \(what) more than 4 GiB; "
      + "use a smaller memory budget, or commit more often."
  }
}
