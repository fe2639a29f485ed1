import ArgumentParser
import CLibrary
import FoundationEssentials
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

  func show(_ result: some Encodable, table: TextTable, text: String, chart: Chart) throws {
    let output = Output()
    let line = try JSONText.line(result)
    if csv { output.write(table.csv) } else { output.line(json ? line : text) }
    if let save { try Data(line.utf8).write(to: URL(filePath: save)) }
    if let path = self.chart { try ChartFile(path).write(chart.svg) }
  }

  /// Numbers above 0, separated by commas.
  static func numbers(_ text: String, _ option: String) throws -> [Int] {
    let numbers = text.split(separator: ",").map { Int($0) }
    guard !numbers.isEmpty, let all = numbers as? [Int], all.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("\(option) takes numbers above 0 separated by commas, not '\(text)'")
    }
    return all
  }
}

/// A folder for indexes that are built and thrown away.
enum BenchFolder {
  static func make() -> String {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(place)/haskap-bench-XXXXXX".utf8CString)
    return mkdtemp(&name).map { String(cString: $0) } ?? "."
  }
}
