import Foundation
import HaskapTestSupport
import Testing

/// The program as it was built beside these tests, with a folder for its files.
struct GenericProgram {
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// The output read as one object of JSON.
    func object() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(value as? [String: Any])
    }
  }

  private let folder = TemporaryFolder()
  var path: String { folder.path }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }

  /// Runs in the folder; output goes through files, which no full pipe can hold up.
  @discardableResult
  func run(_ arguments: String..., input: String? = nil) throws -> Run {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: own).deletingLastPathComponent().appending(path: "haskap")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    try write(input ?? "", to: ".input")
    process.standardInput = FileHandle(forReadingAtPath: "\(path)/.input")
    process.standardOutput = try file(".output")
    process.standardError = try file(".errors")
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try read(".output"), errors: try read(".errors"))
  }

  private func file(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try #require(FileHandle(forWritingAtPath: "\(path)/\(name)"))
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// Every error is one sentence on standard error, perhaps with a line that sends to the help.
  static func isOneSentence(_ errors: String) -> Bool {
    let lines = errors.split(separator: "\n")
    return lines.first?.hasPrefix("haskap: ") == true
      && lines.dropFirst().allSatisfy { $0.hasPrefix("See 'haskap") }
  }
}
