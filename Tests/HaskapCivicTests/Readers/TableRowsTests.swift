import Testing

@testable import HaskapCivic

/// Which rows are sums or headings, and what blank cells say.
@Suite("Rows of tables") struct TableRowsTests {
  @Test(
    "a name that begins as a sum is one",
    arguments: [",", "\t"])
  func sums(separator: String) throws {
    let text = """
      令和5年度 協働事業実施状況
      No.,事業名,主催者,担当課,参加人数
      1,計量教室,甲会,観光課,10人
      2,合計残高勉強会,乙会,観光課,20人
      3,総計画策定会議,丙会,観光課,30人
      4,小計画展,丁会,観光課,40人
      5,合計特殊出生率を考える講演会,戊会,健康課,50人
      6,合計,己会,観光課,60人
      ,合計（6件）,,,210人
      """.replacing(",", with: separator)
    let report = try ReportText(
      file: separator == "," ? "report.csv" : "report.txt", bytes: Array(text.utf8))
    let records = ReportReader.read(report).records
    #expect(
      records.map(\.name) == [
        "計量教室", "合計残高勉強会", "総計画策定会議", "小計画展", "合計特殊出生率を考える講演会", "合計",
      ])
    #expect(records.map(\.number) == [1, 2, 3, 4, 5, 6])
  }

  @Test(
    "sums",
    arguments: [
      "合計", "合　計", "【合計】", "合計（8件）", "総計 12事業", "計", "計 5件", "小計：3団体、40人", "環境課 計", "合計人数", "4月計",
    ])
  func sum(cell: String) { #expect(SumWord.matches(cell)) }

  @Test("no sums", arguments: ["合計特殊出生率を考える講演会", "総計画策定会議", "小計画展", "計測人数", "計画相談会", "統計"])
  func noSum(cell: String) { #expect(!SumWord.matches(cell)) }

  @Test("an office that a blank cell takes from the row above is marked")
  func inherited() throws {
    let text = "令和5年度\nNo.,事業名,主催者,担当課\n1,海まつり,甲会,観光課\n2,川まつり,乙会,\n"
    let report = try ReportText(file: "report.csv", bytes: Array(text.utf8))
    let records = ReportReader.read(report).records
    #expect(records.map(\.departments) == [["観光課"], ["観光課"]])
    #expect(records.map { $0.notes.map(\.field) } == [[], ["departments"]])
  }

  @Test("nor are rows headings whose values are words of headings")
  func headings() throws {
    let text = """
      令和5年度 協働事業実施状況
      事業名,内容,主催者
      料理講習会,内容,町内会
      健康教室,釣り方を教えた。,学校
      実施区分研究会,備考,団体
      """
    let report = try ReportText(file: "report.csv", bytes: Array(text.utf8))
    let records = ReportReader.read(report).records
    #expect(records.map(\.name) == ["料理講習会", "健康教室", "実施区分研究会"])
    #expect(records.map { $0.organizations.map(\.name) } == [["町内会"], ["学校"], ["団体"]])
  }
}
