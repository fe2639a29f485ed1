/// Where the positions of a term in one document are.
struct PositionPlace {
  /// Of the low bytes, counted from the term's positions.
  var offset: UInt32
  var frequency: UInt32
  /// The number of the posting.
  var posting: UInt32
}

/// A term of a phrase: where it stands in it, and where its positions are.
final class PhraseTerm {
  let node: TermNode
  let offset: UInt32
  let positions: UnsafeRawPointer
  /// A block of which whole positions were asked for, and how many bits above the low bytes come
  /// before each document's, with the number of positions at the end.
  private let wholeBlock = BlockCache()
  private let bitSums: UnsafeMutablePointer<Int> = .allocate(
    capacity: BitPacking.blockLength + 1)
  private var summedBlock = -1

  init(_ node: TermNode, offset: UInt32) throws {
    self.node = node
    self.offset = offset
    positions = try node.index.positions(of: node.info).baseAddress.unsafelyUnwrapped
  }

  deinit { bitSums.deallocate() }

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
    var count = 0
    node.forEachBlock(window, candidates) { block, range in
      var sum = UInt32(truncatingIfNeeded: node.reader.positionsStart(ofBlock: block))
      for index in 0..<range.lowerBound { sum &+= frequencies[index] }
      let first = block &* PostingsLayout.blockLength
      for index in range {
        let place = Int(documents[index]) &- window.start
        places[count] = PositionPlace(
          offset: sum, frequency: frequencies[index],
          posting: UInt32(truncatingIfNeeded: first &+ index))
        count &+= Int(truncatingIfNeeded: candidates[place &>> 6] &>> UInt64(place & 63) & 1)
        sum &+= frequencies[index]
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
    var sum = 0
    var next = 0
    node.forEachCandidate(window, candidates) { block, index, _ in
      if block != current {
        cache.loadFrequencies(reader, block: block)
        current = block
        sum = reader.positionsStart(ofBlock: block)
        next = 0
      }
      while next < index {
        sum &+= Int(cache.frequencies[next])
        next &+= 1
      }
      places[count] = PositionPlace(
        offset: UInt32(truncatingIfNeeded: sum), frequency: cache.frequencies[index],
        posting: UInt32(truncatingIfNeeded: block &* PostingsLayout.blockLength &+ index))
      count &+= 1
    }
  }

  /// Writes the places where the phrase would begin, by whole positions, ascending. A beginning
  /// before the field's wraps round to a number that no other term gives.
  func starts(
    _ place: PositionPlace, highBits width: Int, into target: UnsafeMutablePointer<UInt32>
  ) {
    let block = Int(place.posting) / PostingsLayout.blockLength
    sumBits(block)
    let total = bitSums[BitPacking.blockLength]
    let highs = positions + node.reader.positionsStart(ofBlock: block) + total
    var bit = bitSums[Int(place.posting) % PostingsLayout.blockLength]
    let lows = positions + Int(place.offset)
    for index in 0..<Int(place.frequency) {
      let low = UInt32(lows.load(fromByteOffset: index, as: UInt8.self))
      let high = width > 0 ? PositionsReader.bits(highs, from: bit, count: width) : 0
      target[index] = (low | high &<< 8) &- offset
      bit &+= width
    }
  }

  private func sumBits(_ block: Int) {
    guard summedBlock != block else { return }
    summedBlock = block
    wholeBlock.loadDocuments(node.reader, block: block)
    wholeBlock.loadFrequencies(node.reader, block: block)
    var bits = 0
    var total = 0
    for index in 0..<wholeBlock.count {
      let frequency = Int(wholeBlock.frequencies[index])
      bitSums[index] = bits
      bits &+= frequency &* node.highBits(of: wholeBlock.documents[index])
      total &+= frequency
    }
    bitSums[BitPacking.blockLength] = total
  }
}
