import Glibc
import Haskap
import HaskapTestSupport

/// A writer is killed at some moment: the index opens at a commit, none that was told is lost, and
/// the next writer goes on and leaves no leftovers.
final class KillsTrial: Trial {
  private let folder: String
  private var commits: Int

  init(_ folder: String) {
    self.folder = "\(folder)/index"
    commits = (try? IndexReader(path: self.folder)).flatMap(DurableIndex.commits) ?? 0
  }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let process = Process([folder], program: Process.sibling("HaskapCrashWriter"))
    var output = process.readSome()
    usleep(UInt32(1 + random.below(40_000)))
    process.kill()
    while case let more = process.readSome(), !more.isEmpty { output += more }
    let (status, _) = process.wait()
    guard status & 0x7F == SIGKILL else { throw Failure(description: "the writer ended by itself") }
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    let told = lines.last.flatMap { Int($0) } ?? commits
    let reader = try opened()
    let found = DurableIndex.commits(reader) ?? -1
    guard found == told || found == told + 1 else {
      throw Failure(description: "commit \(found) after \(told)")
    }
    let report = IndexCheck.run(path: folder)
    guard report.isSound else { throw Failure(description: "\(report.problems)") }
    guard try DurableIndex.answers(reader).documents == DurableIndex.model(after: found) else {
      throw Failure(description: "other documents than those of commit \(found)")
    }
    commits = found
    // The model grows with the commits.
    if commits > 3000 { restart() }
  }

  private func opened() throws -> IndexReader {
    do { return try IndexReader(path: folder) } catch { throw Failure(description: "\(error)") }
  }

  private func restart() {
    FolderListing.empty(folder)
    commits = 0
  }
}

/// Small updates without end: the index stays small, and is what the documents are.
final class UpdatesTrial: Trial {
  private let folder: String
  private var commit = 0

  init(_ folder: String) {
    self.folder = "\(folder)/index"
    FolderListing.empty(self.folder)
  }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let writer = try IndexWriter(path: folder, schema: DurableIndex.schema)
    commit += 1
    try DurableIndex.apply(commit, to: writer)
    guard commit % 50 == 0 else { return }
    let reader = try IndexReader(path: folder)
    guard try DurableIndex.answers(reader).documents == DurableIndex.model(after: commit) else {
      throw Failure(description: "other documents than those of commit \(commit)")
    }
    let names = FolderListing.names(folder)
    guard names.count < 100, reader.segmentCount < 12 else {
      throw Failure(description: "\(names.count) files, \(reader.segmentCount) segments")
    }
  }
}

/// A writer commits all the time; readers and checks beside it find a whole commit, always.
final class BesideTrial: Trial {
  private let folder: String

  init(_ folder: String) { self.folder = "\(folder)/index" }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    FolderListing.empty(folder)
    let writer = Process([folder], program: Process.sibling("HaskapCrashWriter"))
    _ = writer.readSome()
    defer {
      writer.kill()
      _ = writer.wait()
    }
    for _ in 0..<60 {
      let report = IndexCheck.run(path: folder)
      guard report.isSound else { throw Failure(description: "check: \(report.problems)") }
      let reader = try IndexReader(path: folder)
      let commit = DurableIndex.commits(reader) ?? 0
      guard try DurableIndex.answers(reader).documents == DurableIndex.model(after: commit) else {
        throw Failure(description: "other documents than those of commit \(commit)")
      }
    }
  }
}
