import Testing

@testable import HaskapCivic

@Suite("Lines of plain text that lack their first cell") struct RowsBelowTests {
  private func reading(_ text: String) throws -> Reading {
    ReportReader.read(try ReportText(file: "a.txt", bytes: Array(text.utf8)))
  }

  @Test("what may be a row of its own, or go on with the one above, is read in part")
  func mayBeTwo() throws {
    let reading = try reading(
      """
      令和5年度 後援事業一覧表（湖畔町）

      No.   行事名                   主催団体               期日
      1     市民音楽祭               湖畔町音楽連盟         R5.10.1
            前夜祭                   合唱連盟
      2     湖畔のまち子ども将棋大会  日本将棋連盟湖畔町支部  令和6年1月7日
      """)
    #expect(reading.rows == 2)
    #expect(reading.rowsPartlyRead == 1)
    #expect(reading.warnings.map(\.line) == [4])
  }

  @Test("a cell that its column's end broke goes on")
  func goesOn() throws {
    let reading = try reading(
      """
      令和5年度 後援事業一覧表（湖畔町）

      No.   行事名              主催団体              期日
      1     湖畔のまち市民音    湖畔町音楽連盟        R5.10.1
            楽祭
      2     子ども将棋大会      日本将棋連盟湖畔支    令和6年1月7日
                                部
      """)
    #expect(reading.records.map(\.name) == ["湖畔のまち市民音楽祭", "子ども将棋大会"])
    #expect(reading.rowsPartlyRead == 0)
  }

  @Test("a line alone below headings makes lines alone the names of groups")
  func groups() throws {
    let reading = try reading(
      """
      令和5年度 協働事業一覧

      事業名              担当課        実施団体              実施日
      環境
      海岸清掃            環境課        海の会                令和5年6月4日
      福祉
      ふれあい昼食会      福祉課        食堂の会              令和5年9月3日
      """)
    #expect(reading.records.map(\.name) == ["海岸清掃", "ふれあい昼食会"])
    #expect(reading.records.map(\.section) == ["環境", "福祉"])
  }
}
