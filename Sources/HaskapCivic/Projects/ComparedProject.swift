/// What comparisons of years ask of a project, of which there may be tens of thousands: without its dates,
/// figures and sections.
struct ComparedProject: Sendable {
  struct Year: Sendable {
    var fiscalYear: Int?
    /// As it is first called in the year.
    var name: String
    var renamedFrom: String?
    var isCancelled: Bool
    var departments: [String]
    var partners: [String]
  }

  let id: String
  /// In order.
  let records: [Int]
  let years: [Year]

  init(_ series: ProjectSeries) {
    (id, records) = (series.id, series.records)
    years = series.years.map { year in
      Year(
        fiscalYear: year.fiscalYear, name: year.holdings.first?.name ?? "",
        renamedFrom: year.renamedFrom, isCancelled: year.isCancelled,
        departments: year.departments, partners: year.partners)
    }
  }

  /// Of every record its project.
  static func places(_ projects: [ComparedProject], recordCount: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: recordCount)
    for (place, project) in projects.enumerated() {
      for record in project.records where places.indices.contains(record) {
        places[record] = place
      }
    }
    return places
  }
}

extension ComparedProject: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(id, records, years) }

  init(from reader: inout PackedReader) throws(PackedError) {
    (id, records, years) = (try reader.read(), try reader.read(), try reader.read())
  }
}

extension ComparedProject.Year: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(fiscalYear, name, renamedFrom, isCancelled, departments, partners)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(
      fiscalYear: try reader.read(), name: try reader.read(), renamedFrom: try reader.read(),
      isCancelled: try reader.read(), departments: try reader.read(),
      partners: try reader.read())
  }
}
