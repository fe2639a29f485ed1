import ArgumentParser
import Haskap

/// What the program tells its caller; thrown where all has been said already.
enum ExitStatus: Int32, Error {
  case found = 0
  case nothingFound = 1
  case wrongUse = 2
  case indexMissingOrDamaged = 3

  /// - Parameter code: what the argument parser makes of the error.
  static func of(_ error: any Error, _ code: ExitCode) -> ExitStatus {
    switch error {
    case let error as UserError: error.status
    case is FormatError, is StorageError, is AnalyzerMismatch: .indexMissingOrDamaged
    case is ExitCode: ExitStatus(rawValue: code.rawValue) ?? .wrongUse
    default: .wrongUse
    }
  }
}

/// A mistake that the user can mend: one sentence with the place and the remedy.
struct UserError: Error, CustomStringConvertible {
  var description: String
  var status: ExitStatus = .wrongUse
}
