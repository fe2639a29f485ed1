import Foundation
import HaskapTestSupport

/// The program with a folder of its own for its files.
final class GenericProgram {
  private let folder = TemporaryFolder()
  var path: String { folder.path }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }

  @discardableResult
  func run(_ arguments: String...) throws -> Program.Run {
    try withExtendedLifetime(folder) { try Program(folder: path).run(arguments) }
  }

  func shell(_ line: String) throws -> Program.Run {
    try withExtendedLifetime(folder) { try Program(folder: path).shell(line) }
  }

  /// Every error is one sentence on standard error, perhaps with a line that sends to the help.
  static func isOneSentence(_ errors: String) -> Bool {
    let lines = errors.split(separator: "\n")
    return lines.first?.hasPrefix("haskap: ") == true
      && lines.dropFirst().allSatisfy { $0.hasPrefix("See 'haskap") || $0.hasPrefix("詳しくは: ") }
  }
}
