/// A term and how far others may differ from it.
///
/// The distance is the least number of Unicode scalars that have to be put in, left out or
/// replaced (Levenshtein, 1966); two neighbors in the wrong order count as one as well, unless
/// `transpositions` is false (Damerau, 1964; no scalar is changed again that was moved, "optimal
/// string alignment").
public struct FuzzyTerm: Hashable, Sendable {
  public let term: String
  /// 0, 1 or 2.
  public let distance: Int
  /// So many scalars at the beginning must be as they are.
  public let prefixLength: Int
  public let transpositions: Bool

  /// The farthest that is looked for: beyond it, short words are like nearly all others.
  public static let farthest = 2

  /// - Parameters:
  ///   - term: as the field's analyzer gives it.
  ///   - distance: numbers below 0 count as 0, those above `farthest` as that.
  public init(
    _ term: String, distance: Int = 1, prefixLength: Int = 0, transpositions: Bool = true
  ) {
    self.term = term
    self.distance = min(max(distance, 0), Self.farthest)
    self.prefixLength = max(prefixLength, 0)
    self.transpositions = transpositions
  }
}

extension FuzzyTerm: CustomStringConvertible {
  public var description: String { "\(term)~\(distance)" }
}
