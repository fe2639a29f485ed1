import ArgumentParser
import Haskap
import HaskapCivic

/// Where the index is.
struct IndexOptions: ParsableArguments {
  @Option(help: "The folder of the index.", completion: .directory)
  var index = "Index/current"

  /// Opens the index, or says in one sentence what is wrong with it.
  func open() throws -> CivicIndex {
    do {
      return try CivicIndex(path: index)
    } catch let error as StorageError {
      throw UserError(
        description: "\(error.description) Build the index first: haskap index --index \(index)",
        status: .indexMissingOrDamaged)
    }
  }
}
