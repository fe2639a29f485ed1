import HaskapText
import Testing

@testable import HaskapCivic

/// A link to a record that was kept leads to that record, whatever else of its report has changed.
@Suite("Citations") struct CitationTests {
  private static let rows = [
    "1\t花火大会\t観光課\t共催\t港の会\t令和5年8月5日、令和5年8月9日\t300人",
    "2\t公園の清掃\t環境課\t共催\t清流の会\t令和5年6月3日\t30人",
    "3\t公園の清掃\t緑化課\t共催\t花の会\t令和5年7月3日\t20人",
    "4\t第2回 市民ふれあい清掃と緑化のつどい\t環境課\t後援\t清流の会\t令和5年6月4日\t10人",
  ]

  private static func records(
    _ rows: [String], above: [String] = [], file: String = "kyodo-2023.txt"
  ) throws -> [Record] {
    let lines =
      ["中原市 協働事業実施状況（令和5年度）"] + above
      + ["No.\t事業名\t担当課\t協働の形態\t関係団体\t実施日\t参加人数"] + rows
    let text = try ReportText(file: file, bytes: Array(lines.joined(separator: "\n").utf8))
    return ReportReader.read(text).records
  }

  /// By name and department, which no test changes.
  private static func ids(_ records: [Record]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: records.map { ("\($0.name) \($0.departments)", $0.id ?? "") })
  }

  @Test func theyAreShortAndEachItsOwn() throws {
    let ids = try Self.records(Self.rows).compactMap(\.id)
    #expect(ids.count == Self.rows.count && Set(ids).count == ids.count)
    #expect(ids[0].wholeMatch(of: #/kyodo-2023/花火大会-[0-9a-z]{4}/#) != nil, "\(ids)")
    #expect(ids.allSatisfy { $0.count <= 30 })
  }

  @Test func othersStayWhereALineIsAddedAndACellIsMended() throws {
    let old = try Self.ids(Self.records(Self.rows))
    let above = "0\t雪まつり\t観光課\t共催\t港の会\t令和5年4月5日\t300人"
    let mended = Self.rows.map { $0.replacing("30人", with: "31人").replacing("港の会", with: "港会") }
    for rows in [
      [above] + Self.rows, mended, Self.rows.reversed(), Array(Self.rows.dropFirst()),
    ] {
      let new = try Self.ids(Self.records(rows, above: ["", "まとめ"]))
      for (name, id) in new where old[name] != nil {
        // Of two that are called alike the first alone has no more than their name.
        guard !name.hasPrefix("公園") else { continue }
        #expect(id == old[name], "\(name)")
      }
      #expect(Set(new.values).count == new.count)
    }
    let signs = try Self.ids(Self.records(Self.rows.map { $0.replacing("第2回 市民", with: "第2回・市民") }))
    #expect(signs.values.sorted() == old.values.sorted())
  }

  /// Of several rows of one name only the first may change with what stands above it.
  @Test func rowsOfOneNameAreToldApartByWhatTheySay() throws {
    let rows = ["花の会", "港の会", "清流の会", "緑の会"].enumerated().map { place, body in
      "\(place)\t地域活動\t環境課\t補助\t\(body)\t令和5年6月\(place + 1)日\t30人"
    }
    let old = try Self.records(rows).map(\.id)
    let added = "9\t地域活動\t環境課\t補助\t新しい会\t令和5年5月1日\t3人"
    let new = try Self.records([rows[0], added] + rows[1...]).map(\.id)
    #expect(Set(old).count == 4)
    #expect([new[0]] + new[2...] == old)
  }

  @Test func activitiesAreCitedByTheirDays() throws {
    let record = try #require(try Self.records(Self.rows).first)
    #expect(record.activityCitations == ["2023-08-05", "2023-08-09"])
    var other = record
    other.occurrences = [.init(), .init(), record.occurrences[0], record.occurrences[0]]
    other.occurrences[0].label = "朝の部"
    #expect(other.activityCitations == ["朝の部", "1", "2023-08-05", "2023-08-05.2"])
  }
}
