/// How many letters differ between two names: insertions, deletions, replacements and swaps of
/// neighbors, each counting one.
public enum EditDistance {
  /// The distance of `query` to the whole of `name`, or nil when it exceeds `limit`.
  ///
  /// Optimal string alignment (Damerau 1964, Wagner and Fischer 1974), three rows.
  public static func whole(
    _ query: [Unicode.Scalar], _ name: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard abs(query.count - name.count) <= limit else { return nil }
    let distance = lastRow(query, name, freeStart: false, limit: limit)?.last
    return distance.flatMap { $0 <= limit ? $0 : nil }
  }

  /// The least distance of `query` to any piece of `name`, or nil when it exceeds `limit`
  /// (Sellers 1980: the match may begin and end anywhere).
  public static func piece(
    _ query: [Unicode.Scalar], in name: [Unicode.Scalar], limit: Int
  ) -> Int? {
    guard name.count + limit >= query.count else { return nil }
    let distance = lastRow(query, name, freeStart: true, limit: limit)?.min()
    return distance.flatMap { $0 <= limit ? $0 : nil }
  }

  /// Parts of a word of which whatever is near it has one: an edit spoils one of them, and to swap two
  /// characters two.
  package static func pieces(of word: [Unicode.Scalar], within limit: Int) -> [String] {
    let count = 2 * limit + 1
    return (0..<count).map { piece in
      let part = word[piece * word.count / count..<(piece + 1) * word.count / count]
      return String(String.UnicodeScalarView(part))
    }
  }

  /// The distances of the whole query to every beginning of the name; nil as soon as all exceed
  /// the limit.
  private static func lastRow(
    _ query: [Unicode.Scalar], _ name: [Unicode.Scalar], freeStart: Bool, limit: Int
  ) -> [Int]? {
    var beforeLast: [Int] = []
    var last = (0...name.count).map { freeStart ? 0 : $0 }
    for (row, letter) in query.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(name.count + 1)
      for (column, other) in name.enumerated() {
        var best = min(last[column + 1], current[column]) + 1
        best = min(best, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == name[column - 1], query[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      if current.allSatisfy({ $0 > limit }) { return nil }
      beforeLast = last
      last = current
    }
    return last
  }
}
