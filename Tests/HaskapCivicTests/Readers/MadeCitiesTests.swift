import HaskapText
import Testing

@testable import HaskapCivic

/// Reports of two made cities, with the answers of a careful reader.
@Suite("Reports of made cities") struct MadeCitiesTests {
  private static func read(_ text: String) throws -> Reading {
    ReportReader.read(try ReportText(file: "report.txt", bytes: Array(text.utf8)))
  }

  private static func dates(_ record: Record) -> [String] {
    record.occurrences.map { occurrence in
      [occurrence.start, occurrence.end].compactMap { $0?.description }.joined(separator: "/")
    }
  }

  private static let minato = """
    みなと市 協働事業実施状況一覧（令和5年度）
    番号\t事業（行事）名\t所属\t相手方の名称\t区分\t実施期日\t参加者数(人)\t備考
    1\t市民ふれあい清掃\t環境課\tみなと市町内会連合会、NPO法人みなと環境ネット\t地縁\tR5.6.4\t320\t雨天順延
    【教育分野】
    2\t科学教室\t生涯学習課\t科学の会\tNPO\t7/29～7/30\t延べ1,204\t
    \t（夏の部）\t\t\t\t\t\t
    3\t朗読会\t〃\t朗読ボランティアこだま ほか3団体\tNPO\t毎月第2火曜日\t15人×12回\t※図書館で開催
    合計\t\t\t\t\t\t1,704\t
    ※参加者数は延べ人数です。

    令和6年度
    番号\t事業（行事）名\t所属\t相手方の名称\t区分\t実施期日\t参加者数(人)\t備考
    1\t市民ふれあい清掃\t環境課\t市社協\t地縁\t6月9日\t250（前年320）\t
    """

  @Test("rows, groups, sums, notes, broken cells and two years in one file")
  func minatoRows() throws {
    let records = try Self.read(Self.minato).records
    #expect(records.map(\.name) == ["市民ふれあい清掃", "科学教室（夏の部）", "朗読会", "市民ふれあい清掃"])
    #expect(records.map(\.departments) == [["環境課"], ["生涯学習課"], ["生涯学習課"], ["環境課"]])
    #expect(
      records.map { $0.organizations.map(\.name) } == [
        ["みなと市町内会連合会", "NPO法人みなと環境ネット"], ["科学の会"], ["朗読ボランティアこだま"], ["市社協"],
      ])
    #expect(
      records.map(Self.dates) == [["2023-06-04"], ["2023-07-29/2023-07-30"], [""], ["2024-06-09"]])
    #expect(records.map(\.totalParticipants) == [320, 1204, 180, 250])
    #expect(records.map(\.fiscalYear) == [2023, 2023, 2023, 2024])
    #expect(records.map(\.section) == [nil, "教育分野", "教育分野", nil])
    #expect(records.allSatisfy { $0.municipality == "みなと市" })
  }

  @Test("what no field holds is kept with the row")
  func minatoRest() throws {
    let records = try Self.read(Self.minato).records
    #expect(records[0].rest.contains("区分：地縁"))
    #expect(records[0].rest.contains("備考：雨天順延"))
    #expect(records[2].rest.contains("合計 1,704"))
    #expect(records[2].rest.contains("※参加者数は延べ人数です。"))
  }

  @Test("a short name means the body of the report's own city")
  func scope() throws {
    let records = try Self.read(Self.minato).records
    let registry = OrganizationRegistry(records: records)
    let council = registry.find("みなと市社会福祉協議会").first?.entity
    #expect(council?.listed.map(\.record) == [3])
    #expect(registry.find("苫小牧市社会福祉協議会").first?.agreement != .exact)
  }

  private static let kohan = """
    <h2>湖畔町 後援名義使用承認一覧（令和6年度）</h2>
    <table>
    <tr><th rowspan="2">担当課</th><th rowspan="2">行事名</th><th rowspan="2">主催者</th><th colspan="2">期間</th><th rowspan="2">入場者数</th><th rowspan="2">承認日</th></tr>
    <tr><th>開始日</th><th>終了日</th></tr>
    <tr><td rowspan="2">文化課</td><td>書道展</td><td>湖畔書道協会</td><td>令6.6.7</td><td>6.9</td><td>約1.2万人</td><td>R6.5.10</td></tr>
    <tr><td>ピアノの夕べ</td><td>音楽教室連絡会</td><td>2024-07-13</td><td>2024-07-13</td><td>240</td><td>R6.5.20</td></tr>
    <tr><td>スポーツ課</td><td><新規>湖畔マラソン</td><td>実行委員会</td><td>45571</td><td>45572</td><td>大人200 子ども120 計320</td><td>R6.8.1</td></tr>
    </table>
    """

  @Test("headings over two rows, merged cells, start and end, serials")
  func kohanRows() throws {
    let records = try Self.read(Self.kohan).records
    #expect(records.map(\.name) == ["書道展", "ピアノの夕べ", "<新規>湖畔マラソン"])
    #expect(records.map(\.departments) == [["文化課"], ["文化課"], ["スポーツ課"]])
    #expect(
      records.map(Self.dates) == [
        ["2024-06-07/2024-06-09"], ["2024-07-13"], ["2024-10-06/2024-10-07"],
      ])
    #expect(records.map(\.totalParticipants) == [12_000, 240, 320])
    #expect(records.map(\.fiscalYear) == [2024, 2024, 2024])
    #expect(records[0].organizations.first?.role == .host)
  }

  @Test("a sheet of labels and values, and a list with forms in brackets")
  func sheetAndList() throws {
    let sheet = """
      協働事業実績報告書

      事　業　名　　　河川清掃と水質調査
      団体名　　　NPO法人清流の会
      担当課　　　環境課
      実施日　　　令和5年6月4日（日）
      参加者数　　120人
      成果　　　　ごみ1.2トンを回収した。
      """
    let record = try #require(try Self.read(sheet).records.first { $0.layout == .table })
    #expect(record.name == "河川清掃と水質調査")
    #expect(record.departments == ["環境課"])
    #expect(Self.dates(record) == ["2023-06-04"])
    #expect(record.totalParticipants == 120)
    #expect(record.fiscalYear == 2023)
    let list = "令和5年度 後援等事業\n1 市民マラソン（共催）\n2 音楽祭（後援）\n"
    #expect(try Self.read(list).records.map(\.name) == ["市民マラソン", "音楽祭"])
  }
}
