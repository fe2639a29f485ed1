public import Haskap

/// Whether patterns fit a term, told in the plainest way.
public enum OraclePatterns {
  public static func fits(_ pattern: WildcardPattern, _ term: String) -> Bool {
    fits(pattern.elements[...], Array(term.unicodeScalars)[...])
  }

  private static func fits(
    _ pattern: ArraySlice<WildcardPattern.Element>, _ term: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    switch pattern.first {
    case nil: term.isEmpty
    case .run:
      fits(pattern.dropFirst(), term) || !term.isEmpty && fits(pattern, term.dropFirst())
    case .one: !term.isEmpty && fits(pattern.dropFirst(), term.dropFirst())
    case .scalar(let scalar):
      term.first == scalar && fits(pattern.dropFirst(), term.dropFirst())
    }
  }

  /// The distance to a term; nil where it is too far, or the beginning differs.
  public static func distance(_ fuzzy: FuzzyTerm, _ term: String) -> Int? {
    let (left, right) = (Array(fuzzy.term.unicodeScalars), Array(term.unicodeScalars))
    let exact = min(fuzzy.prefixLength, left.count)
    guard right.starts(with: left[..<exact]) else { return nil }
    let distance = edits(
      Array(left[exact...]), Array(right[exact...]), transpositions: fuzzy.transpositions)
    return distance <= fuzzy.distance ? distance : nil
  }

  /// Wagner and Fischer's table, with the row for transpositions.
  private static func edits(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], transpositions: Bool
  ) -> Int {
    var table = (0...left.count).map { row in (0...right.count).map { row == 0 ? $0 : row } }
    for row in 0..<left.count {
      for column in 0..<right.count {
        var least = min(table[row][column + 1], table[row + 1][column]) + 1
        least = min(least, table[row][column] + (left[row] == right[column] ? 0 : 1))
        if transpositions, row > 0, column > 0, left[row] == right[column - 1],
          left[row - 1] == right[column]
        {
          least = min(least, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = least
      }
    }
    return table[left.count][right.count]
  }

  public static func holds(_ range: TermRange, _ term: [UInt8]) -> Bool {
    let isAbove =
      switch range.lower {
      case .open: true
      case .including(let end): term == end || end.lexicographicallyPrecedes(term)
      case .excluding(let end): end.lexicographicallyPrecedes(term)
      }
    let isBelow =
      switch range.upper {
      case .open: true
      case .including(let end): term == end || term.lexicographicallyPrecedes(end)
      case .excluding(let end): term.lexicographicallyPrecedes(end)
      }
    return isAbove && isBelow
  }
}

/// What patterns made of tokens before: the same few stand in all documents.
final class KnownDistances {
  private var distances: [Query: [String: Int?]] = [:]

  func distance(_ query: Query, _ token: String, _ compute: () -> Int?) -> Int? {
    if let known = distances[query]?[token] { return known }
    let distance = compute()
    distances[query, default: [:]][token] = .some(distance)
    return distance
  }
}
