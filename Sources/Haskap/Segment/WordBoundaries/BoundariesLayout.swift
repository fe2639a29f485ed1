/// The word boundaries of every text whose grams are kept: a bit for each position of a gram, and
/// one for the end of the text, set where the segmenter cuts.
///
/// ```
/// bits        of each document: those of its values one after the other, filled up to a byte
/// starts      u32 × (documents + 1)  where each document's bits begin, in bytes from the first's
/// ```
/// field by field, and then a table of the fields (`BoundariesRow`), which the body ends with.
///
/// A text of `n` scalars has `n` grams and `n + 1` bits. The next value's grams begin one position
/// later than the last one's end, and so do its bits: position and bit have the same number.
enum BoundariesLayout {
  /// Bytes behind the last bits that a load of 64 bits may read.
  static let padding = 8
}
