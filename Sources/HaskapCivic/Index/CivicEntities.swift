internal import Haskap
internal import HaskapDocuments
internal import Synchronization

/// What is known of all records of an index together, each part read when it is first asked for. An
/// open index never changes, so it is read once.
final class CivicEntities: Sendable {
  let records = Kept<[Record]>()
  let organizations = Kept<OrganizationRegistry>()
  let projects = Kept<ProjectCatalog>()
  let departments = Kept<DepartmentRegistry>()
  let comparisons = Kept<[YearComparison]>()
  let summaries = Kept<[YearSummary]>()
  let stored = Kept<StoredEntities?>()
  /// What is made of the records of each city where nothing is stored.
  let made = Kept<[MadeEntities]>()
  let kept = Kept<ReportPayload.Kept>()
  let folding = Kept<NameFolding>()
  /// Without one that a question brings along.
  let thesaurus = Kept<Thesaurus>()
  /// Of the records of each city that was asked for.
  let ids = Mutex<[Int: [String]]>([:])
  let references = Mutex<[Int: PackedRows<RecordReference>]>([:])
}
