import HaskapText
import Testing

@testable import HaskapDocuments

@Suite struct WholeWordTests {
  /// A run of katakana is one word, and what is only a piece of a word is none.
  @Test(
    arguments: [
      ("ウェンズリーデールの像", ["ウェンズリーデール", "像"]), ("ハスカップ", ["ハスカップ"]), ("どみー", []),
      ("200円", []), ("1月3日", []), ("sの母", ["s", "母"]), ("三", ["三"]), ("", []),
    ] as [(String, [String])])
  func words(text: String, words: [String]) throws {
    var analyzed = AnalyzedText()
    try Analyzer(named: "icu").makeSession().analyze(text, into: &analyzed)
    let found = WholeWord.all(in: analyzed)
    #expect(found.map { analyzed.text(of: $0.span) } == words)
    #expect(
      found.allSatisfy { word in
        analyzed.tokens[word.tokens].map { analyzed.text(of: $0) }.joined()
          == analyzed.text(of: word.span)
      })
  }
}
