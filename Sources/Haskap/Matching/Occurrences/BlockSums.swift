/// Where the positions of each document of one block are: sums over those before it.
final class BlockSums {
  private let cache: BlockCache
  private let before: UnsafeMutablePointer<Int>
  private let bitsBefore: UnsafeMutablePointer<Int>
  private var current = (list: -1, block: -1)
  /// Documents of the block.
  private var count = 0

  init(_ memory: SearchMemory) {
    cache = BlockCache(memory.take(BlockCache.length))
    before = memory.take(BitPacking.blockLength + 1)
    bitsBefore = memory.take(BitPacking.blockLength + 1)
  }

  func forget() { current = (-1, -1) }

  /// The positions of one document of a block.
  ///
  /// - Parameters:
  ///   - list: tells the list from others.
  ///   - positions: where those of the list begin.
  ///   - codes: of every document's length.
  ///   - widths: by the code, bits of a position above its low byte.
  func slice(
    _ reader: PostingsReader, list: Int, block: Int, index: Int, _ positions: UnsafeRawPointer,
    _ codes: UnsafePointer<UInt8>, _ widths: UnsafePointer<UInt8>
  ) -> PositionsSlice {
    if current != (list, block) {
      current = (list, block)
      sum(reader, block, codes, widths)
    }
    let start = positions + reader.positionsStart(ofBlock: block)
    return PositionsSlice(
      lows: start + before[index], highs: start + before[count],
      highBit: bitsBefore[index], count: before[index &+ 1] &- before[index],
      width: Int(widths[Int(codes[Int(cache.documents[index])])]))
  }

  private func sum(
    _ reader: PostingsReader, _ block: Int, _ codes: UnsafePointer<UInt8>,
    _ widths: UnsafePointer<UInt8>
  ) {
    count = reader.decode(
      block: block, documents: cache.documents, frequencies: cache.frequencies)
    var (positions, bits) = (0, 0)
    for index in 0..<count {
      (before[index], bitsBefore[index]) = (positions, bits)
      let frequency = Int(cache.frequencies[index])
      positions &+= frequency
      bits &+= frequency &* Int(widths[Int(codes[Int(cache.documents[index])])])
    }
    before[count] = positions
  }
}
