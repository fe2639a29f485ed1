/// Looks at the positions of a term: they take the bytes that frequencies and lengths say, ascend in
/// each document and stay below the length of its field.
struct PositionsCheck {
  private let index: InvertedIndex
  private let field: Int
  private let info: TermInfo
  private let bytes: UnsafeRawBufferPointer

  init(_ index: InvertedIndex, field: Int, _ info: TermInfo) throws(FormatError) {
    (self.index, self.field, self.info) = (index, field, info)
    bytes = try index.positions.verified(info.positions)
  }

  func run() throws(FormatError) {
    let reader = try index.postings(of: info, field: field)
    // Many a term has a few documents: to ask for memory would take longer than to look at them.
    var room = InlineArray<272, UInt32>(repeating: 0)
    var span = room.mutableSpan
    try span.withUnsafeMutableBufferPointer { room throws(FormatError) in
      guard let documents = room.baseAddress else { return }
      let decoded = Block(documents: documents, frequencies: documents + room.count / 2)
      try run(reader, decoded, wantsPositions: false) {
        reader.decode(
          block: $0, documents: decoded.documents, frequencies: decoded.frequencies)
      } body: { _, _ in
      }
    }
  }

  /// - Parameters:
  ///   - reader: of the term's postings, which are sound.
  ///   - cache: that holds no block.
  ///   - body: gets each block, which the cache holds then, with the positions of all its documents.
  func run(
    _ reader: PostingsReader, _ cache: BlockCache,
    _ body: (_ block: Int, UnsafePointer<UInt32>) throws(FormatError) -> Void
  ) throws(FormatError) {
    let decoded = Block(documents: cache.documents, frequencies: cache.frequencies)
    try run(
      reader, decoded, wantsPositions: true, load: { cache.load(reader, block: $0) }, body: body)
  }

  /// Documents and frequencies of a decoded block.
  private struct Block {
    let documents: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>
    var count = 0
  }

  @inline(__always)
  private func run(
    _ reader: PostingsReader, _ decoded: Block, wantsPositions: Bool, load: (Int) -> Int,
    body: (_ block: Int, UnsafePointer<UInt32>) throws(FormatError) -> Void
  ) throws(FormatError) {
    let codes = try index.fieldNorms(field: field)
    var decoded = decoded
    var (place, total) = (0, 0)
    for block in 0..<reader.allBlocks {
      decoded.count = load(block)
      guard reader.positionsStart(ofBlock: block) == place else {
        throw error(place, "positions of block \(block)", "another place")
      }
      let (count, length) = try size(of: decoded, codes, at: place)
      if !wantsPositions, count == length {
        // Most have no other bytes than the low ones, which are the positions.
        try check(low(at: place), of: decoded, codes, count, at: place)
      } else {
        let positions = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        defer { positions.deallocate() }
        _ = PositionsReader.read(
          low(at: place), documents: decoded.documents, frequencies: decoded.frequencies,
          count: decoded.count, codes: codes, into: positions)
        try check(positions, of: decoded, codes, count, at: place)
        try body(block, positions)
      }
      place += length
      total += count
    }
    guard place == bytes.count, total == info.totalFrequency else {
      throw error(
        0, "\(info.totalFrequency) positions in \(bytes.count) bytes", "\(total) in \(place)")
    }
  }

  /// How many positions a block has, and bytes.
  private func size(
    of block: Block, _ codes: UnsafePointer<UInt8>, at place: Int
  ) throws(FormatError) -> (count: Int, length: Int) {
    var (count, bits) = (0, 0)
    for index in 0..<block.count {
      let frequency = Int(block.frequencies[index])
      guard frequency > 0 else { throw error(place, "a frequency", "0") }
      count &+= frequency
      bits &+= frequency &* Int(FieldLength.highBits(codes[Int(block.documents[index])]))
    }
    let length = count + (bits + 7) / 8
    guard length <= bytes.count - place else {
      throw error(place, "\(length) bytes of positions", "\(bytes.count - place)")
    }
    return (count, length)
  }

  private func low(at place: Int) -> UnsafePointer<UInt8> {
    bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: UInt8.self) + place
  }

  /// With no branch for a document: positions fall where one begins, and nowhere else.
  private func check<Position: FixedWidthInteger & UnsignedInteger>(
    _ positions: UnsafePointer<Position>, of block: Block, _ codes: UnsafePointer<UInt8>,
    _ count: Int, at place: Int
  ) throws(FormatError) {
    var (end, tooLarge) = (0, 0)
    var falls: UInt32 = 0
    for next in 1..<max(1, count) { falls &+= positions[next] < positions[next &- 1] ? 1 : 0 }
    let lengths = FieldLength.largestByCode
    for index in 0..<block.count {
      if end > 0 { falls &-= positions[end] < positions[end &- 1] ? 1 : 0 }
      end &+= Int(block.frequencies[index])
      let length = lengths[Int(codes[Int(block.documents[index])])]
      tooLarge |= UInt32(truncatingIfNeeded: positions[end &- 1]) < length ? 0 : 1
    }
    guard falls == 0, tooLarge == 0 else {
      throw error(
        place, "positions from document \(block.documents[0]) on, in order and below the lengths",
        "others")
    }
  }

  private func error(_ place: Int, _ expected: String, _ found: String) -> FormatError {
    FormatError(
      file: index.positions.name, offset: info.positions.lowerBound + place, expected: expected,
      found: found)
  }
}
