/// A candidate of a phrase, and what is known of it.
struct PhraseMatch {
  /// The positions of the rarest term.
  var first: PositionPlace
  /// Those where the phrase may stand, a bit for each.
  var starts: UInt64
  /// Of the document's length.
  var code: UInt8
  /// Bits of a position above its low byte.
  var width: UInt8
}
