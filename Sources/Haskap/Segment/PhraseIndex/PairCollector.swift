/// Collects the documents of the chosen pairs.
final class PairCollector {
  private let choice: PairChoice
  private var entries: [Entry]

  private struct Entry {
    let bytes = ByteSink(capacity: 512)
    var documentCount = 0
    var occurrenceCount = 0
    /// The document before the current one, or none.
    var previous = PostingsLayout.noDocument
    var document = PostingsLayout.noDocument
    var frequency: UInt32 = 0

    mutating func add(_ document: UInt32) {
      if self.document != document {
        flush()
        self.document = document
      }
      frequency &+= 1
    }

    mutating func flush() {
      guard frequency > 0 else { return }
      let gap = UInt64(document &- previous &- 1)
      bytes.appendVarint(gap << 1 | (frequency == 1 ? 1 : 0))
      if frequency > 1 { bytes.appendVarint(UInt64(frequency)) }
      documentCount &+= 1
      occurrenceCount &+= Int(frequency)
      previous = document
      frequency = 0
    }
  }

  init(_ choice: PairChoice) {
    self.choice = choice
    entries = choice.keys.map { _ in Entry() }
  }

  func lists(in index: InvertedIndex, field: Int) throws -> [PairList] {
    let scan = try AdjacentTerms(index, field: field, choice.terms)
    try choice.slots.withUnsafeBufferPointer { slots in
      try entries.withUnsafeMutableBufferPointer { entries in
        try scan.run(everyWindow: 1) { document, pair in
          let slot = Int(slots[pair])
          if slot > 0 { entries[slot &- 1].add(document) }
        }
      }
    }
    return entries.indices.map { slot in
      entries[slot].flush()
      let entry = entries[slot]
      return PairList(
        key: choice.keys[slot], field: field, documentCount: entry.documentCount,
        occurrenceCount: entry.occurrenceCount, bytes: entry.bytes)
    }
  }
}
