import Testing

@testable import HaskapCivic
@testable import HaskapText

@Suite struct CivicWordsTests {
  @Test(arguments: [
    ("市民と行政の協働", ["市民", "と", "行政", "の", "協働"]), ("ひきこもり支援", ["ひきこもり", "支援"]),
    ("とまチョップポイント", ["とまチョップ", "ポイント"]), ("民生委員児童委員", ["民生委員", "児童委員"]),
    ("保護司会", ["保護司会"]), ("不登校", ["不登校"]), ("助成金", ["助成金"]),
  ])
  func wordsStayWhole(_ text: String, _ expected: [String]) throws {
    var options = Analyzer.Options()
    options.userWords = try CivicWords.shipped()
    var result = AnalyzedText()
    try Analyzer(named: "japanese", options: options).makeSession().analyze(text, into: &result)
    #expect(result.tokens.map { result.text(of: $0) } == expected)
  }

  @Test func everyShippedWordIsKept() throws {
    let words = try CivicWords.shipped()
    let dictionary = UserDictionary(words)
    #expect(words.count > 50)
    for word in words { #expect(dictionary.cost(of: word.text) != nil, "\(word.text)") }
  }
}
