/// The positions of one term in one document after the other. A block of documents is decoded
/// when one of it is asked for, so documents are best asked for in ascending order.
final class TermPositions {
  private let reader: PostingsReader
  private let source: UnsafeRawPointer
  /// The code of every document's length, which tells how positions are written.
  private let codes: UnsafePointer<UInt8>
  private let cache = BlockCache()
  private var positions: UnsafeMutablePointer<UInt32>
  private var capacity = 512
  /// Where the positions of each document of the block begin.
  private let starts: UnsafeMutablePointer<Int>
  private var block = -1

  init(_ index: InvertedIndex, field: Int, info: TermInfo) throws(FormatError) {
    reader = try index.postings(of: info, field: field)
    source = UnsafeRawPointer(try index.positions(of: info).baseAddress.unsafelyUnwrapped)
    codes = try index.fieldNorms(field: field)
    positions = .allocate(capacity: capacity)
    starts = .allocate(capacity: PostingsLayout.blockLength + 1)
  }

  deinit {
    positions.deallocate()
    starts.deallocate()
  }

  /// Ascending, and none when the document does not have the term. They stay until the next call.
  func positions(in document: UInt32) -> UnsafeBufferPointer<UInt32> {
    let isInside =
      block >= 0 && document <= reader.lastDocument(ofBlock: block)
      && document >= reader.documentBefore(block: block) &+ 1
    if !isInside { load(reader.block(holding: document, from: 0)) }
    let index = cache.indices(from: Int(document), to: Int(document) + 1).first
    guard block < reader.allBlocks, let index else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: positions + starts[index], count: starts[index + 1] - starts[index])
  }

  private func load(_ block: Int) {
    self.block = block
    guard block < reader.allBlocks else { return }
    cache.loadDocuments(reader, block: block)
    cache.loadFrequencies(reader, block: block)
    starts[0] = 0
    for index in 0..<cache.count {
      starts[index + 1] = starts[index] + Int(cache.frequencies[index])
    }
    reserve(starts[cache.count])
    _ = PositionsReader.read(
      source + reader.positionsStart(ofBlock: block), documents: cache.documents,
      frequencies: cache.frequencies, count: cache.count, codes: codes, into: positions)
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = max(count, 2 * capacity)
    positions.deallocate()
    positions = .allocate(capacity: capacity)
  }
}
