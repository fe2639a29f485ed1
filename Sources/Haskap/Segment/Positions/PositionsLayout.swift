/// The positions of one term, block by block like its postings: first the low byte of every
/// position, then a bit string of the rest.
///
/// A position is below its field's length, and the code of the length is at hand: it says how many
/// bits there are above the low byte (`FieldLength.highBits`; none for most passages). So nothing
/// but frequencies and lengths is needed to find a document's positions in a block, and a phrase
/// can compare low bytes sixteen at a time without decoding anything.
enum PositionsLayout {
  /// Bytes behind the last term's positions that vectors may read.
  static let padding = 64
}
