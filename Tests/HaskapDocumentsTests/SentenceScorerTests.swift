import Foundation
import HaskapText
import Testing

@testable import HaskapDocuments

@Suite struct SentenceScorerTests {
  private func analyzed(_ text: String) throws -> AnalyzedText {
    var analyzed = AnalyzedText()
    try Analyzer(named: "icu").makeSession().analyze(text, into: &analyzed)
    return analyzed
  }

  private func sentence(_ question: String) throws -> Sentence {
    try Sentence(analyzed(question)) { Double($0.count) }
  }

  @Test func quotedWordsOfHiraganaCount() throws {
    let words = try sentence("「さいかちの道」はどこですか").words.filter(\.isContent)
    #expect(words.map(\.text) == ["さいかち", "道"])
  }

  private func score(_ question: String, _ texts: [String]) throws -> Double {
    try SentenceScorer(sentence(question)).score(texts.map { try analyzed($0).utf8 })
  }

  /// The same sums, sentence by sentence and word by word.
  private func slowScore(_ question: String, _ texts: [String]) throws -> Double {
    let sentence = try sentence(question)
    let words = sentence.distinctWords.filter(\.isContent)
    var neighbors: [String: Double] = [:]
    for (first, second) in zip(sentence.words, sentence.words.dropFirst()) {
      neighbors[first.text + second.text] = min(first.rarity, second.rarity)
    }
    let normal = try texts.map { String(decoding: try analyzed($0).utf8, as: UTF8.self) }
    var (best, pair, hasDate) = (0.0, 0.0, false)
    for text in normal {
      var before: Set<String> = []
      for part in text.split(whereSeparator: { $0 == "。" || $0 == "\n" }) {
        let found = words.filter { part.contains($0.text) }
        let side = neighbors.filter { part.contains($0.key) }
        let sum =
          found.reduce(0) { $0 + $1.rarity * $1.weight }
          + SentenceWeights.neighborsInSentence * side.values.reduce(0, +)
        if sum > best {
          (best, hasDate) = (sum, part.contains(/[0-9一二三四五六七八九十〇](年|月|日|世)/))
        }
        let union = before.union(found.map(\.text))
        pair = max(
          pair, words.filter { union.contains($0.text) }.reduce(0) { $0 + $1.rarity * $1.weight })
        before = Set(found.map(\.text))
      }
    }
    let anywhere = neighbors.filter { near in normal.contains { $0.contains(near.key) } }
    let bytes = normal.reduce(0) { $0 + $1.utf8.count }
    return SentenceWeights.sentence * best + SentenceWeights.sentences * pair
      + SentenceWeights.neighbors * anywhere.values.reduce(0, +)
      + (sentence.asksForDate && hasDate ? SentenceWeights.date : 0)
      + SentenceWeights.length * log(Double(bytes) + 3)
  }

  private static let pieces = [
    "町内会", "清掃", "の", "公園", "で", "2023年", "。", "参加", "ABC", "活動", "\n", "した", "三月", "花",
  ]

  @Test func theOnePassEqualsTheSlowWay() throws {
    var random = SystemRandomNumberGenerator()
    for round in 0..<200 {
      func text(_ count: Int) -> String {
        (0..<count).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
      }
      let question = "町内会の公園の清掃活動はいつ" + (round % 2 == 0 ? "ABC" : "")
      let texts = [text(round % 30), text(round % 7)]
      let (fast, slow) = (try score(question, texts), try slowScore(question, texts))
      #expect(abs(fast - slow) < 1e-9, "\(question): \(texts)")
    }
  }

  @Test func aWordOfTheHeadingAloneCounts() throws {
    let scorer = SentenceScorer(try sentence("町内会の清掃"))
    let heading = try analyzed("町内会").utf8
    let (with, without) = (try analyzed("町内会が清掃する").utf8, try analyzed("それが清掃する").utf8)
    let word = 3 * SentenceWeights.headingAlone
    let gained = scorer.score(headings: [heading], [without]) - scorer.score([heading, without])
    #expect(abs(gained - word) < 1e-9)
    #expect(
      scorer.score(headings: [heading], [with]) == scorer.score([heading, with]),
      "a word that the text has as well counts there")
  }

  @Test func wordsTogetherCountMoreThanApart() throws {
    let question = "町内会が清掃した公園"
    let together = try score(question, ["町内会が公園を清掃した。花を植えた。木を植えた。"])
    let apart = try score(question, ["町内会の花を植えた。木を清掃した。公園を植えた。"])
    #expect(together > apart)
  }
}
