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
enum PairsLayout {
  static let rowWords = 5
  static let rowLength = 8 * rowWords
}

/// Two terms in the order in which they stand, by the offsets of their postings.
struct PairKey: Hashable, Comparable {
  var first: Int
  var second: Int

  init(_ first: TermInfo, _ second: TermInfo) {
    self.init(first: first.postings.lowerBound, second: second.postings.lowerBound)
  }

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// Which pairs are listed. A pair is asked for the more often the more often it stands in the texts;
/// that times what comparing its positions costs, for each byte of its list, tells what it is worth.
struct PairRule: Hashable, Sendable {
  /// Pairs with fewer documents that have both terms, if these were independent, are not listed.
  var fewestCandidates = 16_384
  /// The lists take about this part of what the postings and positions of the field do.
  var share = 1.0 / 18

  static let standard = PairRule()
}
