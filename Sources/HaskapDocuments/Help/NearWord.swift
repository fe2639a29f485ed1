internal import HaskapText

/// What a text has that is spelled nearly like a word: a run of whole words of the analyzer, since a
/// word that was typed may be cut in several.
struct NearWord: Hashable {
  /// Normalized.
  var text: String
  /// How many characters differ.
  var distance: Int

  /// How many characters may differ; nil for words so short that another one is no near one. A sound
  /// may be two katakana: ティ for チ.
  static func limit(of word: [Unicode.Scalar]) -> Int? {
    let isKatakana = String(String.UnicodeScalarView(word)).isKatakana
    return word.count < 3 ? nil : word.count < (isKatakana ? 5 : 6) ? 1 : 2
  }

  static func all(near word: [Unicode.Scalar], in text: AnalyzedText) -> [NearWord] {
    guard let limit = limit(of: word) else { return [] }
    let pieces = TextPieces(text)
    return pieces.indices.flatMap { first -> [NearWord] in
      if let edge = pieces.first(of: first), edge != word.first,
        pieces.isParticle(first)
          || pieces.isJoined(first) && pieces.areOneWord(beside: first - 1, edge: first)
      {
        return []
      }
      var found: [NearWord] = []
      for place in first..<pieces.indices.upperBound {
        // Words with something between them are no run.
        if place > first, !pieces.isJoined(place) { break }
        let run = pieces.scalars(of: first...place)
        if run.count > word.count + limit { break }
        if let edge = pieces.last(of: place), edge != word.last,
          pieces.isParticle(place)
            || pieces.isJoined(place + 1) && pieces.areOneWord(beside: place + 1, edge: place)
        {
          continue
        }
        guard mayBeNear(word, run, limit),
          let distance = EditDistance.whole(word, Array(run), limit: limit), distance > 0
        else { continue }
        found.append(NearWord(text: String(String.UnicodeScalarView(run)), distance: distance))
      }
      return found
    }
  }

  /// Whether no more characters of the word are missing than may differ.
  private static func mayBeNear(
    _ word: [Unicode.Scalar], _ run: ArraySlice<Unicode.Scalar>, _ limit: Int
  ) -> Bool {
    guard word.count - run.count <= limit else { return false }
    var missing = 0
    for scalar in word where !run.contains(scalar) {
      missing += 1
      if missing > limit { return false }
    }
    return true
  }
}
