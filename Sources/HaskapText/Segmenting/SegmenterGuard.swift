/// Compares the fast segmenter with ICU's own on a fixed sample, once a process: another version
/// of ICU may cut by another algorithm, and then ICU cuts everything. A version that whole corpora
/// were compared with is not compared again: ICU's own iterator takes 2 ms to start.
enum SegmenterGuard {
  /// Dictionary words, unknown characters, Katakana of several lengths, and what stands beside.
  static let sample = """
    苫小牧市では、市民と行政が協働してまちづくりを進めます。国立国会図書館、東京都庁、日本国憲法。
    コンピューターとクラウドファンディング、ノーザンホースパーク、カ、サービス。人々、〇八年、々
    とまこまいのひきこもり相談ふれあいサロン魑魅魍魎鷗髙﨑。NPO法人 3.14, 1,234件 don't snake_case a@b.jp
    子どもたちは庭で遊んでいる　すもももももももものうち。令和５年度（２０２３年度）実績：㈱トマト
    """

  /// Nil if ICU cuts as the fast segmenter does; else what to tell the user.
  static let warning: String? = BreakDictionary.isVerified ? nil : difference()

  /// What the comparison finds.
  static func difference() -> String? {
    do {
      let trie = try BreakDictionary.shared.get().trie
      guard try cuts(by: Segmenter(trie)) != cuts(by: Segmenter(nil)) else { return nil }
      return """
        ICU \(icuVersion()) cuts words by another algorithm than the fast segmenter: \
        ICU cuts all text, exactly but several times slower
        """
    } catch {
      return "the fast segmenter is off, ICU cuts all text: \(error)"
    }
  }

  /// The dictionary to cut with; nil if ICU must cut all text.
  static var trie: CharsTrie? {
    warning == nil ? try? BreakDictionary.shared.get().trie : nil
  }

  private static func cuts(by segmenter: Segmenter) throws(ICUError) -> [TokenSpan] {
    var text = AnalyzedText()
    text.utf8 = Array(sample.utf8)
    try segmenter.segment(&text)
    let ends = text.boundaries.offsets.map { TokenSpan(start: UInt32($0), end: UInt32($0)) }
    return text.tokens + ends
  }
}
