/// What the nodes of a query need to explain themselves.
struct ExplanationContext {
  let scoreGrid: ScoreGrid
  let windows: WindowGrid
  let scratch: SearchScratch

  func window(of document: UInt32) -> Window {
    windows.window(Int(document) >> windows.bits, scratch)
  }

  func leaf(_ sum: UInt32, _ reason: String, words: [FoundWord] = []) -> Explanation {
    Explanation(score: scoreGrid.score(sum), reason: reason, words: words)
  }

  func constant(_ sum: UInt32, _ reason: String) -> Explanation { leaf(sum, reason) }

  func term(
    _ text: [UInt8], field: String, frequency: Int, length: Int, weight: Float,
    documentFrequency: Int?, sum: UInt32
  ) -> Explanation {
    let rarity = documentFrequency.map { ", in \($0) documents of the segment" } ?? ""
    let value = Double(weight) / scoreGrid.steps
    return leaf(
      sum, "BM25 in '\(field)': weight \(value), frequency \(frequency), length \(length)\(rarity)",
      words: [word(text, field, frequency)])
  }

  func word(_ text: [UInt8], _ field: String, _ count: Int) -> FoundWord {
    let textField = Schema.textField(ofGrams: field)
    return FoundWord(
      String(decoding: text, as: UTF8.self), in: textField ?? field,
      rung: textField == nil ? .aligned : .inside, count: count)
  }

  func sum(
    _ reason: String, _ parts: [Explanation], words: [FoundWord] = []
  ) -> Explanation {
    Explanation(
      score: parts.reduce(0) { $0 + $1.score }, reason: reason, kind: .sum, parts: parts,
      words: words)
  }

  func best(_ reason: String, _ parts: [Explanation]) -> Explanation {
    Explanation(
      score: parts.map(\.score).max() ?? 0, reason: reason, kind: .best, parts: parts)
  }
}
