/// Collects the documents of the chosen pairs.
enum PairCollector {
  /// What a part of the documents has of a pair.
  private struct Entry {
    let bytes = ByteSink(capacity: 128)
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

  /// - Parameter threads: that read the texts, each a part.
  static func lists(_ choice: PairChoice, field: Int, threads: Int) throws -> [PairList] {
    let parts = try choice.texts.read(everyWindow: 1, threads: threads) { reader, windows in
      try entries(of: choice, reader, windows)
    }
    return choice.keys.enumerated().map { slot, key in
      let entries = parts.map { $0[slot] }
      return PairList(
        key: key, field: field, documentCount: entries.reduce(0) { $0 + $1.documentCount },
        occurrenceCount: entries.reduce(0) { $0 + $1.occurrenceCount },
        parts: entries.map(\.bytes))
    }
  }

  private static func entries(
    of choice: PairChoice, _ reader: AdjacentTermsReader, _ windows: ArraySlice<Int>
  ) throws -> [Entry] {
    var entries = choice.keys.map { _ in Entry() }
    try choice.slots.withUnsafeBufferPointer { slots in
      try entries.withUnsafeMutableBufferPointer { entries in
        try reader.run(windows) { document, pair in
          let slot = Int(slots[pair])
          if slot > 0 { entries[slot &- 1].add(document) }
        }
      }
    }
    for slot in entries.indices { entries[slot].flush() }
    return entries
  }
}
