/// Reads what a segment has of a term block by block.
final class RunReader {
  private static let room = BitPacking.blockLength + 8
  private let documents: UnsafeMutablePointer<UInt32> = .allocate(capacity: RunReader.room)
  private let frequencies: UnsafeMutablePointer<UInt32> = .allocate(capacity: RunReader.room)

  deinit {
    documents.deallocate()
    frequencies.deallocate()
  }

  /// In how many documents that stay the term is.
  func liveCount(_ term: TermInfo, _ source: FieldSource) throws -> Int {
    guard !source.map.keepsAll else { return term.documentFrequency }
    let reader = try source.index.postings(of: term, field: source.field)
    return (0..<reader.allBlocks).reduce(0) { count, block in
      let length = reader.decodeDocuments(ofBlock: block, into: documents)
      return count + (0..<length).count { source.map[documents[$0]] != nil }
    }
  }

  /// Gives the documents that stay, with those together that follow each other.
  func read(
    _ term: TermInfo, _ source: FieldSource, _ body: (PostingsRun) throws -> Void
  ) throws {
    guard let codes = source.codes else { return }
    let reader = try source.index.postings(of: term, field: source.field)
    let hasPositions = source.index.fields[source.field].positions
    let positions = hasPositions ? try source.index.positions(of: term).baseAddress : nil
    for block in 0..<reader.allBlocks {
      let count = reader.decode(block: block, documents: documents, frequencies: frequencies)
      let start = positions.map { $0 + reader.positionsStart(ofBlock: block) }
      let place = place(from: start ?? UnsafeRawPointer(documents), count: count)
      try read(count, place, source.map, codes, body)
    }
  }

  private func place(from start: UnsafeRawPointer, count: Int) -> PositionsPlace {
    let occurrences = (0..<count).reduce(0) { $0 &+ Int(frequencies[$1]) }
    return PositionsPlace(lows: start, highs: start + occurrences, bit: 0)
  }

  /// Gives the runs of the block that has been decoded.
  private func read(
    _ count: Int, _ place: PositionsPlace, _ map: DocumentIDMap, _ codes: UnsafePointer<UInt8>,
    _ body: (PostingsRun) throws -> Void
  ) throws {
    var run = PostingsRun(
      documents: documents, frequencies: frequencies, count: 0, positions: place)
    var next = place
    for index in 0..<count {
      let code = codes[Int(documents[index])]
      let frequency = Int(frequencies[index])
      next.advance(occurrences: frequency, bits: frequency &* Int(FieldLength.highBits(code)))
      if let number = map[documents[index]] {
        documents[index] = number
        run.count &+= 1
      } else {
        if run.count > 0 { try body(run) }
        run = PostingsRun(
          documents: documents + index + 1, frequencies: frequencies + index + 1, count: 0,
          positions: next)
      }
    }
    if run.count > 0 { try body(run) }
  }
}
