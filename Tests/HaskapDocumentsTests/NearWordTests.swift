import HaskapText
import Testing

@testable import HaskapDocuments

@Suite struct NearWordTests {
  private func near(_ word: String, in text: String) throws -> [NearWord] {
    let session = try Analyzer(named: "icu").makeSession()
    var analyzed = AnalyzedText()
    try session.analyze(text, into: &analyzed)
    return NearWord.all(near: Array(word.unicodeScalars), in: analyzed)
  }

  @Test func runsOfWords() throws {
    let found = try near("まちかどミーテング", in: "第三回まちかどミーティングを開く。")
    #expect(found.contains(NearWord(text: "まちかどミーティング", distance: 1)))
    #expect(found.allSatisfy { $0.distance <= 2 })
  }

  /// キー is near to every word of two kana with one of them.
  @Test func shortWordsAreNearToNothing() throws {
    #expect(try near("キー", in: "スキー大会、ケーキ、バー").isEmpty)
    #expect(try near("図書館", in: "図書室").contains(NearWord(text: "図書室", distance: 1)))
  }
}
