internal import CLibrary

/// The terms of every document: the graph whose documents are brought in a better order.
///
/// A document's terms may be replaced by fewer, while it is looked at together with fewer others.
final class ForwardIndex: @unchecked Sendable {  // No two threads touch the same document.
  let documentCount: Int
  /// Terms are numbered from 0.
  private(set) var termCount = 0
  private let starts: UnsafeMutablePointer<Int>
  private let lengths: UnsafeMutablePointer<UInt32>
  private var terms: UnsafeMutablePointer<UInt32>

  /// - Parameters:
  ///   - maps: the numbers of each segment's documents in the graph.
  ///   - memoryBudget: in bytes; the rarest terms are left out so that it is kept.
  init(_ parts: [InvertedIndex], _ maps: [DocumentIDMap], memoryBudget: Int) throws {
    documentCount = maps.reduce(0) { $0 + $1.count }
    starts = .allocate(capacity: documentCount + 1)
    lengths = .allocate(capacity: documentCount)
    terms = .allocate(capacity: 0)
    starts.initialize(repeating: 0, count: documentCount + 1)
    lengths.initialize(repeating: 0, count: documentCount)
    let scan = TermScan(parts, maps)
    let least = try scan.leastFrequency(mostEntries: memoryBudget / MemoryLayout<UInt32>.size)
    let lengths = lengths
    termCount = try scan.run(fromFrequency: least) { _, document in
      lengths[Int(document)] &+= 1
    }
    makeRoom()
    let (terms, starts) = (terms, starts)
    _ = try scan.run(fromFrequency: least) { term, document in
      let document = Int(document)
      terms[starts[document] &+ Int(lengths[document])] = UInt32(truncatingIfNeeded: term)
      lengths[document] &+= 1
    }
  }

  deinit {
    starts.deallocate()
    lengths.deallocate()
    terms.deallocate()
  }

  private func makeRoom() {
    for document in 0..<documentCount {
      starts[document + 1] = starts[document] + Int(lengths[document])
      lengths[document] = 0
    }
    terms.deallocate()
    terms = .allocate(capacity: starts[documentCount])
  }

  @inline(__always)
  func terms(of document: UInt32) -> UnsafeMutableBufferPointer<UInt32> {
    let document = Int(document)
    return UnsafeMutableBufferPointer(
      start: terms + starts[document], count: Int(lengths[document]))
  }

  /// What the gaps between each term's documents take together, each as many bits as its logarithm
  /// says.
  func gapBits(of order: some Sequence<UInt32>) -> Double {
    let logarithms = (0...documentCount).map { log2(Double(max(1, $0))) }
    var places = [Int](repeating: -1, count: termCount)
    var bits = 0.0
    for (place, document) in order.enumerated() {
      for term in terms(of: document) {
        bits += logarithms[place - places[Int(term)]]
        places[Int(term)] = place
      }
    }
    return bits
  }

  /// Keeps only the first terms of a document.
  @inline(__always)
  func truncate(_ document: UInt32, to count: Int) {
    lengths[Int(document)] = UInt32(truncatingIfNeeded: count)
  }
}

/// Reads which documents have which terms. Grams are left out: they say what the words say, and are
/// several times as many.
private struct TermScan {
  private let parts: [InvertedIndex]
  private let maps: [DocumentIDMap]
  private let documentCount: Int

  init(_ parts: [InvertedIndex], _ maps: [DocumentIDMap]) {
    self.parts = parts
    self.maps = maps
    documentCount = maps.reduce(0) { $0 + $1.count }
  }

  /// From which number of documents on terms are taken, so that all their documents together are
  /// not too many. A term of one document says nothing.
  func leastFrequency(mostEntries: Int) throws -> Int {
    var entries = [Int](repeating: 0, count: Int.bitWidth)
    try forEachTerm { frequency, _, _ in
      if frequency > 1 { entries[Int.bitWidth - frequency.leadingZeroBitCount] += frequency }
    }
    var left = mostEntries
    var width = Int.bitWidth - 1
    while width > 1, entries[width] <= left {
      left -= entries[width]
      width -= 1
    }
    return 1 << width
  }

  /// Calls `body` with each document of each term of so many documents or more, and returns how many
  /// terms these are.
  func run(fromFrequency least: Int, _ body: (Int, UInt32) -> Void) throws -> Int {
    let room = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingsLayout.blockLength + 8)
    defer { room.deallocate() }
    var term = 0
    try forEachTerm { frequency, field, holders in
      guard frequency >= max(2, least) else { return }
      for (part, info) in holders {
        let reader = try parts[part].postings(of: info, field: field)
        for block in 0..<reader.allBlocks {
          for index in 0..<reader.decodeDocuments(ofBlock: block, into: room) {
            if let document = maps[part][room[index]] { body(term, document) }
          }
        }
      }
      term += 1
    }
    return term
  }

  /// Calls `body` with each term's number of documents, its field, and what each part has of it.
  private func forEachTerm(
    _ body: (Int, Int, [(part: Int, info: TermInfo)]) throws -> Void
  ) throws {
    for (field, description) in (parts.first?.fields ?? []).enumerated()
    where !Schema.isGramsName(description.name) {
      var terms = try TermUnion(parts.map { $0.dictionaries[field] })
      while try terms.advance() {
        let holders = terms.holders.map { (part: $0, info: terms.info(of: $0)) }
        try body(holders.reduce(0) { $0 + $1.info.documentFrequency }, field, holders)
      }
    }
  }
}
