/// Walks the documents of one gram in ascending order and gives the gram's positions in them.
final class GramCursor {
  private let reader: PostingsReader
  private let positions: UnsafeRawPointer
  /// The code of every document's length, which tells how wide its positions are.
  private let codes: UnsafePointer<UInt8>
  /// High bits of a position by the length's code.
  private let widths: UnsafeMutablePointer<UInt8> = .allocate(capacity: 256)
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
    for code in 0...255 { widths[code] = FieldLength.highBits(UInt8(code)) }
    load(0)
  }

  deinit { widths.deallocate() }

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

  /// The same from the beginning on.
  func move(to target: UInt32) {
    load(reader.block(holding: target, from: 0))
    seek(to: target)
  }

  /// How often the gram stands in the current document.
  @inline(__always)
  var frequency: UInt32 {
    cache.loadFrequencies(reader, block: block)
    return cache.frequencies[index]
  }

  /// Halves the rest of the block without a branch on what is found.
  @inline(__always)
  private func lowerBound(_ target: UInt32) -> Int {
    var low = index
    var length = cache.count &- index
    while length > 1 {
      let half = length &>> 1
      low &+= cache.documents[low &+ half &- 1] < target ? half : 0
      length &-= half
    }
    return low &+ (length == 1 && cache.documents[low] < target ? 1 : 0)
  }

  /// Of documents in ascending order the first that is not below `target` is rarely far.
  @inline(__always)
  func step(to target: UInt32) {
    if document >= target { return }
    if index &+ 1 < cache.count && cache.documents[index &+ 1] >= target {
      index &+= 1
      document = cache.documents[index]
      return
    }
    seek(to: target)
  }

  /// Where the positions in the current document are.
  @inline(__always)
  var place: GramPlace {
    count()
    let source = positions + reader.positionsStart(ofBlock: block)
    return GramPlace(
      lows: source + positionsBefore, highs: source + total, highBit: highBitsBefore,
      count: Int(cache.frequencies[index]), width: width(of: document))
  }

  /// Brings the sums up to the current document.
  @inline(__always)
  private func count() {
    if counted < 0 { beginCounting() }
    while counted < index {
      let frequency = Int(cache.frequencies[counted])
      positionsBefore &+= frequency
      highBitsBefore &+= frequency &* width(of: cache.documents[counted])
      counted &+= 1
    }
  }

  private func beginCounting() {
    cache.loadFrequencies(reader, block: block)
    counted = 0
    positionsBefore = 0
    highBitsBefore = 0
    total = 0
    for place in 0..<cache.count { total &+= Int(cache.frequencies[place]) }
  }

  @inline(__always)
  private func width(of document: UInt32) -> Int { Int(widths[Int(codes[Int(document)])]) }
}

/// Where the positions of a gram in one document are (see `PositionsLayout`).
struct GramPlace {
  var lows: UnsafeRawPointer
  /// The high bits of the block, and where those of the document begin in it.
  var highs: UnsafeRawPointer
  var highBit: Int
  var count: Int
  /// High bits of a position.
  var width: Int

  /// Writes the positions, each less `offset`, which wraps round below 0.
  @inline(__always)
  func read(minus offset: UInt32, into target: UnsafeMutablePointer<UInt32>) {
    for index in 0..<count {
      target[index] = UInt32(lows.load(fromByteOffset: index, as: UInt8.self)) &- offset
    }
    guard width > 0 else { return }
    var bit = highBit
    for index in 0..<count {
      target[index] &+= PositionsReader.bits(highs, from: bit, count: width) &<< 8
      bit &+= width
    }
  }
}
