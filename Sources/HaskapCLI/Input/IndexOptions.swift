import ArgumentParser
import Glibc
import Haskap
import HaskapCivic

/// Where the index is.
struct IndexOptions: ParsableArguments {
  @Option(help: "The folder of the index.", completion: .directory)
  var index = "Index/current"

  /// Opens an index of reports and asks it. What is wrong with it is said in one sentence with the
  /// remedy, wherever in its files it is met.
  func ask<Answer>(_ question: (CivicIndex) throws -> Answer) throws -> Answer {
    try askReader { reader in
      guard CivicIndex.isCivic(reader) else {
        throw UserError(
          description: "the index '\(index)' holds other documents than reports; "
            + "use haskap search, or name an index of reports")
      }
      return try question(CivicIndex(reader))
    }
  }

  /// The same, whatever the index holds.
  func askReader<Answer>(_ question: (IndexReader) throws -> Answer) throws -> Answer {
    try explaining { try question(IndexReader(path: index)) }
  }

  func openReader() throws -> IndexReader { try askReader { $0 } }

  func explaining<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as StorageError {
      throw explained(error)
    } catch let error as FormatError {
      throw unusable(
        "is damaged (file '\(error.file)', byte \(error.offset): expected \(error.expected), "
          + "found \(error.found))")
    }
  }

  func explained(_ error: StorageError) -> UserError { unusable(Self.explanation(of: error)) }

  private static func explanation(of error: StorageError) -> String {
    switch error.code {
    case ENOENT where error.path.hasSuffix("/manifest"): "does not exist"
    case ENOENT: "is incomplete ('\(error.path)' is missing)"
    case ENOTDIR: "is not a folder"
    default: "cannot be read ('\(error.path)': \(String(cString: strerror(error.code))))"
    }
  }

  private func unusable(_ explanation: String) -> UserError {
    let isDefault = index == IndexOptions().index
    let build = isDefault ? "haskap index" : "haskap index FOLDER --index '\(index)'"
    return UserError(
      description: "the index '\(index)' \(explanation); build it with: \(build)",
      status: .indexMissingOrDamaged)
  }
}

extension IndexOptions {
  /// Runs what writes the index, in a folder of its own.
  func write<Summary>(_ build: () throws -> Summary) throws -> Summary {
    try requireOwnFolder()
    do {
      return try build()
    } catch let error as StorageError {
      // The general remedy for a missing folder is for readers: to build an index there.
      guard error.code == ENOENT else { throw UserError(description: error.description) }
      throw UserError(
        description: "the folder '\(index)' cannot be made; choose another one with --index")
    }
  }

  /// The files of an index must not be strewn among others, such as the reports themselves.
  private func requireOwnFolder() throws {
    guard let names = try? ReportFiles.names(in: index), !names.isEmpty else { return }
    guard !names.contains("manifest"), !names.contains("writer.lock") else { return }
    throw UserError(
      description: "the folder '\(index)' holds other things than an index; "
        + "choose a new or empty one with --index")
  }
}
