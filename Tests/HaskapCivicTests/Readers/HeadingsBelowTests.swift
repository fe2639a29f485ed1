import HaskapText
import Testing

@testable import HaskapCivic

/// Headings tell of what stands below them, and of nothing above.
@Suite("Headings of what follows") struct HeadingsBelowTests {
  @Test("the name of the next project and the office above it are kept with that alone")
  func headings() throws {
    let text =
      "令和5年度　みどり市　協働事業\n■環境課\n　○花植え\n　　団体名：まちづくり協議会\n　○産川の清掃\n　　団体名：川を愛する会\n■文化財課\n　○館跡の草刈り\n　　団体名：里を守る会\n"
    let records = ReportReader.read(try ReportText(file: "a.txt", bytes: Array(text.utf8))).records
    let holding = { (word: String) in
      records.filter { $0.searchableStrings.contains { $0.contains(word) } }.map(\.name)
    }
    #expect(holding("文化財課") == ["館跡の草刈り"])
    #expect(holding("館跡の草刈り") == ["館跡の草刈り"])
  }

  @Test("the list of a part of a year is of no form that another year's could be compared with")
  func partsOfYears() {
    for title in ["令和5年度上半期　後援事業一覧", "令和5年度　後援事業一覧（4月～9月）", "令和5年度　後援事業一覧（10月末現在）"] {
      #expect(FormWords.ofSection(title) == nil)
    }
    for title in ["令和5年度　後援事業一覧", "令和5年度　後援事業一覧（令和6年4月1日現在）"] {
      #expect(FormWords.ofSection(title) == "後援")
    }
  }
}
