/// What the nodes of a query need to explain themselves.
struct ExplanationContext {
  let scoreGrid: ScoreGrid
  let windows: WindowGrid
  let scratch: SearchScratch

  func window(of document: UInt32) -> Window {
    windows.window(Int(document) >> windows.bits, scratch)
  }

  func leaf(_ sum: UInt32, _ reason: String) -> Explanation {
    Explanation(score: scoreGrid.score(sum), reason: reason, parts: [])
  }

  func constant(_ sum: UInt32, _ reason: String) -> Explanation { leaf(sum, reason) }

  func term(
    field: String, frequency: Int, length: Int, weight: Float, documentFrequency: Int?, sum: UInt32
  ) -> Explanation {
    let rarity = documentFrequency.map { ", in \($0) documents of the segment" } ?? ""
    let value = Double(weight) / scoreGrid.steps
    return leaf(
      sum, "BM25 in '\(field)': weight \(value), frequency \(frequency), length \(length)\(rarity)")
  }

  func sum(_ reason: String, _ parts: [Explanation]) -> Explanation {
    Explanation(score: parts.reduce(0) { $0 + $1.score }, reason: reason, parts: parts)
  }

  func best(_ reason: String, _ parts: [Explanation]) -> Explanation {
    Explanation(score: parts.map(\.score).max() ?? 0, reason: reason, parts: parts)
  }
}
