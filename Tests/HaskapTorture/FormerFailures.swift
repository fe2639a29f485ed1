import Haskap
import HaskapCivic
import HaskapTestSupport

/// The files under `Tests/Torture/Failures`: what made an earlier version fail, one a case.
final class FormerFailures: Trial {
  static let folder = "\(SeedIndex.package)/Tests/Torture/Failures"
  private let work: String
  let paths: [String]

  init(_ folder: String) {
    work = "\(folder)/\(Child.input)"
    paths = ["reports", "queries", "lies"].flatMap { kind in
      FolderListing.names("\(Self.folder)/\(kind)").sorted().map { "\(kind)/\($0)" }
    }
  }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let path = paths[number % paths.count]
    let file = "\(Self.folder)/\(path)"
    if path.hasPrefix("reports/") {
      ReportsTrial.read(path, contents(of: file))
    } else if path.hasPrefix("queries/") {
      Questions.ask(SeedIndex.stored, [String(decoding: contents(of: file), as: UTF8.self)])
    } else {
      try askLie(file)
    }
  }

  private func askLie(_ path: String) throws {
    FolderListing.removeAll(work)
    FolderListing.copy(path, work)
    let isSound = IndexCheck.run(path: work).isSound
    Questions.ask(work, Questions.stored + Questions.civic)
    for number in 0..<8 { Questions.askCivic(work, UInt64(number)) }
    let reader = isSound ? try IndexReader(path: work) : nil
    for query in Questions.stored {
      if let contradiction = reader.flatMap({ Questions.contradiction($0, query) }) {
        throw Failure(description: "\(path), '\(query)': \(contradiction)")
      }
    }
    let writer = try? IndexWriter(path: work, schema: IndexReader(path: work).schema)
    guard let writer, (try? writer.optimize(reorder: true)) != nil else { return }
    if !isSound { throw Failure(description: "\(path): optimize takes what check refuses") }
  }
}
