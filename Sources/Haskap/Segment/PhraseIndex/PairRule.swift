/// Which pairs are listed. A pair is asked for the more often the more often it stands in the texts;
/// that times what comparing its positions costs, for each byte of its list, tells what it is worth.
struct PairRule: Hashable, Sendable {
  /// Pairs with fewer documents that have both terms, if these were independent, are not listed; nil
  /// for one in eight of the segment's documents, within bounds.
  var minCandidates: Int?
  /// The lists take about this part of what the postings and positions of the field do.
  var share = 1.0 / 18

  static let standard = PairRule()

  func minCandidates(of documentCount: Int) -> Int {
    minCandidates ?? min(max(1024, documentCount >> 3), 16_384)
  }
}
