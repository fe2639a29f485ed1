import Haskap
import HaskapTestSupport

/// A file of the index lies with right checksums: search, check, optimize and the civic questions
/// end, and not by a signal. Where a check finds nothing, the answers agree with each other, and
/// are those of the untouched index if the file says nothing that another one does not tell. A
/// merge refuses what a check refuses.
final class LiesTrial: Trial {
  private let seeds: [LiesSeed]
  private let folder: String
  private var current = -1
  /// What is to be put back, by path.
  private var changed: [String: [UInt8]] = [:]

  /// - Parameter seeds: are tried in turn, a run of cases each.
  init(_ folder: String, _ seeds: [LiesSeed]) {
    self.seeds = seeds
    self.folder = "\(folder)/\(Child.input)"
  }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let seed = seeds[number / 50 % seeds.count]
    restore(seed, number / 50 % seeds.count)
    let entities = seed.entities.flatMap { random.below(3) == 0 ? $0 : nil }
    let index = entities ?? seed.index
    let name = random.pick(index.names)
    var body = index.body(name)
    if random.below(40) == 0 {
      body = index.body(random.pick(index.names))
    } else {
      Mutation.change(&body, &random)
    }
    for (name, bytes) in index.resealed(name, body) {
      let path = (entities == nil ? folder : "\(folder)/entities") + "/" + name
      changed[path] = index.files[name]
      write(bytes, to: path)
    }
    try ask(seed, name, &random)
  }

  private func ask(_ seed: LiesSeed, _ name: String, _ random: inout SplitMix64) throws {
    let queries = (0..<3).map { _ in random.pick(seed.queries) }
    let reader = try? IndexReader(path: folder)
    let answers = queries.map { query in reader.map { Questions.answer($0, query) } }
    if seed.isCivic { Questions.askCivic(folder, random.next()) }
    let isSound = IndexCheck.run(path: folder).isSound
    if isSound, let reader {
      for case (let query, let answer?) in zip(queries, answers) {
        try seed.compare(query, answer, name, reader)
      }
    }
    if random.below(16) == 0 { try merge(isSound: isSound) }
  }

  /// What a failure ended stays as it was, to be kept; so the folder is made sound before a case.
  private func restore(_ seed: LiesSeed, _ number: Int) {
    if current == number {
      for (path, bytes) in changed { write(bytes, to: path) }
    } else {
      FolderListing.removeAll(folder)
      FolderListing.copy(seed.path, folder)
      current = number
    }
    changed = [:]
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
