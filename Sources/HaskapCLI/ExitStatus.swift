import ArgumentParser
import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments

/// What the program tells its caller; thrown where all has been said already.
enum ExitStatus: Int32, Error {
  case found = 0
  case nothingFound = 1
  case wrongUse = 2
  case indexMissingOrDamaged = 3
  /// By the system, or by another writer: no room on the disk, no permission, no more files or
  /// memory. The last commit stands; also the new one where only the output could not be written.
  case refused = 4
  /// A file could not be read; the others were.
  case partlyDone = 5
  /// What `--timeout` allowed was over before the answer was complete.
  case outOfTime = 6

  /// - Parameter code: what the argument parser makes of the error.
  static func of(_ error: any Error, _ code: ExitCode) -> ExitStatus {
    switch error {
    case let error as UserError: error.status
    case let error as StorageError: of(error)
    case is IndexLocked, is OutputError: .refused
    case is TimeLimitExceeded: .outOfTime
    case is FormatError, is AnalyzerMismatch, CivicUpdateError.noIndex, DocumentIndexError.noIndex:
      .indexMissingOrDamaged
    case is ExitCode: ExitStatus(rawValue: code.rawValue) ?? .wrongUse
    default: .wrongUse
    }
  }

  /// A path at which there can be no folder is a mistake in using the program.
  static func of(_ error: StorageError) -> ExitStatus {
    guard error.operation.isWriting || error.isShortage else { return .indexMissingOrDamaged }
    let isWrongPath = [ENOENT, ENOTDIR, EEXIST, ELOOP].contains(error.code)
    return error.operation == .makeFolder && isWrongPath ? .wrongUse : .refused
  }
}

/// A mistake that the user can mend: one sentence with the place and the remedy.
struct UserError: Error, CustomStringConvertible {
  var description: String
  var status: ExitStatus = .wrongUse
}
