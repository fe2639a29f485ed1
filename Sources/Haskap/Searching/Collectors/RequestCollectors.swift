/// The collectors that a request needs beside that of the best hits.
struct RequestCollectors {
  private let facetCollectors: [FacetCollector]
  private let sortCollector: SortCollector?
  private let documentCollector: DocumentCollector?
  let all: [any MatchCollector]

  /// - Parameter end: how many hits are wanted, those left out included.
  init(_ request: SearchRequest, end: Int, _ searcher: Searcher) throws {
    facetCollectors = try request.facets.map { FacetCollector(try searcher.column($0)) }
    sortCollector = try request.sort.map {
      SortCollector(try searcher.column($0.field), descending: $0.isDescending, limit: end)
    }
    documentCollector =
      request.gathersDocuments
      ? DocumentCollector(searcher.segments.map(\.index.documentCount)) : nil
    var all: [any MatchCollector] = facetCollectors
    if let sortCollector { all.append(sortCollector) }
    if let documentCollector { all.append(documentCollector) }
    self.all = all
  }

  func begin(_ segment: Int) throws {
    for collector in all { try collector.begin(segment) }
  }

  var facets: [[FacetCount]] { get throws { try facetCollectors.map { try $0.counts() } } }
  /// Nil when the hits are not sorted by a column.
  var sorted: [Hit]? { get throws { try sortCollector?.hits() } }
  var documents: DocumentSets? { documentCollector?.sets }
}
