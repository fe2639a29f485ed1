/// A segment as the searcher sees it.
struct SearchSegment: Sendable {
  let index: InvertedIndex
  /// The documents that are not deleted; nil when all are.
  let live: LiveDocuments?
  /// Where words are cut in the fields whose grams are kept; nil when there are none.
  var boundaries: Boundaries? = nil

  var liveCount: Int { live?.count ?? index.documentCount }
}

extension SearchSegment {
  init(_ segment: Segment) {
    self.init(
      index: segment.inverted,
      live: segment.deletions.map { LiveDocuments(words: $0.liveWords) },
      boundaries: segment.boundaries)
  }
}
