import Glibc
import Haskap
import HaskapTestSupport

/// A disk that is full: writing fails with an error that says so, the last commit stays, and smaller
/// work succeeds again. The folder must lie on a small file system.
final class FullDiskTrial: Trial {
  private let folder: String
  private var commit = 0

  init(_ folder: String) { self.folder = "\(folder)/index" }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    commit += 1
    do {
      try DurableIndex.apply(commit, to: IndexWriter(path: folder, schema: DurableIndex.schema))
    } catch {
      throw Failure(description: "a small commit: \(error)")
    }
    guard !fits(200 + random.below(40_000), &random) else { return restart() }
    let report = IndexCheck.run(path: folder)
    guard report.isSound else { throw Failure(description: "\(report.problems)") }
    let documents = try DurableIndex.answers(IndexReader(path: folder)).documents
    guard documents == DurableIndex.model(after: commit) else {
      throw Failure(description: "other documents than those of commit \(commit)")
    }
  }

  /// Whether so many documents find room.
  private func fits(_ count: Int, _ random: inout SplitMix64) -> Bool {
    do {
      let writer = try IndexWriter(path: folder, schema: DurableIndex.schema)
      for _ in 0..<count {
        let words = (0..<20).map { _ in "x\(random.below(100_000))" }
        try writer.add(["id": "\(random.next())", "body": "\(words.joined(separator: " "))"])
      }
      try writer.commit()
      return true
    } catch {
      return false
    }
  }

  private func restart() {
    FolderListing.empty(folder)
    commit = 0
  }
}
