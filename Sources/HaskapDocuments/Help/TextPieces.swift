internal import HaskapText

/// The words that the analyzer has cut a text into, for looking at runs of them.
struct TextPieces {
  private enum Kind { case katakana, kanji, other }

  private struct Piece {
    var token: TokenSpan
    var scalars: Range<Int>
    var kind: Kind
  }

  private var pieces: [Piece] = []
  /// Of all pieces, one after the other.
  private var scalars: [Unicode.Scalar] = []

  init(_ text: AnalyzedText) {
    pieces.reserveCapacity(text.tokens.count)
    scalars.reserveCapacity(text.utf8.count / 2)
    for token in text.tokens {
      let start = scalars.count
      scalars += text.text(of: token).unicodeScalars
      let kind = Self.kind(of: scalars[start...])
      pieces.append(Piece(token: token, scalars: start..<scalars.count, kind: kind))
    }
  }

  private static func kind(of scalars: ArraySlice<Unicode.Scalar>) -> Kind {
    if scalars.allSatisfy({ 0x30A0...0x30FF ~= $0.value }) { return .katakana }
    return scalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value } ? .kanji : .other
  }

  var indices: Range<Int> { pieces.indices }

  func first(of place: Int) -> Unicode.Scalar? { scalars[pieces[place].scalars].first }

  func last(of place: Int) -> Unicode.Scalar? { scalars[pieces[place].scalars].last }

  /// Of pieces that are joined.
  func scalars(of places: ClosedRange<Int>) -> ArraySlice<Unicode.Scalar> {
    scalars[
      pieces[places.lowerBound].scalars.lowerBound..<pieces[places.upperBound].scalars.upperBound]
  }

  /// Whether the text goes on without a cut before a piece.
  func isJoined(_ place: Int) -> Bool {
    indices.contains(place - 1) && indices.contains(place)
      && pieces[place - 1].token.end == pieces[place].token.start
  }

  /// The particle of の祭り was not meant by 港祭り, nor by お祭り.
  func isParticle(_ place: Int) -> Bool {
    pieces[place].scalars.count == 1
      && ("ぁ"..."ゟ").contains(scalars[pieces[place].scalars.lowerBound])
  }

  /// Whether two pieces side by side are cut out of one word: katakana, or a single kanji beside others, as
  /// 渣 of 残渣.
  ///
  /// - Parameter edge: the piece with which a run would begin or end.
  func areOneWord(beside: Int, edge: Int) -> Bool {
    let (beside, edge) = (pieces[beside], pieces[edge])
    guard beside.kind == edge.kind else { return false }
    return edge.kind == .katakana || edge.kind == .kanji && edge.scalars.count == 1
  }
}
