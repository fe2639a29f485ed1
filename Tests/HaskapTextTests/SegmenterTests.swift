import Testing

@testable import HaskapText

@Suite struct SegmenterTests {
  /// What both ways make of a text that is taken as it is, without normalization.
  private struct Pair {
    let fast: Segmenter
    let icu = Segmenter(nil)
    var text = AnalyzedText()
    var oracle = AnalyzedText()

    init(longestRun: Int = ShortestPath.longestRun) throws {
      fast = Segmenter(try BreakDictionary.shared.get().trie, longestRun: longestRun)
    }

    /// True if boundaries and words agree.
    mutating func agree(on string: String) throws -> Bool {
      text.utf8 = Array(string.utf8)
      text.tokens = []
      oracle.utf8 = text.utf8
      oracle.tokens = []
      try fast.segment(&text)
      try icu.segment(&oracle)
      return text.tokens == oracle.tokens
        && text.boundaries.offsets == oracle.boundaries.offsets
    }
  }

  @Test func equalsICUOnRandomText() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var random = RandomText(seed: seed)
    var pair = try Pair()
    for _ in 0..<20_000 {
      let text = random.string(length: Int.random(in: 0...30, using: &random.generator))
      #expect(
        try pair.agree(on: text),
        "seed \(seed): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  /// The words of a text are those of its clauses.
  @Test func clausesHaveAllWords() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var random = RandomText(seed: seed)
    func isAny(_: ArraySlice<UInt8>) -> Bool { true }
    for name in ["icu", "keyword", "whitespace"] {
      let session = try Analyzer(named: name).makeSession()
      for _ in 0..<5_000 {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random.generator) {
          text += random.string(length: Int.random(in: 0...9, using: &random.generator))
          text += ["、", "。", "｡", "､、", ""].randomElement(using: &random.generator)!
        }
        var whole = AnalyzedText()
        try session.analyze(text, into: &whole)
        var words: [String] = []
        try session.forEachClause(of: text, where: isAny) { clause in
          words += clause.tokens.map { clause.text(of: $0) }
        }
        #expect(words == whole.tokens.map { whole.text(of: $0) }, "seed \(seed): \(text)")
      }
    }
  }

  /// Every string of up to five characters over one of each kind that a rule tells apart.
  @Test func equalsICUOnEveryShortMixtureOfKinds() throws {
    let alphabet: [Character] = [
      "a", "1", "_", ".", "'", ",", ":", "\"", " ", "\n", "\r", "、", "ア", "ー", "の", "東", "\u{301}",
      "\u{200D}",
    ]
    var pair = try Pair()
    func check(_ prefix: String, _ left: Int) throws {
      for character in alphabet {
        let text = prefix + String(character)
        #expect(try pair.agree(on: text), "\(text.unicodeScalars.map(\.value))")
        if left > 1 { try check(text, left - 1) }
      }
    }
    try check("", 4)
  }

  @Test func equalsICUOnLongRuns() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var generator = SplitMix(seed: seed)
    let words = ["東京", "都", "に", "行く", "カタカナ", "ー", "の", "協働", "ノーザンホースパーク", "々", "日本国憲法"]
    var pair = try Pair()
    for length in [100, 5_000, 60_000] {
      let text = (0..<length).map { _ in words.randomElement(using: &generator)! }.joined()
      #expect(try pair.agree(on: text), "seed \(seed)")
    }
    let katakana = String(repeating: "ア", count: 25)
    for length in 1...25 { #expect(try pair.agree(on: "の" + katakana.prefix(length) + "は")) }
  }

  /// The reports and paragraphs beside the checkout, where they are there.
  @Test(.enabled(if: SharedText.isThere, "../shared is absent"))
  func equalsICUOnReports() throws {
    var pair = try Pair()
    for text in SharedText.reports() {
      #expect(try pair.agree(on: text))
      for line in text.split(separator: "\n") { #expect(try pair.agree(on: String(line))) }
    }
  }

  @Test func runsLongerThanTheLimitGoToICU() throws {
    var pair = try Pair(longestRun: 64)
    for length in 60...70 {
      let run = String(repeating: "東京都の町", count: length).prefix(length)
      #expect(try pair.agree(on: "東京、\(run)。\(run)ア\(run)a東京"), "\(length)")
    }
    #expect(try pair.agree(on: String(repeating: "東京都", count: 1000)))
  }
}

@Suite struct SegmenterGuardTests {
  @Test func thisICUCutsAsTheFastSegmenterDoes() {
    #expect(SegmenterGuard.warning == nil)
    #expect(SegmenterGuard.trie != nil)
    #expect(SegmenterGuard.difference() == nil)
  }

  /// What is remembered of known dictionaries is what reading the whole one gives.
  @Test func knownChecksum() throws {
    let dictionary = try BreakDictionary.shared.get()
    #expect(BreakDictionary.checksum == BreakDictionary.checksum(of: dictionary.bytes))
  }
}
