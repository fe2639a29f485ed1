/// Encodes the terms of a merged field, each from runs of its postings as they come.
final class MergedTerm {
  private let options: PostingsOptions
  private let codes: UnsafePointer<UInt8>
  private let writer: InvertedWriter
  private let encoder: PostingsEncoder
  private let target = ByteSink()
  private let documents: UnsafeMutablePointer<UInt32> = .allocate(
    capacity: PostingsLayout.blockLength)
  private let frequencies: UnsafeMutablePointer<UInt32> = .allocate(
    capacity: PostingsLayout.blockLength)
  /// The positions of the documents that wait for their block to be full.
  private let lows = ByteSink()
  private var highs = BitSink()
  private var waiting = 0
  private var documentFrequency = 0
  private var totalFrequency = 0
  private var positionsStart = 0

  /// - Parameter codes: of the field's length in every document; they outlive this.
  init(
    options: PostingsOptions, codes: UnsafePointer<UInt8>, documentCount: Int,
    _ statistics: FieldStatistics, _ writer: InvertedWriter
  ) {
    self.options = options
    self.codes = codes
    self.writer = writer
    encoder = PostingsEncoder(
      options: options, codes: codes, documentCount: documentCount, statistics)
  }

  deinit {
    documents.deallocate()
    frequencies.deallocate()
  }

  func begin(documentFrequency: Int) {
    self.documentFrequency = documentFrequency
    totalFrequency = 0
    positionsStart = writer.positionsEnd
    encoder.begin(documentFrequency: documentFrequency)
  }

  /// Adds documents, which come in ascending order.
  func append(_ run: PostingsRun) throws {
    var first = 0
    var place = run.positions
    while first < run.count {
      let count = min(run.count - first, PostingsLayout.blockLength - waiting)
      (documents + waiting).update(from: run.documents + first, count: count)
      (frequencies + waiting).update(from: run.frequencies + first, count: count)
      copyPositions(&place, of: waiting..<waiting + count)
      waiting += count
      first += count
      if waiting == PostingsLayout.blockLength { try endBlock() }
    }
  }

  /// Copies the positions of documents that have been added, and moves behind them: their low bytes
  /// and the bits above stand together in the block that they come from, and do not say where they
  /// are.
  private func copyPositions(_ place: inout PositionsPlace, of range: Range<Int>) {
    var occurrences = 0
    var bits = 0
    for index in range {
      let frequency = Int(frequencies[index])
      occurrences &+= frequency
      bits &+= frequency &* Int(FieldLength.highBits(codes[Int(documents[index])]))
    }
    totalFrequency &+= occurrences
    guard options.positions else { return }
    lows.append(UnsafeRawBufferPointer(start: place.lows, count: occurrences))
    if bits > 0 { highs.append(place.highs, from: place.bit, count: bits) }
    place.advance(occurrences: occurrences, bits: bits)
  }

  private func endBlock() throws {
    let end = try writePositions()
    encoder.appendBlock(documents, frequencies, positionsEnd: end)
    waiting = 0
  }

  /// Returns where the positions end, counted from the term's.
  private func writePositions() throws -> UInt32 {
    guard options.positions else { return 0 }
    highs.finish()
    try writer.append(positions: lows.bytes)
    try writer.append(positions: highs.bytes)
    lows.removeAll()
    highs.removeAll()
    guard let end = UInt32(exactly: writer.positionsEnd - positionsStart) else {
      throw SegmentLimitError.positions
    }
    return end
  }

  func finish(_ term: UnsafeRawBufferPointer) throws {
    _ = try writePositions()
    target.removeAll()
    encoder.finish(documents, frequencies, count: waiting, to: target)
    waiting = 0
    try writer.append(
      term, documents: documentFrequency,
      occurrences: options.frequencies ? totalFrequency : documentFrequency,
      postings: target.bytes, positionsStart: positionsStart)
  }
}
