import HaskapCivic
import HaskapText
import Testing

/// Rows of one project in one year, be they few or so many that not every two are compared.
@Suite struct ManyHoldingsTests {
  /// A list has a row for each date, and another list the same rows.
  @Test func daysOfOneListAreHoldings() throws {
    let records = ["① 共催", "④ 後援"].flatMap { section in
      [5, 6, 7].map { month in
        var record = Record(
          document: "a", layout: .collaboration, line: month, name: "湖畔の清掃と花いっぱい運動")
        (record.section, record.fiscalYear, record.totalParticipants) = (section, 2023, 10 * month)
        record.occurrences = [.init(start: .init(year: 2023, month: month, day: 1))]
        return record
      }
    }
    let catalog = ProjectCatalog(
      records: records, organizations: OrganizationRegistry(records: records))
    let year = try #require(catalog.series.first?.years.first)
    #expect(year.holdings.map(\.records) == [[0, 3], [1, 4], [2, 5]])
    #expect(year.participants == 180)
  }

  @Test(arguments: [3, 500, 501, 2000]) func editionsAreHoldings(_ count: Int) throws {
    let records = (1...count).flatMap { edition in
      ["① 共催", "④ 後援"].enumerated().map { place, section in
        var record = Record(
          document: "a", layout: .collaboration, line: 2 * edition + place,
          name: "第\(edition)回港の音楽会と花火の夕べ")
        (record.section, record.fiscalYear) = (section, 2023)
        return record
      }
    }
    let catalog = ProjectCatalog(
      records: records, organizations: OrganizationRegistry(records: records))
    let year = try #require(catalog.series.first?.years.first)
    #expect(catalog.series.count == 1)
    #expect(year.holdings.map(\.records) == (0..<count).map { [2 * $0, 2 * $0 + 1] })
  }
}
