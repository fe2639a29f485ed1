import Haskap
import HaskapTestSupport

/// A file of the index lies with right checksums: search, check, optimize and the civic questions
/// end, and not by a signal. A merge refuses what a check refuses.
final class LiesTrial: Trial {
  private let index: SealedIndex
  private let isCivic: Bool
  private let folder: String
  private let names: [String]

  init(_ folder: String, _ seed: String) throws {
    let report = IndexCheck.run(path: seed)
    guard report.isSound else { throw Failure(description: "the seed: \(report.problems)") }
    index = SealedIndex(seed)
    self.folder = "\(folder)/lies"
    FolderListing.copy(seed, self.folder)
    isCivic = seed.hasSuffix("civic")
    // All kinds alike often, though one of them has most of the bytes.
    names = index.names
  }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let name = random.pick(names)
    var body = index.body(name)
    if random.below(40) == 0 {
      body = index.body(random.pick(names))
    } else {
      Mutation.change(&body, &random)
    }
    let changed = index.resealed(name, body)
    for (name, bytes) in changed { write(bytes, to: "\(folder)/\(name)") }
    if isCivic {
      Questions.askCivic(folder)
    } else {
      Questions.ask(folder, (0..<5).map { _ in random.pick(Questions.stored) })
    }
    let report = IndexCheck.run(path: folder)
    if random.below(8) == 0 { try merge(isSound: report.isSound) }
    for name in changed.keys { write(index.files[name] ?? [], to: "\(folder)/\(name)") }
  }

  private func merge(isSound: Bool) throws {
    let path = "\(folder)-merged"
    FolderListing.empty(path)
    FolderListing.copy(folder, path)
    guard let schema = try? IndexReader(path: path).schema,
      let writer = try? IndexWriter(path: path, schema: schema)
    else { return }
    let isMerged = (try? writer.optimize(reorder: !isSound)) != nil && (try? writer.commit()) != nil
    if isMerged, !isSound { throw Failure(description: "optimize sealed what check refuses") }
    if isMerged, !IndexCheck.run(path: path).isSound {
      throw Failure(description: "what optimize wrote is damaged, and what it read was not")
    }
  }
}
