import ArgumentParser
import FoundationEssentials
import Haskap
import HaskapBench

struct BenchPartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "part",
    abstract: "Do one part of the work again and again, for a profiler.",
    discussion: """
      What is searched or built is drawn from the index with a seed, so that the same
      work is done each time; Benchmarks/instructions counts its instructions.

      PARTS: \(BenchPart.allCases.map(\.rawValue).joined(separator: ", "))

      EXAMPLES:
        haskap bench part phrase --times 1000
        perf record -g haskap bench part building Index/docs --times 20
      """)

  @Argument(help: "The part.", completion: .list(BenchPart.allCases.map(\.rawValue)))
  var part: String

  @Argument(help: "The folder of the index.", completion: .directory)
  var index = IndexFolder.standard.path

  @Option(parsing: .unconditional, help: "How often.")
  var times = 100

  @Option(parsing: .unconditional, help: "The seed of the random numbers.")
  var seed: UInt64 = 7

  func validate() throws {
    guard BenchPart(rawValue: part) != nil else {
      let parts = BenchPart.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no part '\(part)'; there are \(parts)")
    }
    guard times > 0 else { throw ValidationError("--times takes a number above 0") }
  }

  func run() throws {
    guard let part = BenchPart(rawValue: part) else { return }
    let folder = try BenchFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try IndexFolder(path: index).askReader { $0.generation }
    let nanoseconds = try PartBenchmark(path: index, seed: seed).run(
      part, times: times, folder: folder)
    let microseconds = (Double(nanoseconds) / Double(times) / 10).rounded() / 100
    Output().line("\(part.rawValue): \(times) times, \(microseconds) µs each")
  }
}
