/// What comparisons of years ask of a project, of which there may be tens of thousands: without its dates,
/// figures and sections.
struct ComparedProject: Sendable {
  struct Year: Sendable {
    var fiscalYear: Int?
    /// As it is first called in the year.
    var name: String
    var renamedFrom: String?
    var isCancelled: Bool
  }

  /// Its place among the projects of the same records.
  let number: Int
  let id: String
  let title: String
  /// In order.
  let records: [Int]
  let years: [Year]
  /// Of the last year.
  let departments: [String]
  let partners: [String]

  private init(_ series: ProjectSeries, number: Int) {
    self.number = number
    (id, title, records) = (series.id, series.title, series.records)
    years = series.years.map { year in
      Year(
        fiscalYear: year.fiscalYear, name: year.holdings.first?.name ?? "",
        renamedFrom: year.renamedFrom, isCancelled: year.isCancelled)
    }
    departments = series.years.last?.departments ?? []
    partners = series.years.last?.partners ?? []
  }

  static func all(_ catalog: ProjectCatalog) -> [ComparedProject] {
    catalog.series.enumerated().map { ComparedProject($1, number: $0) }
  }
}

extension ComparedProject: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(number, id, title, records, years, departments, partners)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (number, id, title) = (try reader.read(), try reader.read(), try reader.read())
    (records, years) = (try reader.read(), try reader.read())
    (departments, partners) = (try reader.read(), try reader.read())
  }
}

extension ComparedProject.Year: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(fiscalYear, name, renamedFrom, isCancelled)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      fiscalYear: try reader.read(), name: try reader.read(), renamedFrom: try reader.read(),
      isCancelled: try reader.read())
  }
}
