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
  private let sums = HighBitSums()

  init(_ node: TermNode, offset: UInt32) throws {
    self.node = node
    self.offset = offset
    positions = try node.index.positions(of: node.info).baseAddress.unsafelyUnwrapped
  }

  /// Leaves of the candidates those that have the term, and as often as a document of their length
  /// must.
  func narrow(_ window: Window, _ words: Bits.Words, bounds: FrequencyBounds) {
    let kept = window.scratch.words()
    defer { window.scratch.release(kept) }
    Bits.clear(kept, count: window.wordCount)
    let documents = node.cache.documents
    let frequencies = node.cache.frequencies
    node.forEachBlock(window, words) { _, range in
      for index in range where bounds.allows(documents[index], frequency: frequencies[index]) {
        Bits.insert(Int(documents[index]) &- window.start, into: kept)
      }
    }
    Bits.intersect(words, with: kept, count: window.wordCount)
  }

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
    let cache = node.cache
    let reader = node.reader
    var count = 0
    var current = -1
    var sum: UInt32 = 0
    var next = 0
    node.forEachCandidate(window, candidates) { block, index, _ in
      if block != current {
        cache.loadFrequencies(reader, block: block)
        current = block
        sum = UInt32(truncatingIfNeeded: reader.positionsStart(ofBlock: block))
        next = 0
      }
      while next < index {
        sum &+= cache.frequencies[next]
        next &+= 1
      }
      places[count] = PositionPlace(
        offset: sum, frequency: cache.frequencies[index],
        highs: UInt32(truncatingIfNeeded: block &* PostingsLayout.blockLength &+ index),
        highBit: PositionPlace.uncounted)
      count &+= 1
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
