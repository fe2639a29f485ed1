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
    for (found, wanted) in zip(reading.records, expected) where found != wanted {
      Issue.record("found  \(found.jsonLine)\nwanted \(wanted.jsonLine)")
    }
  }

  @Test("a heading's count that the rows do not meet gives a warning")
  func countWarning() throws {
    let warnings = try read(CollaborationFixtures.sponsored2020).warnings.map(\.message)
    #expect(warnings.contains("④ 後援: the heading says 181, the tables hold 19 rows"))
    #expect(warnings.contains("④ 後援 苫小牧市名義: the heading says 108, the tables hold 9 rows"))
    #expect(warnings.contains("④ 後援 教育委員会名義: number 10 follows 5"))
  }
}

func read(_ text: String) throws -> Reading {
  ReportReader.read(try ReportText(file: "reports/report.txt", bytes: Array(text.utf8)))
}
