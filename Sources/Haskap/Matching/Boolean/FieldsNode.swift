/// One term over several fields, scored as if it stood in one: BM25F (Zaragoza and others,
/// "Microsoft Cambridge at TREC 13", 2004). With `t` the sum over the fields of
/// `weight × frequency / (1 − b + b × length / average)` a document scores `idf × t / (k1 + t)`.
final class FieldsNode: SearchNode {
  /// In the order of the query, so that sums are the same everywhere.
  private let terms: [TermNode]
  private let fields: [UnitField]
  private let weight: Float
  private let k1: Float
  private let union: UnionNode

  /// - Parameters:
  ///   - terms: of each field. Their saturations are `k1 / part`, so that each alone is a ceiling.
  ///   - fields: their parts are for every length's code what one place adds to `t`.
  init(_ terms: [TermNode], fields: [UnitField], weight: Float, k1: Float, _ memory: SearchMemory) {
    self.terms = terms
    self.fields = fields
    self.weight = weight
    self.k1 = k1
    union = UnionNode(terms, minimum: 1, memory)
  }

  var cost: Int { union.cost }
  var scores: Bool { weight > 0 }
  var countsCheaply: Bool { true }

  /// `t / (k1 + t)` of a sum is at most the sum of those of its parts.
  func ceilings(
    _ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>
  ) throws {
    try union.ceilings(grid, into: ceilings)
  }

  func narrow(_ window: Window, _ words: Bits.Words) throws {
    try union.narrow(window, words)
  }

  func unite(_ window: Window, into words: Bits.Words) throws {
    for term in terms { term.unite(window, into: words) }
  }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard weight > 0 else { return }
    let bits = window.scratch.scores()
    let sums = UnsafeMutableRawPointer(bits).assumingMemoryBound(to: Float.self)
    for (term, field) in zip(terms, fields) {
      let part = field.parts
      term.forEachFrequency(window, candidates) { place, document, frequency in
        sums[place] += part[Int(term.scorer.codes[Int(document)])] * Float(frequency)
      }
    }
    Bits.forEach(candidates, count: window.wordCount) { place in
      if sums[place] > 0 { scores[place] &+= score(sums[place]) }
      sums[place] = 0
    }
    window.scratch.release(bits)
  }

  private func score(_ sum: Float) -> UInt32 { roundedToGrid(weight * (sum / (sum + k1))) }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    var sum: Float = 0
    var found: [FoundWord] = []
    for (term, field) in zip(terms, fields) {
      let part = field.parts
      let frequency = term.frequency(in: document)
      guard frequency > 0 else { continue }
      sum += part[Int(term.scorer.codes[Int(document)])] * Float(frequency)
      found.append(context.word(term.text, term.index.fields[term.field].name, frequency))
    }
    guard !found.isEmpty else { return nil }
    let places = found.map { "\($0.count) in '\($0.field)'" }.joined(separator: ", ")
    return context.leaf(
      weight > 0 ? score(sum) : 0, "BM25F: \(places); t = \(sum)", words: found)
  }
}
