import Foundation
import Testing

@testable import HaskapBench

private let hasPython =
  ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/python3")
  } ?? false

/// The programs in Benchmarks that read what this module writes.
@Suite(.enabled(if: hasPython, "they need python3")) struct ScriptsTests {
  private static let benchmarks = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Benchmarks").standardized.path

  private func python(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }

  /// What is given wins over what `--quick` means.
  @Test func quickLeavesWhatIsGiven() throws {
    let script = """
      import importlib.machinery, importlib.util
      loader = importlib.machinery.SourceFileLoader("run", "\(Self.benchmarks)/peers/run")
      run = importlib.util.module_from_spec(importlib.util.spec_from_loader("run", loader))
      loader.exec_module(run)
      for words in [[], ["--quick"], ["--quick", "--reports", "100", "--rounds", "3"]]:
        given = run.arguments(words)
        print(given.reports, given.rounds, given.queries, given.passes)
      """
    #expect(try python("-c", script) == "2000 3 60 5\n200 1 20 3\n100 3 20 3\n")
  }

  /// RESULTS.md tells the growth of builds as the command and its chart do.
  @Test(arguments: [[1.0], [0.9, 1, 1.15], [0.2, 1, 1.8]])
  func growthIsTheSameInTableAndChart(rounds: [Double]) throws {
    var result = BuildResult()
    result.icuSecondsPerMiB.values = [0.05]
    for (documents, seconds) in [(100, 0.1), (3000, 1.0), (30_000, 12), (100_000, 45)] {
      var setup = BuildResult.Setup(
        documents: documents, textBytes: 200 * documents, words: 1, threads: 1, memoryBudget: 64)
      setup.cpu.values = rounds.map { $0 * seconds }
      setup.wall = setup.cpu
      setup.peakMemory.values = [Double(documents) * 1e3]
      setup.indexBytes = 300 * documents
      result.setups.append(setup)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try JSONEncoder().encode(result).write(to: folder.appending(path: "growth.json"))
    _ = try python("\(Self.benchmarks)/report", folder.path)
    let page = try String(contentsOf: folder.appending(path: "RESULTS.md"), encoding: .utf8)
    let told = BuildGrowth.time.law(result.setups).map { law in
      String(format: "| CPU seconds | %.3f ± %.3f |", law.exponent, law.exponentError ?? 0)
    }
    #expect(page.contains(told ?? "| CPU seconds | too few, too small or too noisy | – |"))
    #expect((told == nil) == (rounds.count == 3 && rounds[0] == 0.2))
  }
}
