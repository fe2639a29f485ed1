/// A segment as the searcher sees it.
final class SearchSegment: Sendable {
  let index: InvertedIndex
  /// The documents that are not deleted; nil when all are.
  let live: LiveDocuments?
  /// Where words are cut in the fields whose grams are kept; nil when there are none.
  let boundaries: Boundaries?

  init(index: InvertedIndex, live: LiveDocuments?, boundaries: Boundaries? = nil) {
    (self.index, self.live, self.boundaries) = (index, live, boundaries)
  }

  var liveCount: Int { live?.count ?? index.documentCount }
}

extension SearchSegment {
  convenience init(_ segment: Segment) {
    self.init(
      index: segment.inverted,
      live: segment.deletions.map { LiveDocuments(words: $0.liveWords) },
      boundaries: segment.boundaries)
  }
}
