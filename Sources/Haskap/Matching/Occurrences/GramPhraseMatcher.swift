/// A string of three characters and more: grams that overlap, at given distances.
///
/// Documents that have all grams are found first, as sets of bits; in these the positions of as few
/// grams as cover the string are compared, the rarest with one other after the other.
final class GramPhraseMatcher: SubstringMatcher {
  private let documents: IntersectionNode
  private let rarest: TermNode
  /// The grams that cover the string.
  private let covering: [(node: TermNode, place: Int)]
  /// Of the positions, which most forms of a long text are never asked for.
  private var known: PhraseMatcher?

  /// - Parameter term: makes the node of a gram.
  init(_ grams: GramCover, _ term: (TermInfo) throws -> TermNode) throws {
    let covering = try grams.covering.map { (node: try term($0.info), place: $0.place) }
    let filters = try grams.filters.map(term)
    let nodes = covering.map(\.node) + filters
    documents = IntersectionNode(nodes, nodes[0].memory)
    rarest = nodes.dropFirst().reduce(nodes[0]) { $1.cost < $0.cost ? $1 : $0 }
    self.covering = covering
  }

  private func matcher() throws -> PhraseMatcher {
    if let known { return known }
    let terms = try covering.sorted { $0.node.info.totalFrequency < $1.node.info.totalFrequency }
      .map { try PhraseTerm($0.node, offset: UInt32($0.place)) }
    let made = PhraseMatcher(
      terms, untied: terms.count, bounds: FrequencyBounds(rarest.scorer, rarest.memory))
    known = made
    return made
  }

  var cost: Int { documents.cost }
  var knownCount: Int? { nil }

  /// No gram occurs less often than the string. Where one is so rare that bounds are not stored, all
  /// its documents are as good as any.
  func ceilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    if rarest.isScoredWhole {
      let most = Impact.ceiling(UInt16(Impact.maximum), weight: weight, relaxation: 1)
      rarest.mark(grid, by: most, into: ceilings)
    } else {
      leastCeilings(of: covering.map(\.node), grid, weight: weight, into: ceilings)
    }
  }

  func mayMatch(_ window: Window) -> Bool { rarest.mayMatch(window) }

  func narrow(
    _ window: Window, _ words: Bits.Words, into frequencies: UnsafeMutablePointer<UInt32>?
  ) throws {
    try documents.narrow(window, words)
    if Bits.isEmpty(words, count: window.wordCount) { return }
    try matcher().match(window, words, into: frequencies)
  }

  func begin(_ window: Window, _ wanted: Bits.Words) throws {
    try matcher().begin(window, reading: wanted)
  }

  func read(into batch: inout OccurrenceBatch) throws -> Bool {
    try matcher().read(into: &batch)
  }
}
