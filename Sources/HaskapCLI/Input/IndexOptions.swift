import ArgumentParser
import Haskap
import HaskapCivic

/// Where the index is.
struct IndexOptions: ParsableArguments {
  @Option(help: "The folder of the index.", completion: .directory)
  var index = "Index/current"

  /// Opens an index of reports, or says in one sentence what is wrong with it.
  func open() throws -> CivicIndex {
    let reader = try openReader()
    guard CivicIndex.isCivic(reader) else {
      throw UserError(
        description: "The index '\(index)' holds other documents than reports; "
          + "use haskap search, or name an index of reports")
    }
    return CivicIndex(reader)
  }

  /// The same, whatever the index holds.
  func openReader() throws -> IndexReader { try opening { try IndexReader(path: index) } }

  func explained(_ error: StorageError) -> UserError {
    UserError(
      description: "\(error.description) Build the index first: haskap index --index \(index)",
      status: .indexMissingOrDamaged)
  }

  private func opening<Opened>(_ open: () throws -> Opened) throws -> Opened {
    do { return try open() } catch let error as StorageError { throw explained(error) }
  }
}
