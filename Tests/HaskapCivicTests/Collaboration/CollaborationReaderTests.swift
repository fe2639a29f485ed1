import Testing

@testable import HaskapCivic

@Suite("Reader of collaboration reports") struct CollaborationReaderTests {
  @Test("whole records of the report of 2023, written by hand from reading it")
  func shared2023() throws {
    try compare(CollaborationFixtures.shared2023, CollaborationGolden.shared2023)
  }

  @Test("whole records of the report of 2020, written by hand from reading it")
  func shared2020() throws {
    try compare(CollaborationFixtures.shared2020, CollaborationGolden.shared2020)
  }

  @Test("whole records of both lists of sponsorships, written by hand from reading them")
  func sponsored2020() throws {
    try compare(CollaborationFixtures.sponsored2020, SponsorshipGolden.sponsored2020)
  }

  private func compare(_ text: String, _ expected: [Record]) throws {
    let reading = try read(text)
    #expect(reading.layout == .collaboration)
    #expect(reading.records.count == expected.count)
    for (found, wanted) in zip(reading.records.map(\.fields), expected) where found != wanted {
      Issue.record("found  \(found.jsonLine)\nwanted \(wanted.jsonLine)")
    }
  }

  @Test("a heading that cannot be read is no record, and its rows are told by their cells")
  func damagedHeading() throws {
    let lines = CollaborationFixtures.shared2023.split(
      separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(lines.lastIndex { $0.hasPrefix("No.") })
    var damaged = lines.map(String.init)
    damaged[place] = "N0\t協勧事業\t区\t目\t団\t曰\t効"
    let reading = try read(damaged.joined(separator: "\n"))
    #expect(reading.records.map(\.name) == CollaborationGolden.shared2023.map(\.name))
    #expect(reading.unreadLines == 1)
    #expect(
      reading.warnings.filter { !$0.message.contains("の次が") }
        .map { "\($0.line): \($0.message)" } == [
          "\(place + 1): 見出しでも行でもなく、項目としては読めません: N0 協勧事業 区 目 団 曰 効",
          "\(place + 2): 列の見出しがないため、セルの内容から列を判断しました",
        ])
  }

  @Test("rows of another table are no records") func foreignTable() throws {
    let table = "\n\n番\t氏名\t所属\n1\t甲乙\t係長\n2\t丙丁\t主査\n施設名\t利用者数\t前年比\n会館\t12345\t98%"
    let reading = try read(CollaborationFixtures.shared2023 + table)
    #expect(reading.records.count == 13)
    #expect(reading.unreadLines == 5)
  }

  @Test("a row with more cells than columns is suspect, and loses none") func cellsBeyond() throws {
    let text = "【苫小牧市名義】（1件）\nNo.\t事業の名称\t主催者\t担当部署\n1\t写真展\t写真連盟\t美術会\t生涯学習課\n"
    let record = try #require(try read(text).records.first)
    #expect(record.remarks == ["生涯学習課"])
    #expect(record.notes.contains { $0.kind == .suspect && $0.field == "remarks" })
  }

  @Test("a page number right below a row is no part of its last cell") func pageNumber() throws {
    let text = "No.\t事業の名称\t主催者\t担当部署\n1\t写真展\t写真連盟\t生涯学習課\n- 7 -\n"
    #expect(try read(text).records.map(\.departments) == [["生涯学習課"]])
  }

  @Test("a date of another year is suspect, with the slip that it may be") func eraSlip() throws {
    let text =
      "協働事業実施状況（令和5年度）\n① 協働の形態：共催（1件）\nNo.\t協働事業の名称\t団体\t実施年月日\n1\t写真展\t写真連盟\t平成5年7月10日（5人）"
    let record = try #require(try read(text).records.first)
    #expect(record.occurrences == [held("1993-07-10", nil, 5)])
    #expect(record.notes.map(\.reason) == ["1993-07-10は2023年度の日付ではありません（「平成」は「令和」の誤りか）"])
  }

  @Test("a heading's count that the rows do not meet gives a warning")
  func countWarning() throws {
    let warnings = try read(CollaborationFixtures.sponsored2020).warnings.map(\.message)
    #expect(warnings.contains("④ 後援: 見出しは181件、表は19件です"))
    #expect(warnings.contains("④ 後援 苫小牧市名義: 見出しは108件、表は9件です"))
    #expect(warnings.contains("④ 後援 教育委員会名義: 番号5の次が10です"))
  }
}

func read(_ text: String) throws -> Reading {
  ReportReader.read(try ReportText(file: "reports/report.txt", bytes: Array(text.utf8)))
}
