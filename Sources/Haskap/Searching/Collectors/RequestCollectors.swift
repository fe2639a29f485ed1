/// The collectors that a request needs beside that of the best hits.
struct RequestCollectors {
  private let facetCollectors: [FacetCollector]
  private let sortCollector: SortCollector?
  private let documentCollector: DocumentCollector?
  private let partCollector: PartCollector?
  let all: [any MatchCollector]

  /// - Parameters:
  ///   - end: how many hits are wanted, those left out included.
  ///   - part: what is told of the matches that it has as well; nil where nobody asks.
  init(_ request: SearchRequest, end: Int, _ searcher: Searcher, part: Plan?) throws {
    facetCollectors = try request.facets.map { FacetCollector(try searcher.column($0)) }
    sortCollector = try request.sort.map {
      SortCollector(try searcher.column($0.field), descending: $0.isDescending, limit: end)
    }
    func gathering() -> DocumentCollector? {
      request.gathersDocuments
        ? DocumentCollector(searcher.segments.map(\.index.documentCount)) : nil
    }
    documentCollector = gathering()
    partCollector = try part.map {
      PartCollector(
        $0, facets: try request.facets.map { FacetCollector(try searcher.column($0)) },
        documents: gathering())
    }
    var all: [any MatchCollector] = facetCollectors
    if let sortCollector { all.append(sortCollector) }
    if let documentCollector { all.append(documentCollector) }
    if let partCollector { all.append(partCollector) }
    self.all = all
  }

  /// - Parameter builder: of the segment's nodes.
  func begin(_ segment: Int, _ builder: NodeBuilder) throws {
    try partCollector?.build(builder)
    for collector in all { try collector.begin(segment) }
  }

  /// Adds what those of the segments that follow have taken.
  func add(_ other: RequestCollectors) throws {
    for (own, facet) in zip(facetCollectors, other.facetCollectors) { try own.add(facet) }
    if let sorted = other.sortCollector { try sortCollector?.add(sorted) }
    if let documents = other.documentCollector { documentCollector?.add(documents) }
    if let part = other.partCollector { try partCollector?.add(part) }
  }

  var facets: [[FacetCount]] { get throws { try facetCollectors.map { try $0.counts() } } }
  /// Nil when the hits are not sorted by a column.
  var sorted: [Hit]? { get throws { try sortCollector?.hits() } }
  var documents: DocumentSets? { documentCollector?.sets }
  var part: SearchResponse? { get throws { try partCollector?.response() } }
}
