import Foundation
import HaskapText
import Testing

/// The program `haskap` as it was built beside these tests, run as a user or a script would.
struct Program {
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    var lines: [Substring] {
      output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The output read as one JSON object.
    func object() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(value as? [String: Any])
    }
  }

  /// Where it runs: relative paths are those of this folder.
  let folder: String

  /// These tests read answers in Japanese, and in English what the program says of its work; others
  /// give `--lang`.
  private static func locale(_ arguments: [String]) -> String {
    let isWork = arguments.first.map(work.contains) ?? true
    return isWork || arguments.contains("--help") ? "C" : "ja_JP.UTF-8"
  }

  private static let work: Set = [
    "index", "add", "remove", "check", "optimize", "analyze", "bench", "help",
  ]

  private static let path: String? = {
    guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let program = URL(filePath: own).deletingLastPathComponent().appending(path: "haskap").path
    return FileManager.default.isExecutableFile(atPath: program) ? program : nil
  }()

  @discardableResult
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    let program = try #require(Self.path, "haskap is not built beside the tests")
    let locale = ["LC_ALL": Self.locale(arguments)]
    return try start(program, arguments, locale.merging(environment) { $1 })
  }

  @discardableResult
  func run(_ arguments: String...) throws -> Run { try run(arguments) }

  /// A line of a shell, in which `$HASKAP` is the program.
  func shell(_ line: String) throws -> Run {
    let program = try #require(Self.path, "haskap is not built beside the tests")
    return try start("/bin/bash", ["-c", line], ["HASKAP": program, "LC_ALL": "C"])
  }

  /// Output goes to files: a pipe that nobody reads meanwhile would hold the program up.
  private func start(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let places = ["out", "err"].map { URL(filePath: "\(folder)/.\($0)-\(UUID().uuidString)") }
    let handles = try places.map { place in
      try Data().write(to: place)
      return try FileHandle(forWritingTo: place)
    }
    (process.standardOutput, process.standardError) = (handles[0], handles[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try places.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    for place in places { try FileManager.default.removeItem(at: place) }
    return Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

extension Program.Run {
  /// Lines wider than a terminal of 80 columns.
  var tooWide: [Substring] { lines.filter { DisplayWidth.of($0) > 80 } }
}
