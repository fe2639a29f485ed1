/// The documents of one segment where a unit stands, their scores already computed.
final class UnitNode: SearchNode {
  private let plan: UnitPlan
  private let segment: Int
  private let matches: UnitMatches
  private let scorer: UnitScorer
  private let documentScores: [UInt32]

  /// - Parameter weight: in steps of the grid.
  init(_ plan: UnitPlan, segment: Int, weight: Float) {
    self.plan = plan
    self.segment = segment
    let matches = plan.matches[segment]
    let scorer = UnitScorer(weight: weight, rungCount: plan.rungCount, k1: plan.k1)
    self.matches = matches
    self.scorer = scorer
    documentScores =
      weight > 0
      ? matches.documents.indices.map {
        scorer.score(rung: matches.rungs[$0], sum: matches.sums[$0])
      } : []
  }

  override var cost: Int { matches.documents.count }
  override var scores: Bool { scorer.weight > 0 }
  override var knownCount: Int? { matches.documents.count }

  override func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    ceilings.update(repeating: 0, count: grid.count)
    for (index, document) in matches.documents.enumerated() {
      let window = Int(document) >> grid.bits
      ceilings[window] = max(ceilings[window], scores ? documentScores[index] : 1)
    }
  }

  private func indices(_ window: Window) -> Range<Int> {
    matches.lowerBound(window.start)..<matches.lowerBound(window.end)
  }

  override func narrow(_ window: Window, _ words: Bits.Words) {
    let own = window.scratch.words()
    Bits.clear(own, count: window.wordCount)
    unite(window, into: own)
    Bits.intersect(words, with: own, count: window.wordCount)
    window.scratch.release(own)
  }

  override func unite(_ window: Window, into words: Bits.Words) {
    for index in indices(window) {
      Bits.insert(Int(matches.documents[index]) &- window.start, into: words)
    }
  }

  override func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard scorer.weight > 0 else { return }
    for index in indices(window) {
      let place = Int(matches.documents[index]) &- window.start
      if Bits.contains(place, in: candidates) { scores[place] &+= documentScores[index] }
    }
  }

  override func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let index = matches.lowerBound(Int(document))
    guard index < matches.documents.count, matches.documents[index] == document else { return nil }
    let rung = matches.rungs[index]
    let name = rungName(rung)
    guard scores else { return context.leaf(0, name) }
    let found = try occurrences(in: document)
    let sum = matches.sums[index]
    return context.sum(
      "\(name); in \(plan.documentFrequency) documents",
      [
        context.leaf(
          scorer.base(rung: rung), "rung \(rung + 1) of \(plan.rungCount), the first is the best"),
        context.leaf(
          scorer.saturated(sum),
          "BM25F within the rung: \(found.joined(separator: ", ")); t = \(sum)"
        ),
      ])
  }

  /// 「協働」 inside a word, as it was written.
  private func rungName(_ rung: UInt8) -> String {
    let tier = Int(rung / 4)
    let variants = plan.unit.variants.filter { $0.tier == tier }
      .map { "'\(String(decoding: $0.utf8, as: UTF8.self))'" }
    let name = UnitRung(rawValue: rung % 4)?.explanation ?? ""
    return "\(variants.joined(separator: " or ")) \(name)\(tier > 0 ? ", tier \(tier)" : "")"
  }

  /// How often each variant stands in each field, by rung.
  private func occurrences(in document: UInt32) throws -> [String] {
    var found: [String] = []
    for field in plan.fields {
      for variant in plan.unit.variants {
        let matches = try field.matches(variant, segment: segment, in: document..<document + 1)
        guard let counts = matches.entries.first?.counts else { continue }
        let text = String(decoding: variant.utf8, as: UTF8.self)
        for rung in UnitRung.allCases where counts[rung] > 0 {
          found.append("'\(text)' \(counts[rung]) times \(rung.explanation) in '\(field.name)'")
        }
      }
    }
    return found
  }
}

extension UnitRung {
  /// The rung in the words of an explanation.
  var explanation: String {
    switch self {
    case .aligned: "as whole words"
    case .extended: "at the edge of a longer word"
    case .inside: "inside a word"
    case .across: "across the cuts of words"
    }
  }
}
