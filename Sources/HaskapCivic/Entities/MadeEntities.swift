/// What is made of all records together.
struct MadeEntities {
  let facts: [RecordFacts]
  let organizations: OrganizationRegistry
  let projects: ProjectCatalog
  let departments: DepartmentRegistry
  let comparisons: [YearComparison]
  let summaries: [YearSummary]

  /// - Parameter organizations: who is who in these records.
  init(records: [Record], organizations: OrganizationRegistry) {
    facts = records.map(RecordFacts.init)
    self.organizations = organizations
    projects = ProjectCatalog(records: records, organizations: organizations)
    departments = DepartmentRegistry(records: records)
    comparisons = YearComparison.all(facts: facts, catalog: projects)
    summaries = YearSummary.all(records: records, catalog: projects, organizations: organizations)
  }
}
