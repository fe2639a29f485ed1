/// Walks the documents of one gram in ascending order and gives the gram's positions in them.
final class GramCursor {
  private let reader: PostingsReader
  private let positions: UnsafeRawPointer
  /// The code of every document's length, which tells how wide its positions are.
  private let codes: UnsafePointer<UInt8>
  private let cache = BlockCache()
  private var block = -1
  /// The current document's place in its block.
  private var index = 0
  /// The documents of the block before this one are counted in the sums below.
  private var counted = 0
  private var positionsBefore = 0
  private var highBitsBefore = 0
  /// Positions of the whole block.
  private var total = 0
  private(set) var document: UInt32 = PostingsLayout.noDocument

  /// - Parameter info: of a term of the field, in at least one document.
  init(_ index: InvertedIndex, field: Int, info: TermInfo) throws(FormatError) {
    reader = try index.postings(of: info, field: field)
    positions = UnsafeRawPointer(
      try index.positions(of: info).baseAddress.unsafelyUnwrapped)
    codes = try index.lengthCodes(field: field)
    load(0)
  }

  var documentFrequency: Int { reader.documentFrequency }

  private func load(_ block: Int) {
    self.block = block
    index = 0
    counted = -1
    guard block < reader.allBlocks else {
      document = PostingsLayout.noDocument
      return
    }
    cache.loadDocuments(reader, block: block)
    document = cache.documents[0]
  }

  @inline(__always)
  func advance() {
    index &+= 1
    guard index < cache.count else { return load(block &+ 1) }
    document = cache.documents[index]
  }

  /// Moves to the first document, from the current one on, that is not below `target`.
  func seek(to target: UInt32) {
    guard document < target else { return }
    if reader.lastDocument(ofBlock: block) < target {
      load(reader.block(holding: target, from: block &+ 1))
    }
    guard block < reader.allBlocks else { return }
    index = lowerBound(target)
    guard index < cache.count else { return load(block &+ 1) }
    document = cache.documents[index]
  }

  private func lowerBound(_ target: UInt32) -> Int {
    var low = index
    var high = cache.count
    while low < high {
      let middle = (low &+ high) / 2
      if cache.documents[middle] < target { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// How often the gram stands in the current document.
  @inline(__always)
  var frequency: Int {
    cache.loadFrequencies(reader, block: block)
    return Int(cache.frequencies[index])
  }

  /// Writes the positions in the current document, each less `offset`, which wraps round below 0.
  ///
  /// - Parameter target: room for `frequency` numbers.
  @inline(__always)
  func readPositions(minus offset: UInt32, into target: UnsafeMutablePointer<UInt32>) {
    count()
    let source = positions + reader.positionsStart(ofBlock: block)
    let lows = source + positionsBefore
    let frequency = Int(cache.frequencies[index])
    let width = self.width(of: document)
    guard width > 0 else {
      for place in 0..<frequency {
        target[place] = UInt32(lows.load(fromByteOffset: place, as: UInt8.self)) &- offset
      }
      return
    }
    let highs = source + total
    var bit = highBitsBefore
    for place in 0..<frequency {
      let low = UInt32(lows.load(fromByteOffset: place, as: UInt8.self))
      target[place] =
        (low | PositionsReader.bits(highs, from: bit, count: width) &<< 8) &- offset
      bit &+= width
    }
  }

  /// Brings the sums up to the current document.
  @inline(__always)
  private func count() {
    cache.loadFrequencies(reader, block: block)
    if counted < 0 {
      counted = 0
      positionsBefore = 0
      highBitsBefore = 0
      total = 0
      for place in 0..<cache.count { total &+= Int(cache.frequencies[place]) }
    }
    while counted < index {
      let frequency = Int(cache.frequencies[counted])
      positionsBefore &+= frequency
      highBitsBefore &+= frequency &* width(of: cache.documents[counted])
      counted &+= 1
    }
  }

  @inline(__always)
  private func width(of document: UInt32) -> Int {
    Int(FieldLength.highBits(codes[Int(document)]))
  }
}
