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

  func run() throws(FormatError) { try run(index.postings(of: info, field: field), BlockCache()) }

  /// - Parameters:
  ///   - reader: of the term's postings, which are sound.
  ///   - cache: that holds no block.
  func run(_ reader: PostingsReader, _ cache: BlockCache) throws(FormatError) {
    let codes = try index.fieldNorms(field: field)
    var (place, total) = (0, 0)
    for block in 0..<reader.allBlocks {
      cache.load(reader, block: block)
      guard reader.positionsStart(ofBlock: block) == place else {
        throw error(place, "positions of block \(block)", "another place")
      }
      let (count, length) = try size(of: cache, codes, at: place)
      try check(cache, codes, count, at: place)
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
    of block: BlockCache, _ codes: UnsafePointer<UInt8>, at place: Int
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

  private func check(
    _ block: BlockCache, _ codes: UnsafePointer<UInt8>, _ count: Int, at place: Int
  ) throws(FormatError) {
    guard let start = bytes.baseAddress else { return }
    let positions = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    defer { positions.deallocate() }
    _ = PositionsReader.read(
      start + place, documents: block.documents, frequencies: block.frequencies,
      count: block.count, codes: codes, into: positions)
    var first = 0
    for index in 0..<block.count {
      let end = first &+ Int(block.frequencies[index])
      var falls = false
      for next in first &+ 1..<end { falls = falls || positions[next] < positions[next &- 1] }
      let length = FieldLength.largest(codes[Int(block.documents[index])])
      guard !falls, Int(positions[end &- 1]) < length else {
        throw error(
          place, "positions of document \(block.documents[index]) below \(length), in order",
          "\(positions[end - 1])")
      }
      first = end
    }
  }

  private func error(_ place: Int, _ expected: String, _ found: String) -> FormatError {
    FormatError(
      file: index.positions.name, offset: info.positions.lowerBound + place, expected: expected,
      found: found)
  }
}
