/// Compares the listed pairs with the texts: it collects the same pairs again, as writing them does.
struct PairsCheck {
  private let index: InvertedIndex
  private let pairs: PhraseIndex

  static func run(_ index: InvertedIndex) throws {
    guard let pairs = index.pairs else { return }
    try PairsCheck(index: index, pairs: pairs).run()
  }

  private func run() throws {
    let keys = try pairs.keys()
    var left = Set(keys)
    for field in index.fields.indices where index.fields[field].positions {
      let terms = try terms(of: keys, field: field)
      let own = keys.filter { terms[$0.first] != nil && terms[$0.second] != nil }
      guard !own.isEmpty else { continue }
      guard let choice = try PairChoice(own, of: terms, in: index, field: field) else {
        throw pairs.error("pairs of at most 255 terms", found: "\(terms.count)")
      }
      for list in try PairCollector.lists(choice, field: field, threads: 1) { try compare(list) }
      left.subtract(own)
    }
    guard left.isEmpty else {
      throw pairs.error("pairs of terms of one field", found: "\(left.count) others")
    }
  }

  /// The terms of a field in any of the pairs, by where their postings begin.
  private func terms(of keys: [PairKey], field: Int) throws -> [Int: TermInfo] {
    let wanted = Set(keys.flatMap { [$0.first, $0.second] })
    var found: [Int: TermInfo] = [:]
    var cursor = try index.dictionaries[field].cursor()
    while try cursor.advance() {
      let start = cursor.info.postings.lowerBound
      if wanted.contains(start) { found[start] = cursor.info }
    }
    return found
  }

  private func compare(_ list: PairList) throws {
    guard let info = try index.pair(list.key),
      let reader = try index.postings(ofPair: info, field: list.field)
    else { throw pairs.error("a list of every pair", found: "none") }
    let cache = BlockCache()
    var entries = PairEntries(list.parts)
    for block in 0..<reader.allBlocks {
      cache.load(reader, block: block)
      for index in 0..<cache.count {
        let entry = entries.next()
        guard entry?.document == cache.documents[index],
          entry?.frequency == cache.frequencies[index]
        else {
          throw pairs.error(
            "the texts' documents of the pair at \(info.postings.lowerBound)",
            found: "document \(cache.documents[index])")
        }
      }
    }
    guard entries.next() == nil, list.documentCount == info.documentFrequency,
      list.occurrenceCount == info.totalFrequency
    else {
      throw pairs.error(
        "\(list.documentCount) documents of the pair at \(info.postings.lowerBound)",
        found: "\(info.documentFrequency)")
    }
  }
}
