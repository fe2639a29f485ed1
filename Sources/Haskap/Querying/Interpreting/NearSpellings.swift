/// Patterns that fit all texts within one or two edits of a word, for fields whose grams are kept:
/// 講?会 fits 講集会. An edit replaces, leaves out or puts in a scalar, or swaps two neighbors.
enum NearSpellings {
  /// Longer words have too many patterns; at each distance.
  private static let longest = [1: 24, 2: 6]
  /// Shorter words are like nearly all others once one of their scalars is open.
  private static let shortest = 3

  /// Nil for words that are too long.
  static func patterns(of word: [Unicode.Scalar], distance: Int) -> [WildcardPattern]? {
    guard word.count <= longest[distance] ?? 0 else { return nil }
    let whole = word.map { WildcardPattern.Element.scalar($0) }
    var found: [[WildcardPattern.Element]] = [whole]
    for _ in 0..<distance { found += found.flatMap(edits) }
    let few = found.filter { fixed($0) >= min(2, word.count) }
    var seen: Set<WildcardPattern> = []
    return few.map { WildcardPattern(open($0)) }.filter { seen.insert($0).inserted }
  }

  private static func fixed(_ elements: [WildcardPattern.Element]) -> Int {
    elements.count { $0 != .one }
  }

  private static func edits(_ word: [WildcardPattern.Element]) -> [[WildcardPattern.Element]] {
    guard word.count >= shortest else {
      return word.indices.dropFirst().map { Array(word[..<$0]) + [.one] + Array(word[$0...]) }
    }
    return word.indices.flatMap { place -> [[WildcardPattern.Element]] in
      let (before, behind) = (Array(word[..<place]), Array(word[(place + 1)...]))
      let forms = [before + [.one] + behind, before + behind]
      guard place > 0 else { return forms }
      var swapped = word
      swapped.swapAt(place - 1, place)
      return forms + [before + [.one, word[place]] + behind, swapped]
    }
  }

  /// Without open scalars at the ends, which ask for nothing.
  private static func open(
    _ elements: [WildcardPattern.Element]
  ) -> [WildcardPattern.Element] {
    let inner = elements.drop { $0 == .one }
    return Array(inner.prefix(upTo: (inner.lastIndex { $0 != .one } ?? inner.startIndex - 1) + 1))
  }
}
