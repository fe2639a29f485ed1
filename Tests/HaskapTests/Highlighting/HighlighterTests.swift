import HaskapTestSupport
import HaskapText
import Testing

@testable import Haskap

@Suite struct HighlighterTests {
  private func snippet(_ text: String, _ words: [String], columns: Int) -> Snippet {
    var matches: [TextMatch] = []
    for (term, word) in words.enumerated() {
      let bytes = Array(text.utf8)
      let wanted = Array(word.utf8)
      for start in 0..<max(0, bytes.count - wanted.count + 1)
      where bytes[start..<start + wanted.count].elementsEqual(wanted) {
        matches.append(TextMatch(start..<start + wanted.count, term: term))
      }
    }
    return Highlighter(columns: columns).snippet(of: text, matches: matches)
  }

  private func shown(_ snippet: Snippet) -> String { snippet.marked { "[\($0)]" } }

  @Test func wholeTextWhenItFits() {
    #expect(shown(snippet("町内会の清掃", ["清掃"], columns: 12)) == "町内会の[清掃]")
    #expect(shown(snippet("町内会", [], columns: 12)) == "町内会")
    #expect(shown(snippet("", ["清掃"], columns: 12)) == "")
    #expect(shown(snippet("一\n二\t三", [], columns: 12)) == "一 二 三")
  }

  @Test func windowWithTheMostTerms() {
    let text = "清掃清掃清掃の後に長い説明が続き、最後に町内会の清掃がある"
    #expect(shown(snippet(text, ["清掃", "町内会"], columns: 22)) == "…後に[町内会]の[清掃]があ…")
  }

  @Test func wholeSentences() {
    let text = "前の文がある。町内会で清掃した。その後で何かがあったと書いてある"
    #expect(shown(snippet(text, ["清掃"], columns: 24)) == "…町内会で[清掃]した。…")
    #expect(shown(snippet(text, ["清掃"], columns: 34)) == "前の文がある。町内会で[清掃]した。…")
    #expect(shown(snippet(text, ["町内会"], columns: 44)) == "前の文がある。[町内会]で清掃した。…")
    // Beside a short one a part of the next.
    #expect(shown(snippet("晴れた。" + text, ["晴"], columns: 20)) == "[晴]れた。前の文があ…")
    // No sentence ends inside a quotation or a number.
    let quoted = "「清掃した。」と町内会が言った。1．目的を3.5倍の参加者に伝えたのだった。"
    #expect(shown(snippet(quoted, ["清掃"], columns: 34)) == "「[清掃]した。」と町内会が言った。…")
  }

  @Test func theEndOfALongSentence() {
    let text = "町内会の人が大勢で朝の早くから集まって、道を清掃した。後で何かがあったと書いてある"
    #expect(shown(snippet(text, ["清掃"], columns: 24)) == "…まって、道を[清掃]した。…")
  }

  /// A sentence that fits is shown whole, characters are never cut, and what is marked is what was
  /// found.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func sentencesOfRandomTexts(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let letters = Array("町内会aの、か\u{3099}👨‍👩‍👧‍👦e\u{301}ｶﾞ①")
    for _ in 0..<200 {
      let sentences = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        let length = Int.random(in: 0...20, using: &random)
        return String((0..<length).compactMap { _ in letters.randomElement(using: &random) }) + "。"
      }
      let place = Int.random(in: 0..<sentences.count, using: &random)
      let wanted = "清掃" + sentences[place]
      let text = (sentences[..<place] + [wanted] + sentences[(place + 1)...]).joined()
      let columns = Int.random(in: 6...60, using: &random)
      let snippet = snippet(text, ["清掃"], columns: columns)
      let shown = snippet.parts.map(\.text).joined()
      #expect(DisplayWidth.of(snippet.text) <= columns, "seed \(seed): \(text)")
      #expect(Array(text).contains(Array(shown)), "seed \(seed): \(text)")
      #expect(snippet.parts.filter(\.isMarked).map(\.text) == ["清掃"], "seed \(seed): \(text)")
      let fits = DisplayWidth.of(wanted) <= columns - 2
      #expect(!fits || shown.contains(wanted), "seed \(seed), \(columns): \(text)")
    }
  }

  @Test func roomAtTheEndIsUsed() {
    let text = "あいうえおかきくけこさしすせそ清掃"
    #expect(shown(snippet(text, ["清掃"], columns: 16)) == "…さしすせそ[清掃]")
  }

  @Test func noMatchShowsTheBeginning() {
    #expect(shown(snippet("あいうえおかきくけこ", [], columns: 12)) == "あいうえお…")
  }

  @Test func matchWiderThanTheWindow() {
    #expect(
      shown(snippet("あいうえおかきくけこ", ["いうえおかきくけ"], columns: 10)) == "…[いうえお]…")
  }

  /// A family emoji and a kana with a combining mark are one character each.
  @Test func charactersAreNotCut() {
    let family = "👨‍👩‍👧‍👦"
    let text = "\(family)が\(family)か\u{3099}る\(family)"
    for columns in 4...16 {
      let snippet = snippet(text, ["か"], columns: columns)
      #expect(snippet.parts.map(\.text).joined().allSatisfy { text.contains($0) })
      #expect(DisplayWidth.of(snippet.text) <= columns)
    }
    #expect(shown(snippet(text, ["\u{3099}"], columns: 40)).contains("[か\u{3099}]"))
  }

  @Test func widthIsKeptOnRandomText() {
    var random = SplitMix(seed: 11)
    let letters = Array("町内会aあ。\n①ｱe\u{301}")
    for _ in 0..<300 {
      let text = String((0..<80).compactMap { _ in letters.randomElement(using: &random) })
      let columns = Int.random(in: 4...60, using: &random)
      let snippet = snippet(text, ["町内", "会a", "あ"], columns: columns)
      #expect(DisplayWidth.of(snippet.text) <= max(columns, 4), "\(text)")
      let whole = String(text.map { $0.isNewline ? " " : $0 })
      #expect(whole.contains(snippet.parts.map(\.text).joined()), "\(text)")
    }
  }

  @Test func rangesOutsideTheTextAreLeftOut() {
    let matches = [TextMatch(-1..<2), TextMatch(0..<99), TextMatch(3..<3), TextMatch(3..<6)]
    #expect(shown(Highlighter().snippet(of: "町内会", matches: matches)) == "町[内]会")
  }
}
