internal import Haskap
internal import HaskapQuery
internal import HaskapText

/// Words that the analyzer cuts inside what was typed: 花いっぱい for 花いっ, ハスカップ for ハスカ. No term of
/// the index begins so, and the texts themselves are read.
extension Suggester {
  /// - Parameter known: what is found already, normalized.
  func cutWords(_ typed: TypedPrefix, besides known: Set<String>) throws -> [Suggestion] {
    var counts: [String: Int] = [:]
    var analyzed = AnalyzedText()
    for spelling in typed.spellings where spelling.unicodeScalars.count > 1 {
      let query = try interpreter.exactQuery(.phrase(spelling))
      let table = PhraseTable([spelling])
      try texts.forEach(of: query) { _, text in
        try session.normalize(text, into: &analyzed)
        guard table.hasPhrase(in: analyzed.utf8) else { return }
        try session.analyze(text, into: &analyzed)
        for word in Self.words(in: analyzed, beginningWith: Array(spelling.utf8)) {
          counts[word, default: 0] += 1
        }
      }
    }
    return counts.compactMap { word, count in
      guard !known.contains(word), let fit = typed.fit(word) else { return nil }
      return Suggestion(text: word, kind: .word, reading: fit.reading, count: count)
    }
  }

  /// From where a word begins so to the end of the word in which the beginning ends; where both end
  /// together, to the end of the next one as well.
  private static func words(
    in text: AnalyzedText, beginningWith beginning: [UInt8]
  ) -> Set<String> {
    var words: Set<String> = []
    let tokens = text.tokens
    for first in tokens.indices {
      let start = Int(tokens[first].start)
      let end = start + beginning.count
      guard Int(tokens[first].end) < end, text.utf8[start...].starts(with: beginning),
        let last = tokens[first...].firstIndex(where: { Int($0.end) >= end })
      else { continue }
      var ends = [last]
      let next = last + 1
      if Int(tokens[last].end) == end, next < tokens.count, Int(tokens[next].start) == end,
        !text.text(of: tokens[next]).unicodeScalars.allSatisfy({ ("ぁ"..."ゟ").contains($0) })
      {
        ends.append(next)
      }
      for last in ends where Int(tokens[last].end) - start <= longestOffer {
        words.insert(text.text(of: TokenSpan(start: tokens[first].start, end: tokens[last].end)))
      }
    }
    return words
  }
}
