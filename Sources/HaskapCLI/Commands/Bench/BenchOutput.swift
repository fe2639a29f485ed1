import ArgumentParser
import CLibrary
import HaskapBench
import HaskapDocuments

/// How the figures of a benchmark are given.
struct BenchOutput: ParsableArguments {
  @Option(help: "Draw the figures as SVG or PNG into a file.", completion: .file())
  var chart: String?

  @Option(help: "Keep the figures as JSON in a file.", completion: .file())
  var save: String?

  @Flag(help: "The figures as JSON.")
  var json = false

  @Flag(help: "The table as comma-separated values.")
  var csv = false

  func validate() throws {
    guard !(json && csv) else { throw ValidationError("--json and --csv exclude each other") }
    // Before anything is measured.
    do {
      _ = try chart.map(ChartFile.init)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  /// - Throws: `UserError` where a file could not be written after a long run.
  func check() throws {
    for path in [save, chart].compactMap(\.self) {
      let isNew = access(path, F_OK) != 0
      // As it will be opened, but what it has stays.
      let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
      guard file >= 0 else {
        throw UserError(
          description: "\(path): cannot be written (\(String(cString: strerror(errno)))); "
            + "name a file in a folder of yours",
          status: .refused)
      }
      close(file)
      if isNew { unlink(path) }
    }
  }

  func show(_ result: some Encodable, table: TextTable, text: String, chart: Chart) throws {
    let output = Output()
    let line = try JSONText.line(result)
    if csv { output.write(table.csv) } else { output.line(json ? line : text) }
    if let save { try OutputFile.write(line, to: save) }
    if let path = self.chart { try ChartFile(path).write(chart.svg) }
  }

  /// Numbers above 0, separated by commas.
  static func numbers(_ text: String, _ option: String) throws -> [Int] {
    let numbers = try parts(text, option).map { Int($0) }
    guard let all = numbers as? [Int], all.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("\(option) takes numbers above 0 separated by commas, not '\(text)'")
    }
    return all
  }

  /// Numbers of threads: with many more than there are processors nothing is measured but waiting.
  static func threads(_ text: String) throws -> [Int] {
    let (threads, processors) = (
      try numbers(text, "--threads"), SystemThread.processorCount
    )
    if let most = threads.max(), most > 4 * processors {
      throw ValidationError(
        "--threads takes up to \(4 * processors) here, four for each processor, not \(most)")
    }
    return threads
  }

  /// What stands between commas, each once.
  static func parts(_ text: String, _ option: String) throws -> [Substring] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if let twice = parts.first(where: { part in parts.count { $0 == part } > 1 }) {
      throw ValidationError("\(option) has '\(twice)' twice in '\(text)'; give it once")
    }
    return parts
  }
}
