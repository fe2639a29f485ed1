import Testing

@testable import HaskapText

@Suite struct UserDictionaryTests {
  private func tokens(_ text: String, _ words: [UserWord] = []) throws -> [String] {
    var options = Analyzer.Options()
    options.userWords = words
    var result = AnalyzedText()
    try Analyzer(named: "civic", options: options).makeSession().analyze(text, into: &result)
    return result.tokens.map { result.text(of: $0) }
  }

  @Test(arguments: [
    ("市民と行政の協働", ["市民", "と", "行政", "の", "協働"]), ("ひきこもり支援", ["ひきこもり", "支援"]),
    ("とまチョップポイント", ["とまチョップ", "ポイント"]), ("民生委員児童委員", ["民生委員", "児童委員"]),
    ("保護司会", ["保護司会"]), ("不登校", ["不登校"]), ("助成金", ["助成金"]),
  ])
  func civicWordsStayWhole(_ text: String, _ expected: [String]) throws {
    #expect(try tokens(text) == expected)
  }

  @Test func wordsHandedInCountAndChangeTheFingerprint() throws {
    #expect(try tokens("ふくろう文庫", [UserWord("ふくろう文庫")]) == ["ふくろう文庫"])
    var options = Analyzer.Options()
    options.userWords = [UserWord("ふくろう文庫")]
    let plain = try Analyzer(named: "civic").fingerprint
    #expect(try Analyzer(named: "civic", options: options).fingerprint != plain)
  }

  @Test func wordsThatCannotStandInARunAreLeftOut() throws {
    #expect(try tokens("NPO法人", [UserWord("NPO法人")]) == ["npo", "法人"])
  }

  @Test func everyShippedWordIsKept() throws {
    let words = try UserDictionary.civicWords()
    let dictionary = UserDictionary(words)
    #expect(words.count > 50)
    for word in words { #expect(dictionary.cost(of: word.text) != nil, "\(word.text)") }
  }

  @Test func aBadLineIsNamed() {
    #expect(throws: AnalysisError.self) { try UserDictionary.parse("協働\nごみ\t高い") }
    do { _ = try UserDictionary.parse("協働\nごみ\t高い") } catch {
      #expect("\(error)".contains("line 2"))
    }
  }
}
