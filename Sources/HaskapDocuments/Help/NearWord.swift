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

  /// Parts of a word of which whatever is near it has one: an edit spoils one of them, and to swap
  /// two characters two.
  static func pieces(of word: [Unicode.Scalar], within limit: Int) -> [String] {
    let count = 2 * limit + 1
    return (0..<count).map { piece in
      let part = word[piece * word.count / count..<(piece + 1) * word.count / count]
      return String(String.UnicodeScalarView(part))
    }
  }

  static func all(near word: [Unicode.Scalar], in text: AnalyzedText) -> [NearWord] {
    guard let limit = limit(of: word) else { return [] }
    let pieces = text.tokens.map { token in
      (token: token, scalars: Array(text.text(of: token).unicodeScalars))
    }
    /// Whether the text goes on without a cut between two pieces.
    func isJoined(_ place: Int) -> Bool {
      pieces.indices.contains(place - 1) && pieces.indices.contains(place)
        && pieces[place - 1].token.end == pieces[place].token.start
    }
    return pieces.indices.flatMap { first -> [NearWord] in
      if let edge = pieces[first].scalars.first, edge != word.first,
        isParticle(pieces[first].scalars)
          || isJoined(first) && areOneWord(pieces[first - 1].scalars, pieces[first].scalars)
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
          isParticle(pieces[place].scalars)
            || isJoined(place + 1)
              && areOneWord(pieces[place + 1].scalars, pieces[place].scalars)
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

  /// The particle of の祭り was not meant by 港祭り, nor by お祭り.
  private static func isParticle(_ piece: [Unicode.Scalar]) -> Bool {
    piece.count == 1 && isHiragana(piece[0])
  }

  /// Whether two pieces side by side are cut out of one word: katakana, or a single kanji beside others, as
  /// 渣 of 残渣.
  ///
  /// - Parameter edge: the piece with which a run would begin or end.
  private static func areOneWord(_ beside: [Unicode.Scalar], _ edge: [Unicode.Scalar]) -> Bool {
    let texts = [beside, edge].map { String(String.UnicodeScalarView($0)) }
    return texts.allSatisfy(\.isKatakana)
      || edge.count == 1 && (beside + edge).allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }

  private static func isHiragana(_ scalar: Unicode.Scalar) -> Bool { ("ぁ"..."ゟ").contains(scalar) }
}
