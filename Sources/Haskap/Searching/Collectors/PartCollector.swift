/// Takes of the matches those that another query has as well, whatever these would count.
final class PartCollector: MatchCollector {
  private let plan: Plan
  private let facetCollectors: [FacetCollector]
  private let documentCollector: DocumentCollector?
  private var node: (any SearchNode)?
  private var total = 0

  /// - Parameters:
  ///   - facets: of these.
  ///   - documents: these themselves; nil where they are not gathered.
  init(_ plan: Plan, facets: [FacetCollector], documents: DocumentCollector?) {
    (self.plan, facetCollectors, documentCollector) = (plan, facets, documents)
  }

  /// - Parameter builder: of the segment's nodes: a unit that both queries have is looked for once.
  func build(_ builder: NodeBuilder) throws { node = try builder.node(plan) }

  func begin(_ segment: Int) throws {
    for collector in facetCollectors { try collector.begin(segment) }
    documentCollector?.begin(segment)
  }

  func collect(_ window: Window, _ words: Bits.Words) throws {
    guard let node else { return }
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    own.update(from: words, count: window.wordCount)
    try node.narrow(window, own)
    total += Bits.population(own, count: window.wordCount)
    for collector in facetCollectors { try collector.collect(window, own) }
    documentCollector?.collect(window, own)
  }

  /// Adds the segments that follow.
  func add(_ other: PartCollector) throws {
    total += other.total
    for (own, facet) in zip(facetCollectors, other.facetCollectors) { try own.add(facet) }
    if let documents = other.documentCollector { documentCollector?.add(documents) }
  }

  func response() throws -> SearchResponse {
    var response = SearchResponse()
    response.total = total
    response.facets = try facetCollectors.map { try $0.counts() }
    response.documents = documentCollector?.sets
    return response
  }
}
