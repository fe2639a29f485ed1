import HTTPTypes
import HaskapCivic
import HaskapDocuments

/// Answers programs and spreadsheets: the content of the pages as JSON or CSV.
struct DataMaker {
  let snapshot: ReportSnapshot
  let format: DataFormat
  var index: CivicIndex { snapshot.index }

  init(snapshot: ReportSnapshot, format: DataFormat) {
    (self.snapshot, self.format) = (snapshot, format)
  }

  /// What takes one of several values, or a number. Forms send such names empty, programs do not.
  private static let choices = [
    "format", "type", "year", "since", "until", "sort", "limit", "offset",
  ]

  /// - Throws: `Refusal` for such names without a value.
  static func checkNames(_ items: QueryItems) throws {
    if let name = items.emptyNames.first(where: choices.contains) {
      throw Refusal(status: .badRequest, key: "invalid", detail: "\(name) is empty")
    }
  }

  /// - Throws: `Refusal` where `format` says none.
  init(snapshot: ReportSnapshot, items: QueryItems) throws {
    try Self.checkNames(items)
    let name = items["format"] ?? DataFormat.json.rawValue
    guard let format = DataFormat(rawValue: name) else {
      throw Refusal.unknown("format", name, known: DataFormat.allCases.map(\.rawValue))
    }
    self.init(snapshot: snapshot, format: format)
  }

  /// - Parameter segments: of the path behind `/api/v1`, still escaped.
  /// - Throws: `Refusal`; errors of the index.
  func answer(_ segments: some Collection<Substring>, _ items: QueryItems) throws -> Answer {
    let segments = Array(segments)
    switch segments {
    case ["explain"]: return try json(try search(items, explains: true))
    case ["suggest"]:
      let asked = try SuggestInput(items)
      return try json(index.suggest(asked.prefix, limit: asked.limit))
    case ["similar"]:
      let asked = try SimilarInput(items)
      return try json(index.similar(to: asked.id, limit: asked.limit, offset: asked.offset))
    default: break
    }
    guard !segments.isEmpty, let address = Address(segments: segments) else {
      throw Refusal.notFound
    }
    return try answer(address, items)
  }

  /// What the page at an address holds; of a list all of it, from each of its pages.
  func answer(_ address: Address, _ items: QueryItems) throws -> Answer {
    if case .list(let listing, let page) = address,
      try page > PageMaker.pageCount(of: listing, in: snapshot)
    {
      throw Refusal.notFound
    }
    return switch address {
    case .search:
      try made(try search(items, explains: false)) { RecordTables.hits.text($0.hits) }
    case .record(let id): try made(try record(id)) { $0.csv }
    case .organization(let id):
      try made(try index.organization(id: id)) { body in
        RecordTables.activities.text(body.activities.map { (body, $0) })
      }
    case .project(let id):
      try made(try index.project(id: id)) {
        ProjectTables.activities.text(ProjectTables.rows($0))
      }
    case .department(let id):
      try made(try index.department(id: id)) { department in
        RecordTables.projects.text(department.projects.map { (department, $0) })
      }
    case .year(let year):
      try made(
        snapshot.years.years.first { $0.fiscalYear == year }.map { try ToldYear($0, in: index) }
      ) { ToldYear.table.text($0.rows) }
    case .list(.years, _):
      try made(snapshot.years) { ProjectTables.years.text(ProjectTables.rows($0)) }
    case .list(let listing, _): try made(try listed(listing, items)) { Listed.table.text($0.items) }
    case .about: try made(About(snapshot)) { About.table.text($0.reports) }
    case .home, .document, .documents: throw Refusal.notFound
    }
  }

  /// Nothing means that there is no such thing.
  private func made<Value: Encodable>(_ value: Value?, csv: (Value) -> String) throws -> Answer {
    guard format == .csv, let value else { return try json(value) }
    return Answer(snapshot.shown(csv(value)), type: Answer.csv)
  }

  private func json(_ value: (some Encodable)?) throws -> Answer {
    guard let value else { throw Refusal.notFound }
    return Answer(snapshot.shown(try JSONText.line(value)), type: Answer.json)
  }

  private func search(_ items: QueryItems, explains: Bool) throws -> CivicAnswer {
    let input = try SearchInput(items, SearchInput.reportNames)
    return try Refusal.reading { try index.search(try input.request(explains: explains)) }
  }

  private func record(_ id: String) throws -> ShownRecord? {
    guard let entry = try index.entry(id: id), let record = entry.record else { return nil }
    return ShownRecord(id: id, entry: entry, printed: snapshot.printedLines(of: record))
  }
}
