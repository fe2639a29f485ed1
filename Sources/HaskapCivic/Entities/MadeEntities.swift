/// What is made of all records of one city together.
struct MadeEntities: Sendable {
  let city: String
  /// Of the records.
  let ids: [String]
  let facts: [RecordFacts]
  let organizations: OrganizationRegistry
  let projects: ProjectCatalog
  let departments: DepartmentRegistry
  let comparisons: [YearComparison]
  let summaries: [YearSummary]
  let bodies: [CityBody]

  init(_ city: CityRecords, aliases: OrganizationAliases) {
    let records = city.records
    let organizations = OrganizationRegistry(records: records, aliases: aliases)
    self.city = city.city
    ids = records.map { $0.id ?? $0.place }
    facts = records.map(RecordFacts.init)
    self.organizations = organizations
    projects = ProjectCatalog(records: records, organizations: organizations)
    departments = DepartmentRegistry(records: records, aliases: aliases)
    comparisons = YearComparison.all(facts: facts, catalog: projects)
    summaries = YearSummary.all(records: records, catalog: projects, organizations: organizations)
    bodies = organizations.organizations.map { CityBody($0, records) }
  }
}
