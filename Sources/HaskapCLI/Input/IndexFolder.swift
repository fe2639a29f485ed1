import Glibc
import Haskap
import HaskapCivic

/// The folder of an index, and how what is wrong with it is said: in one sentence with the remedy,
/// wherever in its files it is met.
struct IndexFolder: Equatable {
  static let standard = IndexFolder(path: "Index/current")

  var path: String

  /// Opens an index of reports and asks it.
  func ask<Answer>(_ question: (CivicIndex) throws -> Answer) throws -> Answer {
    try askReader { reader in
      guard CivicIndex.isCivic(reader) else {
        throw UserError(
          description: "the index '\(path)' holds other documents than reports; "
            + "use haskap search, or name an index of reports")
      }
      return try question(CivicIndex(reader))
    }
  }

  /// The same, whatever the index holds.
  func askReader<Answer>(_ question: (IndexReader) throws -> Answer) throws -> Answer {
    try explaining { try question(IndexReader(path: path)) }
  }

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

  func explained(_ error: StorageError) -> UserError {
    error.operation.isWriting
      ? UserError(description: error.description, status: .of(writing: error))
      : unusable(Self.explanation(of: error))
  }

  private static func explanation(of error: StorageError) -> String {
    switch error.code {
    case ENOENT where error.path.hasSuffix("/manifest"): "does not exist"
    case ENOENT: "is incomplete ('\(error.path)' is missing)"
    case ENOTDIR: "is not a folder"
    default: "cannot be read ('\(error.path)': \(String(cString: strerror(error.code))))"
    }
  }

  private func unusable(_ explanation: String) -> UserError {
    let isStandard = self == Self.standard
    let build = isStandard ? "haskap index" : "haskap index FOLDER --index '\(path)'"
    return UserError(
      description: "the index '\(path)' \(explanation); build it with: \(build)",
      status: .indexMissingOrDamaged)
  }
}
