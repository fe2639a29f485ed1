import HaskapTestSupport
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

  /// What is as near as a word may be is found in a text, and nothing that is farther.
  @Test(arguments: ["まちかど", "まちかどミーティング", "abcdef"]) func textsWithNearWords(word: String) {
    let scalars = Array(word.unicodeScalars)
    let limit = NearWord.limit(of: scalars) ?? 0
    let pieces = EditDistance.pieces(of: scalars, within: limit)
    #expect(pieces.joined() == word && !pieces.contains(""))
    let texts = NearTexts(scalars, within: limit)
    var random = SplitMix(seed: 5)
    var count = 0
    for _ in 0..<2000 {
      var edited = scalars
      for _ in 0..<Int.random(in: 0...limit + 2, using: &random) {
        let place = Int.random(in: 1..<edited.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: edited[place] = "x"
        case 1: edited.remove(at: place)
        case 2: edited.insert("x", at: place)
        default: edited.swapAt(place - 1, place)
        }
      }
      let text = Array("町の".unicodeScalars) + edited + Array("で、".unicodeScalars)
      let isNear = EditDistance.piece(scalars, in: text, limit: limit) != nil
      let utf8 = Array(String(String.UnicodeScalarView(text)).utf8)
      #expect(texts.has(in: utf8[...]) == isNear, "\(String(decoding: utf8, as: UTF8.self))")
      count += isNear ? 1 : 0
    }
    #expect(100..<1900 ~= count)
  }

  /// A particle and a half word are none: the text of 食料支援 has no 料支援.
  @Test(arguments: [
    ("お弁当", "この日の弁当", "の弁当"), ("燃料支援", "食料支援", "料支援"),
    ("ベビーカー", "ソーシャルワーカー", "ルワーカー"), ("給食費", "給食残渣", "給食残"),
  ])
  func nothingIsCutOut(_ word: String, _ text: String, _ piece: String) throws {
    #expect(try !near(word, in: text).map(\.text).contains(piece))
  }

  /// キー is near to every word of two kana with one of them.
  @Test func shortWordsAreNearToNothing() throws {
    #expect(try near("キー", in: "スキー大会、ケーキ、バー").isEmpty)
    #expect(try near("図書館", in: "図書室").contains(NearWord(text: "図書室", distance: 1)))
  }
}
