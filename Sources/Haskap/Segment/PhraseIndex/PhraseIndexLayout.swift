/// Postings of pairs of terms that stand side by side, so that a phrase of two frequent words is a
/// term, and a longer one looks only at the documents of its pairs.
///
/// Comparing positions costs about the same for every document that has both terms, so only pairs
/// of the most frequent terms are worth their bytes; Williams, Zobel and Bahle, "Fast phrase
/// querying with combined indexes" (2004), choose pairs for the same reason. What is not listed is
/// found by positions; a pair that is listed with no documents stands nowhere.
///
/// ```
/// lists  of each pair: postings with frequencies, without positions
/// rows   first second start documents occurrences   u64 each, of each pair
/// ```
/// A term is known by where its postings begin, in the file of postings; `first` and `second` are
/// such offsets, by which the rows are sorted. `start` is the list's offset; it ends where the next
/// begins. A last row holds the end.
enum PhraseIndexLayout {
  static let rowWords = 5
  static let rowLength = 8 * rowWords
}
