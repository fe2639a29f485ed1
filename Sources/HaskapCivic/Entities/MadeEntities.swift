/// What is made of all records of one city together.
struct MadeEntities: Sendable {
  let city: String
  /// Of the records.
  let ids: [String]
  let references: [RecordReference]
  let facts: [RecordFacts]
  let times: RecordTimes
  let organizations: OrganizationRegistry
  let projects: ProjectCatalog
  let departments: DepartmentRegistry
  /// Of the records and the projects, what comparisons of years ask.
  let lists: [ListedRecord]
  let compared: [ComparedProject]
  let comparisons: [YearComparison]
  let summaries: [YearSummary]
  let bodies: [CityBody]
  /// What lists of them tell.
  let rows: [(kind: CatalogKind, list: CatalogRows)]
  /// Of organizations and projects, as they are spelled.
  let names: [String]

  /// With the projects' titles in the place of their ids.
  var titledComparisons: [YearComparison] {
    YearComparison.all(lists, compared, called: \.title)
  }

  func rows(of kind: CatalogKind) -> CatalogRows? { rows.first { $0.kind == kind }?.list }

  init(_ city: CityRecords, aliases: OrganizationAliases) {
    let records = city.records
    let organizations = OrganizationRegistry(records, aliases: aliases)
    self.city = city.city
    ids = records.map { $0.id ?? $0.citation }
    references = records.map { RecordReference($0) }
    facts = records.map(RecordFacts.init)
    self.organizations = organizations
    projects = ProjectCatalog(records, organizations: organizations)
    let approximate = records.indices.filter { records[$0].areParticipantsApproximate }
    times = RecordTimes(facts, projects, approximate: Set(approximate))
    departments = DepartmentRegistry(records, aliases: aliases)
    compared = ComparedProject.all(projects)
    lists = ListedRecord.all(facts, of: compared)
    comparisons = YearComparison.all(lists, compared, called: \.id)
    summaries = YearSummary.all(records, catalog: projects, organizations: organizations)
    bodies = organizations.organizations.map { CityBody($0, records) }
    rows = [
      (.organizations, CatalogRows(organizations, times)),
      (.projects, CatalogRows(projects, times)),
      (.departments, CatalogRows(departments, times)),
    ]
    names =
      bodies.flatMap { [$0.name] + $0.spellings.map(\.text) } + projects.series.flatMap(\.names)
  }
}
