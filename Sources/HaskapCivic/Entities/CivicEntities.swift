internal import HaskapDocuments

/// What is made of all records of an index together, each part when it is first asked for. An open
/// index never changes, so it is made once.
final class CivicEntities: Sendable {
  let records = Kept<[Record]>()
  let organizations = Kept<OrganizationRegistry>()
  let projects = Kept<ProjectCatalog>()
  let departments = Kept<DepartmentRegistry>()
  /// Without one that a question brings along.
  let thesaurus = Kept<Thesaurus>()
  let comparisons = Kept<[YearComparison]>()
}
