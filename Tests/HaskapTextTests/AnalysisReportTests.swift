import Testing

@testable import HaskapText

@Suite struct AnalysisReportTests {
  @Test func tellsEveryStep() throws {
    var options = Analyzer.Options()
    options.userWords = [UserWord("協働")]
    let report = try Analyzer(named: "japanese", options: options).report(on: "㈱協働カフェ、１２")
    #expect(report.normalized == "(株)協働カフェ、12")
    #expect(report.changes.map(\.original) == ["㈱", "１", "２"])
    #expect(report.changes.map(\.normalized) == ["(株)", "1", "2"])
    #expect(report.pieces.map(\.text) == ["(", "株", ")", "協働", "カフェ", "、", "12"])
    #expect(report.pieces.map(\.isWord) == [false, true, false, true, true, false, true])
    let word = report.pieces[3]
    #expect(word.origin == .userDictionary && word.cost == 60)
    #expect((word.start, word.end) == (5, 11))
    #expect((word.originalStart, word.originalEnd) == (3, 9))
    #expect(report.pieces[6].origin == .icuRules)
    #expect((report.pieces[6].originalStart, report.pieces[6].originalEnd) == (21, 27))
  }

  @Test func tellsWhereAWordComesFrom() throws {
    func origin(_ text: String) throws -> [AnalysisReport.Origin] {
      try Analyzer(named: "icu").report(on: text).pieces.map(\.origin)
    }
    #expect(try origin("図書館") == [.icuDictionary])
    #expect(try origin("ノーザンホース") == [.katakanaRule])
    #expect(try origin("嵭") == [.unknownCharacter])
    #expect(try origin("abc") == [.icuRules])
  }
}
