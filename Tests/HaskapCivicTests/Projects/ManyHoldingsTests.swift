import HaskapCivic
import Testing

/// Rows of one project in one year, be they few or so many that not every two are compared.
@Suite struct ManyHoldingsTests {
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
