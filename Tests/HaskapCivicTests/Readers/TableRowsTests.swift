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

  /// A merged cell is another thing: it has no number of its own, or `〃` says so.
  @Test("a row with a number of its own has no name of the row above")
  func namelessRow() throws {
    let text = """
      令和5年度
      No.\t事業名\t担当課\t関係団体\t参加人数
      1\t読書会\t生涯学習課\t本の会\t10人
      2\t\t環境課\t花の会\t30人
      3\t〃\t環境課\t花の会\t40人
      \t\t環境課\t緑の会\t50人
      """
    let reading = ReportReader.read(try ReportText(file: "a.tsv", bytes: Array(text.utf8)))
    #expect(reading.records.count { $0.name == "読書会" } == 1)
    #expect(reading.rowsUnread > 0)
    #expect(reading.warnings.contains { $0.line == 4 && $0.message.contains("名称のない行です") })
  }

  @Test("what a row has too little or too much of is told")
  func misplacedCells() throws {
    let text = """
      令和5年度
      No.\t事業名\t担当課\t関係団体\t実施日\t参加人数
      1\t清掃\t環境課\t緑の会\t令和5年6月4日\t10人
      2\t花壇\t環境課\t浜の会\t令和5年6月99日\t20人
      3\t読書会\t学習課\t本の会\t令和5年6月6日\t30人\t余分
      4\t短い行
      5\t写真展\t学習課\t？？？\t令和5年6月7日\t40人
      合計\t\t\t\t\t100人
      6\t囲碁\t学習課\t碁の会\t令和5年6月8日\t50人
      """
    let reading = ReportReader.read(try ReportText(file: "a.tsv", bytes: Array(text.utf8)))
    #expect(
      reading.warnings.map { "\($0.line): \($0.message)" } == [
        "5: 見出しより多いセルがあります: 余分", "6: 名称のほかに何も記されていない行です", "7: 関係団体「？？？」を読み取れませんでした",
      ])
    #expect([reading.rows, reading.rowsPartlyRead, reading.rowsUnread] == [6, 4, 0])
    #expect([reading.sums, reading.notes, reading.continuations] == [1, 0, 0])
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

  /// What heads the next record is not kept with the one above: a search for it would find both.
  @Test(
    arguments: [
      "■文化財課\n○草刈り\n　団体名：里の会\n　実施日：6月4日", "★草刈り\n＜団体＞里の会\n＜日時＞6月4日\n＜参加＞8人",
      "2 終了した事業\n事業名\t団体名\t実施日\n草刈り\t里の会\t6月4日",
    ])
  func headsOfTheNext(_ next: String) throws {
    let first = next.replacing("草刈り", with: "花植え").replacing("里の会", with: "花の会")
      .replacing("2 終了した", with: "1 交付した").replacing("文化財課", with: "環境課")
    let text = "令和5年度　上田市　協働事業\n\(first)\n\(next)\n"
    let report = try ReportText(file: "report.txt", bytes: Array(text.utf8))
    let records = ReportReader.read(report).records.filter { $0.layout == .table }
    #expect(records.map(\.name) == ["花植え", "草刈り"])
    let told = records.map { $0.searchableStrings.joined(separator: "\n") }
    for head in ["文化財課", "草刈り", "終了した事業"] where next.contains(head) {
      #expect(told.map { $0.contains(head) } == [false, true], "\(head): \(told)")
    }
    for head in ["環境課", "花植え", "交付した事業"] where first.contains(head) {
      #expect(told.map { $0.contains(head) } == [true, false], "\(head): \(told)")
    }
  }
}
