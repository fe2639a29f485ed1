/// The sorted terms of one field, front-coded in blocks.
///
/// A block holds up to 16 terms: `length term place info (shared suffixLength suffix info)*`, all
/// numbers varints. `place` is where the postings and positions of its first term begin; those of
/// the next follow directly. `info` is the document frequency, how much more the total frequency
/// is, and the lengths of postings and positions in bytes.
/// An array of 32-bit offsets, one a block and one for the end, is what a look-up bisects.
enum TermDictionaryLayout {
  static let blockLength = 16
}

/// What the dictionary says of a term.
struct TermInfo: Hashable, Sendable {
  /// Documents that have it.
  var documentFrequency = 0
  /// Places where it stands.
  var totalFrequency = 0
  /// Offsets in the file of postings.
  var postings = 0..<0
  /// Offsets in the file of positions; empty when the field has none.
  var positions = 0..<0
}

/// Where the dictionary of a field lies in its file.
struct TermDictionaryPlace: Hashable, Sendable {
  /// Offset of the first block.
  var start = 0
  /// Offset of the array of block offsets, which are counted from `start`.
  var index = 0
  var blockCount = 0
  var termCount = 0
}
