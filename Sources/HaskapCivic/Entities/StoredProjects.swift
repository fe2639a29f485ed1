/// The projects of one city by their names; each is read when it is asked for. Of hundreds of cities a
/// question means a few projects.
struct StoredProjects: Unpackable, Sendable {
  let names: NameIndex
  private let rows: PackedRows<ProjectSeries>

  init(_ catalog: ProjectCatalog) throws(PackedError) {
    (names, rows) = (catalog.names, try PackedRows(catalog.series))
  }

  /// As `ProjectCatalog` writes it.
  init(from reader: inout PackedReader) throws(PackedError) {
    let _: NameFolding = try reader.read()
    (names, rows) = (try reader.read(), try reader.read())
    try reader.require(names.lastValue < max(1, rows.count))
  }

  /// - Parameter recordCount: of the city.
  func series(_ place: Int, recordCount: Int) throws(PackedError) -> ProjectSeries {
    let series = try rows.row(place)
    let isSound = series.years.allSatisfy { year in
      year.holdings.allSatisfy { $0.records.allSatisfy((0..<recordCount).contains) }
    }
    guard isSound else { throw PackedError(offset: place) }
    return series
  }
}
