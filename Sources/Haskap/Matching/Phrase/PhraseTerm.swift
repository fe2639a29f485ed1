internal import CProcessor

/// A term of a phrase: where it stands in it, and where its positions are.
struct PhraseTerm {
  let node: TermNode
  let offset: UInt32
  let positions: UnsafeRawPointer
  /// Of each document of a block: the occurrences before it, and the bits above their low bytes.
  private let before: UnsafeMutablePointer<UInt32>
  private let bitsBefore: UnsafeMutablePointer<UInt32>
  /// By its place in the window the index of a document in its block.
  private let indices: UnsafeMutablePointer<UInt8>
  private let sums: HighBitSums

  init(_ node: TermNode, offset: UInt32) throws {
    positions = UnsafeRawPointer(
      try node.index.positions(of: node.info).baseAddress.unsafelyUnwrapped)
    self.node = node
    self.offset = offset
    before = node.memory.take(BitPacking.blockLength)
    bitsBefore = node.memory.take(BitPacking.blockLength)
    indices = node.memory.take(SearchScratch.documents)
    sums = HighBitSums(node.memory)
  }

  /// Finds the positions of all candidates of a window, which all have the term, in order. Returns
  /// whether the bits above the low bytes were counted.
  ///
  /// - Parameters:
  ///   - words: the candidates as a set.
  ///   - candidates: the same as a list.
  ///   - places: with room for one more than there are candidates.
  func locate(
    _ window: Window, _ words: Bits.Words, _ candidates: UnsafeBufferPointer<UInt32>,
    into places: UnsafeMutablePointer<PositionPlace>
  ) -> Bool {
    let expected = node.info.documentFrequency * window.count / node.index.documentCount
    let isCrowded = candidates.count * Self.crowd > expected
    if isCrowded {
      locateAll(window, words, candidates, into: places)
    } else {
      locateFew(window, words, into: places)
    }
    return isCrowded
  }

  /// If at least one document in so many is a candidate, it is quicker to look at all.
  private static let crowd = 6

  /// Sums up whole blocks, without a branch that depends on the candidates.
  private func locateAll(
    _ window: Window, _ words: Bits.Words, _ candidates: UnsafeBufferPointer<UInt32>,
    into places: UnsafeMutablePointer<PositionPlace>
  ) {
    let (cache, reader, indices) = (node.cache, node.reader, indices)
    let (before, bitsBefore) = (before, bitsBefore)
    let (documents, frequencies) = (cache.documents, cache.frequencies)
    var next = 0
    node.forEachBlock(window, words) { block, range in
      guard let last = range.last else { return }
      for index in range {
        indices[Int(documents[index]) &- window.start] = UInt8(truncatingIfNeeded: index)
      }
      Self.sum(frequencies, into: before)
      sumBits(range.upperBound)
      let start = UInt32(truncatingIfNeeded: reader.positionsStart(ofBlock: block))
      let total = before[cache.count &- 1] &+ frequencies[cache.count &- 1]
      let firstBit = UInt64(start &+ total) &* 8
      let lastPlace = Int(documents[last]) &- window.start
      while next < candidates.count && Int(candidates[next]) <= lastPlace {
        let index = Int(indices[Int(candidates[next])])
        let offset = start &+ before[index]
        processor_prefetch_read(positions + Int(offset))
        places[next] = PositionPlace(
          offset: offset, frequency: frequencies[index],
          highBit: firstBit &+ UInt64(bitsBefore[index]))
        next &+= 1
      }
    }
  }

  private func sumBits(_ count: Int) {
    let (documents, frequencies) = (node.cache.documents, node.cache.frequencies)
    let (bitsBefore, widths, codes) = (bitsBefore, node.highBits, node.scorer.codes)
    var bits: UInt32 = 0
    for index in 0..<count {
      bitsBefore[index] = bits
      bits &+= frequencies[index] &* UInt32(widths[Int(codes[Int(documents[index])])])
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
      let posting = UInt64(
        truncatingIfNeeded: block &* PostingsLayout.blockLength &+ index)
      let offset = start &+ before[index]
      processor_prefetch_read(positions + Int(offset))
      places[count] = PositionPlace(
        offset: offset, frequency: cache.frequencies[index],
        highBit: PositionPlace.uncounted | posting)
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

  /// Where the positions are that `locate` found.
  ///
  /// - Parameter width: bits of a position above its low byte in this document.
  @inline(__always)
  func slice(_ place: inout PositionPlace, width: Int) -> PositionsSlice {
    if width > 0 { countHighBits(before: &place) }
    return PositionsSlice(
      lows: positions + Int(place.offset), highs: positions,
      highBit: Int(truncatingIfNeeded: place.highBit), count: Int(place.frequency), width: width)
  }

  /// Completes a place whose high bits were not counted.
  @inline(__always)
  func countHighBits(before place: inout PositionPlace) {
    guard place.highBit >= PositionPlace.uncounted else { return }
    place.highBit = sums.find(
      Int(truncatingIfNeeded: place.highBit & ~PositionPlace.uncounted), of: node)
  }
}

/// Where the bits above the low bytes are, for single postings: counted over whole blocks.
private struct HighBitSums {
  private let cache: BlockCache
  private let block: UnsafeMutablePointer<Int>
  private let sums: UnsafeMutablePointer<UInt64>

  init(_ memory: SearchMemory) {
    cache = BlockCache(memory.take(BlockCache.length))
    sums = memory.take(BitPacking.blockLength)
    block = memory.take(1)
    block.initialize(to: -1)
  }

  /// The first bit of the posting with this number, counted from the term's positions.
  func find(_ posting: Int, of node: TermNode) -> UInt64 {
    let block = posting / PostingsLayout.blockLength
    if self.block.pointee != block { count(block, of: node) }
    return sums[posting % PostingsLayout.blockLength]
  }

  private func count(_ block: Int, of node: TermNode) {
    self.block.pointee = block
    cache.loadDocuments(node.reader, block: block)
    cache.loadFrequencies(node.reader, block: block)
    var occurrences = node.reader.positionsStart(ofBlock: block)
    for index in 0..<cache.count { occurrences &+= Int(cache.frequencies[index]) }
    var bit = UInt64(truncatingIfNeeded: occurrences &* 8)
    for index in 0..<cache.count {
      sums[index] = bit
      bit &+=
        UInt64(cache.frequencies[index])
        &* UInt64(truncatingIfNeeded: node.highBits(of: cache.documents[index]))
    }
  }
}
