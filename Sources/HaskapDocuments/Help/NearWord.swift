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
    let pieces = text.tokens.map { Piece($0, Array(text.text(of: $0).unicodeScalars)) }
    /// Whether the text goes on without a cut between two pieces.
    func isJoined(_ place: Int) -> Bool {
      pieces.indices.contains(place - 1) && pieces.indices.contains(place)
        && pieces[place - 1].token.end == pieces[place].token.start
    }
    return pieces.indices.flatMap { first -> [NearWord] in
      if let edge = pieces[first].scalars.first, edge != word.first,
        pieces[first].isParticle
          || isJoined(first) && areOneWord(pieces[first - 1], pieces[first])
      {
        return []
      }
      var run: [Unicode.Scalar] = []
      var found: [NearWord] = []
      for place in first..<pieces.count {
        // Words with something between them are no run.
        if place > first, !isJoined(place) { break }
        run += pieces[place].scalars
        if run.count > word.count + limit { break }
        if let edge = pieces[place].scalars.last, edge != word.last,
          pieces[place].isParticle
            || isJoined(place + 1) && areOneWord(pieces[place + 1], pieces[place])
        {
          continue
        }
        guard let distance = EditDistance.whole(word, run, limit: limit), distance > 0 else {
          continue
        }
        found.append(NearWord(text: String(String.UnicodeScalarView(run)), distance: distance))
      }
      return found
    }
  }

  private struct Piece {
    let token: TokenSpan
    let scalars: [Unicode.Scalar]
    let isKatakana: Bool
    let isKanji: Bool

    init(_ token: TokenSpan, _ scalars: [Unicode.Scalar]) {
      (self.token, self.scalars) = (token, scalars)
      isKanji = scalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
      isKatakana = !isKanji && String(String.UnicodeScalarView(scalars)).isKatakana
    }

    /// The particle of の祭り was not meant by 港祭り, nor by お祭り.
    var isParticle: Bool { scalars.count == 1 && ("ぁ"..."ゟ").contains(scalars[0]) }
  }

  /// Whether two pieces side by side are cut out of one word: katakana, or a single kanji beside others, as
  /// 渣 of 残渣.
  ///
  /// - Parameter edge: the piece with which a run would begin or end.
  private static func areOneWord(_ beside: Piece, _ edge: Piece) -> Bool {
    beside.isKatakana && edge.isKatakana
      || edge.scalars.count == 1 && beside.isKanji && edge.isKanji
  }
}
