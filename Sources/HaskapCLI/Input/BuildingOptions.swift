import ArgumentParser
import CLibrary
import HaskapDocuments

/// How an index of documents is built, for those who share a machine or collect what is wrong.
struct BuildingOptions: ParsableArguments {
  private static let memories = 16...1_048_576

  @Option(
    help:
      "How many MiB documents may take before they are written to disk. (default: 256 a thread)")
  var memory: Int?

  @Option(help: "How many threads read texts. (default: one a core)")
  var workers: Int?

  @Option(
    help: "A file for what --skip-bad passes over: file, line and problem, as lines of JSON.",
    completion: .file())
  var skipped: String?

  func validate() throws {
    try Self.check(memory.map { [$0] } ?? [])
    guard workers.map((1...256).contains) ?? true else {
      throw ValidationError("--workers takes numbers from 1 to 256")
    }
  }

  /// - Throws: `ValidationError` for a budget in which hardly a document has room, or that no machine has.
  static func check(_ memories: [Int]) throws {
    guard memories.allSatisfy(Self.memories.contains) else {
      throw ValidationError("--memory takes MiB from 16 to \(Self.memories.upperBound)")
    }
  }

  /// The first that was given.
  var given: String? {
    [("--memory", memory != nil), ("--workers", workers != nil), ("--skipped", skipped != nil)]
      .first(where: \.1)?.0
  }

  /// - Parameter inputs: the files that are read; none of them is written over.
  func apply(to indexer: inout DocumentIndexer, reading inputs: [String]) throws {
    if let memory { indexer.memoryBudget = memory << 20 }
    indexer.workers = workers
    guard let skipped else { return }
    if let output = FileIdentity(skipped),
      let input = inputs.first(where: { FileIdentity($0) == output })
    {
      throw UserError(
        description: "--skipped names '\(skipped)', and \(input) is that file and is read; "
          + "name another file")
    }
    let output = try Output(creating: skipped)
    indexer.onSkip = { output.line(try JSONText.line($0)) }
  }
}
