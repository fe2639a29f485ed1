/// Takes of the matches those that another query has as well, whatever these would count.
final class PartCollector: MatchCollector {
  private let plan: Plan
  private let facetCollectors: [FacetCollector]
  private var node: (any SearchNode)?
  private var total = 0

  /// - Parameter facets: of these.
  init(_ plan: Plan, facets: [FacetCollector]) { (self.plan, facetCollectors) = (plan, facets) }

  /// - Parameter builder: of the segment's nodes: a unit that both queries have is looked for once.
  func build(_ builder: NodeBuilder) throws { node = try builder.node(plan) }

  func begin(_ segment: Int) throws {
    for collector in facetCollectors { try collector.begin(segment) }
  }

  func collect(_ window: Window, _ words: Bits.Words) throws {
    guard let node else { return }
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    own.update(from: words, count: window.wordCount)
    try node.narrow(window, own)
    total += Bits.population(own, count: window.wordCount)
    for collector in facetCollectors { try collector.collect(window, own) }
  }

  /// Adds the segments that follow.
  func add(_ other: PartCollector) throws {
    total += other.total
    for (own, facet) in zip(facetCollectors, other.facetCollectors) { try own.add(facet) }
  }

  func response() throws -> SearchResponse {
    var response = SearchResponse()
    response.total = total
    response.facets = try facetCollectors.map { try $0.counts() }
    return response
  }
}
