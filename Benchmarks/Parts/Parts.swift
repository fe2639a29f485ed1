import Benchmark
import FoundationEssentials
import HaskapBench
import HaskapDocuments

/// Each part of the engine's work on rows of generated reports. (The plug-in looks for this name.)
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .throughput, .instructions]
  Benchmark.defaultConfiguration.maxDuration = .seconds(2)
  Benchmark.defaultConfiguration.timeUnits = .microseconds
  for part in BenchPart.allCases {
    let place = Place()
    Benchmark(
      part.rawValue,
      closure: { benchmark, work in
        for _ in benchmark.scaledIterations { try work() }
      }, setup: { try place.work(part) }, teardown: { try place.remove() })
  }
}

/// A folder for the index that is asked, and for those that are built.
private struct Place {
  private let folder = FileManager.default.temporaryDirectory.path + "/haskap-" + UUID().uuidString

  /// What does the part once.
  func work(_ part: BenchPart) throws -> () throws -> Void {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try ReportCorpus(reports: 60, years: 10, seed: 7).writeDocuments(to: "\(folder)/rows.jsonl")
    _ = try DocumentIndexer(index: "\(folder)/index").build(["\(folder)/rows.jsonl"])
    return try PartBenchmark(path: "\(folder)/index").work(part, folder)
  }

  func remove() throws { try FileManager.default.removeItem(atPath: folder) }
}
