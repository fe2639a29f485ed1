internal import CLibrary

/// The terms and pairs of a field that are worth being listed.
struct PairChoice {
  /// The terms of these pairs, at most 255, numbered from 1 on.
  private let terms: [TermInfo]
  /// By 256 times the first term's number and the second's: the place in `keys`, from 1 on; 0 for
  /// pairs that are not listed.
  private(set) var slots = [UInt16](repeating: 0, count: 1 << 16)
  private(set) var keys: [PairKey] = []
  /// The terms, to be read.
  private(set) var texts: AdjacentTerms

  private static let mostTerms = 255
  private static let mostPairs = Int(UInt16.max)
  /// One window in so many is looked at to tell how long the lists will be.
  private static let sampling = 8

  init(_ index: InvertedIndex, field: Int, rule: PairRule, threads: Int) throws {
    let (terms, budget) = try Self.terms(index, field, rule)
    self.terms = terms
    let candidates = Self.candidates(terms, index.documentCount, rule)
    texts = try AdjacentTerms(
      index, field: field, candidates.isEmpty ? [] : terms, threads: threads)
    guard !candidates.isEmpty else { return }
    for (slot, pair) in candidates.enumerated() { slots[pair] = UInt16(slot + 1) }
    let counts = try counts(of: candidates.count, threads: threads)
    choose(candidates, counts, budget: budget, documentCount: index.documentCount)
  }

  /// These pairs and no others; nil when they have too many terms.
  ///
  /// - Parameter infos: by where their postings begin.
  init?(_ keys: [PairKey], of infos: [Int: TermInfo], in index: InvertedIndex, field: Int) throws {
    let offsets = Set(keys.flatMap { [$0.first, $0.second] }).sorted()
    guard offsets.count <= Self.mostTerms, keys.count <= Self.mostPairs else { return nil }
    self.keys = keys
    terms = offsets.compactMap { infos[$0] }
    texts = try AdjacentTerms(index, field: field, terms, threads: 1)
    let numbers = Dictionary(uniqueKeysWithValues: zip(offsets, 1...))
    for (slot, key) in keys.enumerated() {
      guard let first = numbers[key.first], let second = numbers[key.second] else { return nil }
      slots[first << 8 | second] = UInt16(slot + 1)
    }
  }

  /// The terms that pairs may have, the most frequent first, and how many bytes the lists may take.
  private static func terms(
    _ index: InvertedIndex, _ field: Int, _ rule: PairRule
  ) throws -> ([TermInfo], budget: Double) {
    let dictionary = index.dictionaries[field]
    let minCandidates = rule.minCandidates(of: index.documentCount)
    var terms: [TermInfo] = []
    var bytes = 0
    for block in 0..<dictionary.place.blockCount {
      var cursor = try BlockCursor(dictionary, block: block)
      repeat {
        cursor.readInfo()
        bytes += cursor.info.postings.count + cursor.info.positions.count
        if cursor.info.documentFrequency >= minCandidates { terms.append(cursor.info) }
      } while cursor.advance()
    }
    terms.sort {
      ($1.documentFrequency, $0.postings.lowerBound)
        < ($0.documentFrequency, $1.postings.lowerBound)
    }
    terms.removeLast(max(0, terms.count - mostTerms))
    return (terms, Double(bytes) * rule.share)
  }

  private static func candidates(
    _ terms: [TermInfo], _ documentCount: Int, _ rule: PairRule
  ) -> [Int] {
    let minCandidates = rule.minCandidates(of: documentCount)
    var found: [Int] = []
    for first in terms.indices {
      for second in terms.indices {
        let pair = (first + 1) << 8 | (second + 1)
        guard commonDocuments(pair, terms, of: documentCount) >= minCandidates else { break }
        found.append(pair)
      }
    }
    return Array(found.prefix(mostPairs))
  }

  /// The documents that have both terms, if these were independent.
  private static func commonDocuments(
    _ pair: Int, _ terms: [TermInfo], of documentCount: Int
  ) -> Int {
    terms[pair >> 8 - 1].documentFrequency * terms[pair & 255 - 1].documentFrequency
      / documentCount
  }

  /// About how often each candidate stands in the texts, by its place from 1 on.
  private func counts(of candidates: Int, threads: Int) throws -> [Int] {
    let parts = try texts.read(everyWindow: Self.sampling, threads: threads) {
      [slots] reader, windows in
      var counts = [Int](repeating: 0, count: candidates + 1)
      try reader.run(windows) { _, pair in counts[Int(slots[pair])] += Self.sampling }
      return counts
    }
    return parts.dropFirst().reduce(into: parts[0]) { sum, part in
      for slot in part.indices { sum[slot] += part[slot] }
    }
  }

  /// What the pair costs without a list, in comparisons of positions: a document costs about as
  /// much as ten of them.
  private func comparisons(_ pair: Int, of documentCount: Int) -> Double {
    let positions = meanFrequency(pair >> 8) + meanFrequency(pair & 255)
    return Double(Self.commonDocuments(pair, terms, of: documentCount)) * (10 + positions)
  }

  private func meanFrequency(_ number: Int) -> Double {
    let term = terms[number - 1]
    return Double(term.totalFrequency) / Double(term.documentFrequency)
  }

  /// Takes pairs up to the budget, those first that save the most for a byte, and forgets the terms
  /// of no pair.
  private mutating func choose(
    _ candidates: [Int], _ counts: [Int], budget: Double, documentCount: Int
  ) {
    let lengths = counts.map { Self.length(occurrences: $0, of: documentCount) }
    let savings = candidates.enumerated().map { slot, pair in
      return comparisons(pair, of: documentCount) * Double(counts[slot + 1]) / lengths[slot + 1]
    }
    slots = [UInt16](repeating: 0, count: slots.count)
    var rest = budget
    var last = 0
    for slot in candidates.indices.sorted(by: { (savings[$1], $0) < (savings[$0], $1) }) {
      guard lengths[slot + 1] <= rest else { continue }
      rest -= lengths[slot + 1]
      let pair = candidates[slot]
      keys.append(PairKey(terms[pair >> 8 - 1], terms[pair & 255 - 1]))
      slots[pair] = UInt16(keys.count)
      last = max(last, pair >> 8, pair & 255)
    }
    texts.keep(first: last)
  }

  /// About the bytes of a list: the gaps between its documents, and three bits more for each.
  private static func length(occurrences: Int, of documentCount: Int) -> Double {
    let gap = Double(documentCount) / Double(max(occurrences, 1))
    return Double(PhraseIndexLayout.rowLength)
      + Double(occurrences) * (max(0, log2(gap)) + 3) / 8
  }
}
