/// The documents of a unit that has been measured: nothing is read any more.
final class MeasuredUnitNode: SearchNode {
  private let measures: UnitMeasures
  private let points: [UInt32]
  /// Makes the node that looks the unit up, which can tell where it stands.
  private let makeExplaining: () throws -> SubstringNode

  init(
    _ measures: UnitMeasures, _ scorer: UnitScorer,
    explaining: @escaping () throws -> SubstringNode
  ) {
    (self.measures, makeExplaining) = (measures, explaining)
    points = scorer.weight > 0 ? measures.scores(scorer) : []
  }

  var cost: Int { measures.cost }
  var scores: Bool { !points.isEmpty }
  var countsCheaply: Bool { false }
  var scoresCheaply: Bool { true }

  func ceilings(_ grid: WindowGrid, into ceilings: UnsafeMutablePointer<UInt32>) {
    measures.ceilings(grid, of: points, into: ceilings)
  }

  func narrow(_ window: Window, _ words: Bits.Words) { measures.narrow(window, words) }

  func score(_ window: Window, _ candidates: Bits.Words, into scores: Scores) {
    guard !points.isEmpty else { return }
    measures.forEach(window, candidates) { scores[$0] &+= points[$1] }
  }

  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    try makeExplaining().explain(document, context)
  }
}
