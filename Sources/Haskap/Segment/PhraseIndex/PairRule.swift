/// Which pairs are listed. A pair is asked for the more often the more often it stands in the texts;
/// that times what comparing its positions costs, for each byte of its list, tells what it is worth.
struct PairRule: Hashable, Sendable {
  /// PhraseIndex with fewer documents that have both terms, if these were independent, are not listed.
  var minCandidates = 16_384
  /// The lists take about this part of what the postings and positions of the field do.
  var share = 1.0 / 18

  static let standard = PairRule()
}
