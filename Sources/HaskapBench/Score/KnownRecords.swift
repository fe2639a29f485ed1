internal import HaskapCivic

/// What an index knows of its records, to be asked by the report and the row.
struct KnownRecords {
  let records: [Record]
  private var ofReports: [String: [Int]] = [:]
  private let organizations: OrganizationRegistry
  private let projects: ProjectCatalog
  /// Of each record, the bodies that it lists.
  private var bodies: [[OrganizationEntity]]

  init(_ index: CivicIndex) throws {
    records = try index.records()
    (organizations, projects) = (try index.organizations(), try index.projects())
    for (place, record) in records.enumerated() {
      ofReports[CorpusKey.name(ofReport: record.file ?? ""), default: []].append(place)
    }
    bodies = Array(repeating: [], count: records.count)
    for entity in organizations.entities {
      for mention in entity.listed { bodies[mention.record].append(entity) }
    }
  }

  /// In the order of the report.
  func records(of report: String) -> [Int] { ofReports[report] ?? [] }

  func project(of record: Int) -> String? { projects.series(ofRecord: record)?.id }

  /// The id of the body that a record means by a name; nil where it lists none so called.
  func body(_ name: String, in record: Int) -> String? {
    let own = bodies[record]
    if let body = own.first(where: { $0.spellings.contains { $0.text == name } }) { return body.id }
    return organizations.find(name).first { match in own.contains { $0.id == match.entity.id } }?
      .entity.id
  }
}
