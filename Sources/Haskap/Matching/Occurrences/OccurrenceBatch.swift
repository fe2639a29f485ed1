/// Occurrences of a unit that wait to be told apart by their rungs.
///
/// The boundary bits of two documents are far apart in memory, so each first look costs a cache
/// miss. Many occurrences are looked up in one loop without a branch, in which the misses overlap.
struct OccurrenceBatch: ~Copyable {
  private let boundaries: BoundariesField
  private let ladder: UnitLadder
  /// Where occurrences do not count (`ExcludedPlaces`).
  var excluded: Set<UInt64> = []
  private static let room = 1024
  /// What is allocated first: most units stand in few places.
  private static let leastRoom = 32
  /// Nothing is allocated before the first occurrence.
  private var capacity = 0
  /// Where the occurrences begin, in scalars from the beginning of their field.
  private var starts: UnsafeMutablePointer<UInt32>
  private var patterns: UnsafeMutablePointer<UInt64>
  private var count = 0
  /// The documents, which are no more than the room for occurrences.
  private var documents: UnsafeMutablePointer<Entry> = .allocate(capacity: 0)
  private var documentCount = 0

  private struct Entry {
    var document: UInt32
    /// Behind its last occurrence.
    var end: Int
    var bits = BoundaryBits(UnsafeRawBufferPointer(start: nil, count: 0))
  }

  init(_ boundaries: BoundariesField, _ ladder: UnitLadder) {
    self.boundaries = boundaries
    self.ladder = ladder
    starts = .allocate(capacity: capacity)
    patterns = .allocate(capacity: capacity)
  }

  deinit {
    starts.deallocate()
    patterns.deallocate()
    documents.deallocate()
  }

  /// Whether `take` must be called before the next documents are added, up to 128.
  var isFull: Bool { count >= Self.room / 2 }

  /// Whether all occurrences count.
  private var countsAll: Bool { ladder.countsAll && excluded.isEmpty }

  /// Memory for so many occurrences, which the caller fills before `add`.
  @inline(__always)
  mutating func extend(by length: Int) -> UnsafeMutablePointer<UInt32> {
    if count &+ length > capacity { grow(to: count &+ length) }
    return starts + count
  }

  /// Adds the occurrences of a document that stand in the memory given by `extend`.
  @inline(__always)
  mutating func add(_ document: UInt32, count length: Int) {
    guard length > 0 else { return }
    count &+= length
    documents[documentCount] = Entry(document: document, end: count)
    documentCount &+= 1
  }

  private mutating func grow(to length: Int) {
    capacity = max(length, capacity * 2, Self.leastRoom)
    Self.move(&starts, count, to: capacity)
    Self.move(&documents, documentCount, to: min(capacity, Self.room))
    patterns.deallocate()
    patterns = .allocate(capacity: capacity)
  }

  private static func move<Value: BitwiseCopyable>(
    _ values: inout UnsafeMutablePointer<Value>, _ count: Int, to capacity: Int
  ) {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    larger.initialize(from: values, count: count)
    values.deallocate()
    values = larger
  }

  /// Gives every document in which an occurrence counts with its counts, in the order in which they
  /// were added, and empties the batch.
  @inline(__always)
  mutating func take(_ body: (UInt32, RungCounts) -> Void) throws(FormatError) {
    for index in 0..<documentCount {
      documents[index].bits = try boundaries.bits(of: Int(documents[index].document))
    }
    if ladder.isShort { try lookUp() }
    var first = 0
    for index in 0..<documentCount {
      let end = documents[index].end
      let counts = try counts(first..<end, documents[index])
      if countsAll || !counts.isEmpty { body(documents[index].document, counts) }
      first = end
    }
    count = 0
    documentCount = 0
  }

  /// Gives every document with where its occurrences begin, and empties the batch.
  mutating func takeStarts(_ body: (UInt32, UInt32) -> Void) {
    var first = 0
    for index in 0..<documentCount {
      let entry = documents[index]
      for place in first..<entry.end { body(entry.document, starts[place]) }
      first = entry.end
    }
    count = 0
    documentCount = 0
  }

  @inline(__always)
  private func counts(_ places: Range<Int>, _ entry: Entry) throws(FormatError) -> RungCounts {
    guard ladder.isShort, excluded.isEmpty, places.count <= RungCounts.most else {
      return try longCounts(places, entry)
    }
    var counts: UInt64 = 0
    if ladder.countsAll {
      for place in places { counts &+= ladder.rung(of: patterns[place]).one }
    } else {
      for place in places where ladder.counts(patterns[place]) {
        counts &+= ladder.rung(of: patterns[place]).one
      }
    }
    return RungCounts(counts)
  }

  private func longCounts(_ places: Range<Int>, _ entry: Entry) throws(FormatError) -> RungCounts {
    var counts = SIMD4<UInt32>()
    for place in places
    where ladder.counts(at: Int(starts[place]), in: entry.bits)
      && !excluded.contains(ExcludedPlaces.key(entry.document, starts[place]))
    {
      guard let rung = ladder.rung(at: Int(starts[place]), in: entry.bits) else {
        throw tooShort(entry, start: starts[place])
      }
      counts[rung.rawValue] &+= 1
    }
    return RungCounts(clamping: counts)
  }

  /// Reads the boundary bits under every occurrence.
  private func lookUp() throws(FormatError) {
    let width = ladder.length &+ 1
    var first = 0
    for index in 0..<documentCount {
      let entry = documents[index]
      // The occurrences ascend: if the last lies inside, all do.
      guard entry.bits.holds(Int(starts[entry.end &- 1]), width: width) else {
        throw tooShort(entry, start: starts[entry.end &- 1])
      }
      for place in first..<entry.end {
        patterns[place] = entry.bits.uncheckedPattern(at: Int(starts[place]), width: width)
      }
      first = entry.end
    }
  }

  private func tooShort(_ entry: Entry, start: UInt32) -> FormatError {
    boundaries.error(
      "boundaries of document \(entry.document) up to \(Int(start) + ladder.length)",
      found: entry.bits.count)
  }
}

extension SIMD4<UInt32> {
  fileprivate subscript(rung: UInt8) -> UInt32 {
    @inline(__always) get { self[Int(rung)] }
    @inline(__always) set { self[Int(rung)] = newValue }
  }
}
