/// Where the positions of a term in one document are.
struct PositionPlace {
  /// Of the low bytes, counted from the term's positions.
  var offset: UInt32
  var frequency: UInt32
  /// Of the block's bits above the low bytes, counted from the term's positions; if those were not
  /// counted, the number of the posting.
  var highs: UInt32
  /// The first of the document's bits among them, or `uncounted`.
  var highBit: UInt32

  static let uncounted = UInt32.max
}

/// A term of a phrase: where it stands in it, and where its positions are.
final class PhraseTerm {
  let node: TermNode
  let offset: UInt32
  let positions: UnsafeRawPointer
  /// Occurrences before each document of a block.
  private let before: UnsafeMutablePointer<UInt32> = .allocate(capacity: BitPacking.blockLength)
  private let sums = HighBitSums()

  init(_ node: TermNode, offset: UInt32) throws {
    self.node = node
    self.offset = offset
    positions = try node.index.positions(of: node.info).baseAddress.unsafelyUnwrapped
  }

  deinit { before.deallocate() }

  /// Finds the positions of all candidates of a window, which all have the term, in order.
  ///
  /// - Parameter places: with room for one more than there are candidates.
  func locate(
    _ window: Window, _ candidates: Bits.Words, count: Int,
    into places: UnsafeMutablePointer<PositionPlace>
  ) {
    let expected = node.info.documentFrequency * window.count / node.index.documentCount
    if count * Self.crowd > expected {
      locateAll(window, candidates, into: places)
    } else {
      locateFew(window, candidates, into: places)
    }
  }

  /// If at least one document in so many is a candidate, it is quicker to look at all.
  private static let crowd = 6

  /// Walks all documents of the blocks, without a branch that depends on the candidates.
  private func locateAll(
    _ window: Window, _ candidates: Bits.Words, into places: UnsafeMutablePointer<PositionPlace>
  ) {
    let documents = node.cache.documents
    let frequencies = node.cache.frequencies
    let widths = node.highBits
    let codes = node.scorer.codes
    var count = 0
    node.forEachBlock(window, candidates) { block, range in
      var offset = UInt32(truncatingIfNeeded: node.reader.positionsStart(ofBlock: block))
      var highs = offset
      for index in 0..<node.cache.count { highs &+= frequencies[index] }
      var bit: UInt32 = 0
      for index in 0..<range.upperBound {
        let document = Int(documents[index])
        let frequency = frequencies[index]
        if index >= range.lowerBound {
          let place = document &- window.start
          places[count] = PositionPlace(
            offset: offset, frequency: frequency, highs: highs, highBit: bit)
          count &+= Int(truncatingIfNeeded: candidates[place &>> 6] &>> UInt64(place & 63) & 1)
        }
        offset &+= frequency
        bit &+= frequency &* UInt32(widths[Int(codes[document])])
      }
    }
  }

  private func locateFew(
    _ window: Window, _ candidates: Bits.Words, into places: UnsafeMutablePointer<PositionPlace>
  ) {
    let (cache, reader, before) = (node.cache, node.reader, before)
    var count = 0
    var current = -1
    var start: UInt32 = 0
    node.forEachCandidate(window, candidates) { block, index, _ in
      if block != current {
        cache.loadFrequencies(reader, block: block)
        Self.sum(cache.frequencies, into: before)
        current = block
        start = UInt32(truncatingIfNeeded: reader.positionsStart(ofBlock: block))
      }
      places[count] = PositionPlace(
        offset: start &+ before[index], frequency: cache.frequencies[index],
        highs: UInt32(truncatingIfNeeded: block &* PostingsLayout.blockLength &+ index),
        highBit: PositionPlace.uncounted)
      count &+= 1
    }
  }

  /// Writes for each value of a block the sum of those before it, four at a time. Of a shorter block
  /// what is behind its values is undefined before and after.
  @inline(__always)
  private static func sum(
    _ values: UnsafePointer<UInt32>, into sums: UnsafeMutablePointer<UInt32>
  ) {
    var base = SIMD4<UInt32>.zero
    for row in 0..<BitPacking.blockLength / 4 {
      let own = UnsafeRawPointer(values + 4 * row).loadUnaligned(as: SIMD4<UInt32>.self)
      var sum = own &+ SIMD4(0, own[0], own[1], own[2])
      sum &+= SIMD4(0, 0, sum[0], sum[1])
      UnsafeMutableRawPointer(sums + 4 * row)
        .storeBytes(of: base &+ sum &- own, as: SIMD4<UInt32>.self)
      base &+= SIMD4(repeating: sum[3])
    }
  }

  /// Completes a place whose high bits were not counted.
  @inline(__always)
  func countHighBits(before place: inout PositionPlace) {
    guard place.highBit == PositionPlace.uncounted else { return }
    let (start, bit) = sums.find(Int(place.highs), of: node)
    place.highs = UInt32(truncatingIfNeeded: start)
    place.highBit = UInt32(truncatingIfNeeded: bit)
  }
}

/// Where the bits above the low bytes are, for single postings: counted over whole blocks.
private final class HighBitSums {
  private let cache = BlockCache()
  private var block = -1
  private var start = 0
  private let sums: UnsafeMutablePointer<Int> = .allocate(capacity: BitPacking.blockLength)

  deinit { sums.deallocate() }

  /// The offset of the block's bits, counted from the term's positions, and the first bit of the
  /// posting with this number.
  func find(_ posting: Int, of node: TermNode) -> (start: Int, bit: Int) {
    let block = posting / PostingsLayout.blockLength
    if self.block != block { count(block, of: node) }
    return (start, sums[posting % PostingsLayout.blockLength])
  }

  private func count(_ block: Int, of node: TermNode) {
    self.block = block
    cache.loadDocuments(node.reader, block: block)
    cache.loadFrequencies(node.reader, block: block)
    start = node.reader.positionsStart(ofBlock: block)
    var bits = 0
    for index in 0..<cache.count {
      let frequency = Int(cache.frequencies[index])
      sums[index] = bits
      bits &+= frequency &* node.highBits(of: cache.documents[index])
      start &+= frequency
    }
  }
}
