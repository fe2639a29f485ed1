extension SubstringNode {
  func explain(_ document: UInt32, _ context: ExplanationContext) throws -> Explanation? {
    let window = context.window(of: document)
    let words = window.scratch.words()
    defer { window.scratch.release(words) }
    Bits.clear(words, count: window.wordCount)
    let place = Int(document) - window.start
    Bits.insert(place, into: words)
    try matching.narrow(window, words, counting: true)
    guard Bits.contains(place, in: words) else { return nil }
    var (rung, sum) = (UInt8.max, Float(0))
    try matching.measure(window, words) { (_, rung, sum) = ($0, $1, $2) }
    guard scores else { return context.leaf(0, name(ofRung: rung)) }
    let found = try occurrences(window, words)
    return context.sum(
      "\(name(ofRung: rung)); in about \(plan.documentFrequency) documents",
      [
        context.leaf(
          scorer.base(rung: rung), "rung \(rung + 1) of \(plan.rungCount), the first is the best"),
        context.leaf(
          scorer.saturated(sum),
          "BM25F within the rung: \(found.map(\.sentence).joined(separator: ", ")); t = \(sum)"
        ),
      ], words: found)
  }

  /// 「協働」 inside a word, as it was written.
  private func name(ofRung rung: UInt8) -> String {
    let tier = Int(rung / 4)
    let variants = plan.unit.variants.filter { $0.tier == tier }
      .map { "'\(String(decoding: $0.utf8, as: UTF8.self))'" }
    let name = UnitRung(rawValue: rung % 4)?.explanation ?? ""
    return "\(variants.joined(separator: " or ")) \(name)\(tier > 0 ? ", tier \(tier)" : "")"
  }

  /// How often each variant occurs in each field, by rung.
  private func occurrences(_ window: Window, _ words: Bits.Words) throws -> [FoundWord] {
    var found: [FoundWord] = []
    for cell in matching.cells {
      let own = window.scratch.words()
      defer { window.scratch.release(own) }
      own.update(from: words, count: window.wordCount)
      Bits.intersect(own, with: cell.matches, count: window.wordCount)
      var counts = RungCounts()
      try cell.forEachCount(window, own) { counts.add($1) }
      let text = String(decoding: cell.variant.utf8, as: UTF8.self)
      for rung in UnitRung.allCases where counts[rung] > 0 {
        found.append(
          FoundWord(
            text, in: cell.field.name, rung: rung, count: counts[rung],
            isTyped: cell.variant.tier == 0))
      }
    }
    return found
  }
}

extension FoundWord {
  fileprivate var sentence: String {
    "'\(text)' \(count) times \(rung.explanation) in '\(field)'"
  }
}

extension UnitRung {
  /// The rung in the words of an explanation.
  fileprivate var explanation: String {
    switch self {
    case .aligned: "as whole words"
    case .extended: "at the edge of a longer word"
    case .inside: "inside a word"
    case .across: "across the cuts of words"
    }
  }
}
