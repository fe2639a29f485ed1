/// The sorted terms of one field, front-coded in blocks.
///
/// A block holds up to 16 terms: `length term place info (shared suffixLength suffix info)*`, all
/// numbers varints. `place` is where the postings and positions of its first term begin; those of
/// the next follow directly. `info` is the document frequency, how much more the total frequency
/// is, and the lengths of postings and positions in bytes.
/// An array of 32-bit offsets, one a block and one for the end, is what a look-up bisects.
enum TermDictionaryLayout {
  static let blockLength = 16
  /// Longer terms are cut to so many bytes, those of queries too: a page of memory must hold a term
  /// while an index is built.
  static let maxTermLength = 32_000
}
