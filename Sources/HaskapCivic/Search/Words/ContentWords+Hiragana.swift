internal import HaskapText

extension ContentWords {
  /// The words of hiragana alone that mean something: runs between particles and letters of other kinds
  /// that are neither the ending of a word of kanji nor end in a word of the grammar. The analyzer may cut
  /// one: お・ばあちゃん, どう・ぶつ.
  static func hiraganaWords(of text: AnalyzedText) -> [String] {
    var runs: [[TokenSpan]] = []
    var last: TokenSpan?
    for token in text.tokens {
      defer { last = token }
      let isJoined = last?.end == token.start
      let isInside = isJoined && last.map { isPart($0, of: text) } == true
      guard isPart(token, of: text) else { continue }
      if isInside { runs[runs.count - 1].append(token) } else { runs.append([token]) }
    }
    return runs.filter { isWord($0, of: text) }.map { run in
      run.reduce(into: "") { $0 += text.text(of: $1) }
    }.uniqued
  }

  private static func isPart(_ token: TokenSpan, of text: AnalyzedText) -> Bool {
    let word = text.text(of: token)
    return isHiragana(word) && !particles.contains(word)
  }

  private static func isWord(_ run: [TokenSpan], of text: AnalyzedText) -> Bool {
    let pieces = run.map { text.text(of: $0) }
    guard let first = run.first, let end = pieces.last, isContent(end),
      pieces.reduce(0, { $0 + $1.count }) >= shortestHiragana,
      pieces.dropFirst().allSatisfy({ $0.count > 1 })
    else { return false }
    let before = text.tokens.last { $0.end == first.start }.map { text.text(of: $0) }
    let isEnding = before.map { $0.unicodeScalars.last?.isKanji == true } ?? false
    return !isEnding && (["どう", "お", "ご"].contains(pieces[0]) || isContent(pieces[0]))
  }

  /// In characters; shorter ones mostly belong to the grammar.
  private static let shortestHiragana = 3
}
