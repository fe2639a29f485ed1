extension AnalyzerSession {
  /// Cuts parts of a text, where a few of its words are looked for: those that may have them.
  ///
  /// A text of words is parted before each 、 and 。, which are in no word, and no rule looks from one
  /// side of them to the other: its words are those of its clauses.
  ///
  /// - Parameter isWanted: is given the normalized clause.
  /// - Throws: `ICUError`.
  package func forEachClause(
    of text: String, where isWanted: (ArraySlice<UInt8>) -> Bool, _ body: (AnalyzedText) -> Void
  ) throws {
    var whole = AnalyzedText()
    try normalize(text, into: &whole)
    var clause = AnalyzedText()
    guard case .words(_, let segmenter) = steps else {
      guard isWanted(whole.utf8[...]) else { return }
      try analyze(text, into: &clause)
      return body(clause)
    }
    for part in whole.clauses where isWanted(part) {
      clause.clear()
      clause.utf8 += part
      try segmenter.segment(&clause)
      body(clause)
    }
  }
}

extension AnalyzedText {
  fileprivate var clauses: [ArraySlice<UInt8>] {
    var clauses: [ArraySlice<UInt8>] = []
    var start = 0
    for place in utf8.indices.dropLast(2) where utf8[place] == 0xE3 && utf8[place + 1] == 0x80 {
      // The last bytes of 、 and 。.
      guard 0x81...0x82 ~= utf8[place + 2] else { continue }
      clauses.append(utf8[start..<place])
      start = place
    }
    return clauses + [utf8[start...]]
  }
}
