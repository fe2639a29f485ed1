/// The postings of one term on disk, block by block. Block `blockCount` is the rest (see
/// `PostingsLayout`), which may be empty.
struct PostingsReader {
  let documentFrequency: Int
  /// Full blocks.
  let blockCount: Int
  let hasFrequencies: Bool
  private let hasPositions: Bool
  private let lasts: UnsafeRawPointer
  private let dataEnds: NumberArray
  private let positionEnds: NumberArray
  private let documentCodes: UnsafeRawPointer
  private let frequencyCodes: UnsafeRawPointer
  private let data: UnsafeRawPointer
  /// Of frequent terms.
  let ceilings: BlockMaximaReader?

  init(
    _ bytes: UnsafeRawBufferPointer, info: TermInfo, options: PostingsOptions, documentCount: Int
  ) {
    documentFrequency = info.documentFrequency
    hasFrequencies = options.frequencies
    hasPositions = options.positions
    let blocks = info.documentFrequency / PostingsLayout.blockLength
    blockCount = blocks
    let start = bytes.baseAddress.unsafelyUnwrapped
    let head = PostingsHead(start, blocks: blocks, options: options)
    lasts = start + head.lastDocuments
    dataEnds = head.dataEnds.values(start)
    positionEnds = head.positionEnds.values(start)
    documentCodes = start + head.documentCodes
    frequencyCodes = start + head.frequencyCodes
    let layout = BlockMaximaLayout(
      documentFrequency: info.documentFrequency, documentCount: documentCount, options: options)
    data = start + head.end(layout)
    ceilings = layout.map { BlockMaximaReader(start + head.ceilings, layout: $0) }
  }

  /// Documents behind the last full block.
  var tailLength: Int { documentFrequency &- blockCount &* PostingsLayout.blockLength }

  /// Blocks, the rest included when there is one.
  var allBlocks: Int { blockCount &+ (tailLength > 0 ? 1 : 0) }

  @inline(__always)
  func length(ofBlock block: Int) -> Int {
    block < blockCount ? PostingsLayout.blockLength : tailLength
  }

  /// The last document of a block; no document at all for the rest.
  @inline(__always)
  func lastDocument(ofBlock block: Int) -> UInt32 {
    block < blockCount
      ? lasts.loadUnaligned(fromByteOffset: 4 &* block, as: UInt32.self)
      : PostingsLayout.noDocument
  }

  /// The document that the first gap of a block is counted from.
  @inline(__always)
  func documentBefore(block: Int) -> UInt32 {
    block == 0 ? PostingsLayout.noDocument : lastDocument(ofBlock: block &- 1)
  }

  /// The first block, from `block` on, that may hold `document`.
  func block(holding document: UInt32, from block: Int) -> Int {
    var low = block
    var step = 1
    while low &+ step <= blockCount && lastDocument(ofBlock: low &+ step &- 1) < document {
      low &+= step
      step &*= 2
    }
    var high = min(low &+ step, blockCount)
    while low < high {
      let middle = (low &+ high) / 2
      if lastDocument(ofBlock: middle) < document { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  private func dataStart(ofBlock block: Int) -> UnsafeRawPointer {
    guard block > 0 else { return data }
    return data + Int(dataEnds[block &- 1])
  }

  /// Where the block's positions begin, counted from the term's.
  @inline(__always)
  func positionsStart(ofBlock block: Int) -> Int {
    guard block > 0, hasPositions else { return 0 }
    return Int(positionEnds[block &- 1])
  }

  /// Whether a block has to be decoded to tell whether it has a document.
  @inline(__always)
  func isPacked(block: Int) -> Bool {
    guard block < blockCount else { return true }
    let code = documentCodes.load(fromByteOffset: block, as: UInt8.self)
    return code != PostingsLayout.bitsetCode && code != 0
  }

  /// How a block's documents are written.
  enum Documents {
    /// 128 documents in a row, from this one on.
    case run(UInt32)
    case bits(BlockBits)
    case packed(UnsafeRawPointer, code: UInt8)
    case tail(UnsafeRawPointer)
  }

  @inline(__always)
  func documents(ofBlock block: Int) -> Documents {
    let start = dataStart(ofBlock: block)
    guard block < blockCount else { return .tail(start) }
    let code = documentCodes.load(fromByteOffset: block, as: UInt8.self)
    if code == PostingsLayout.bitsetCode {
      return .bits(
        BlockBits(
          start, after: documentBefore(block: block), last: lastDocument(ofBlock: block)))
    }
    return code == 0
      ? .run(documentBefore(block: block) &+ 1) : .packed(start, code: code)
  }

  /// Writes a block's documents and returns how many they are. There must be room for 128.
  func decodeDocuments(ofBlock block: Int, into target: UnsafeMutablePointer<UInt32>) -> Int {
    switch documents(ofBlock: block) {
    case .run(let first):
      for index in 0..<PostingsLayout.blockLength {
        target[index] = first &+ UInt32(truncatingIfNeeded: index)
      }
    case .bits(let bits): Self.expand(bits, into: target)
    case .packed(let source, let code):
      PatchedPacking.unpackAscending(
        source, code: code, after: documentBefore(block: block), into: target)
    case .tail(let source):
      decodeTail(source, documents: target, frequencies: nil)
    }
    return length(ofBlock: block)
  }

  private static func expand(_ bits: BlockBits, into target: UnsafeMutablePointer<UInt32>) {
    var place = target
    for index in 0..<bits.count {
      var word = bits[index]
      let base = UInt32(truncatingIfNeeded: (bits.firstWord &+ index) &* 64)
      while word != 0 {
        place.pointee = base &+ UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
        place += 1
        word &= word &- 1
      }
    }
  }

  /// Writes a block's frequencies. There must be room for 128.
  func decodeFrequencies(ofBlock block: Int, into target: UnsafeMutablePointer<UInt32>) {
    guard hasFrequencies else {
      target.update(repeating: 1, count: length(ofBlock: block))
      return
    }
    guard block < blockCount else {
      return decodeTail(dataStart(ofBlock: block), documents: nil, frequencies: target)
    }
    let code = frequencyCodes.load(fromByteOffset: block, as: UInt8.self)
    if code == 0 { return target.update(repeating: 1, count: PostingsLayout.blockLength) }
    let place = frequencies(ofBlock: block)
    PatchedPacking.unpack(place, code: code, into: target)
    for index in 0..<PostingsLayout.blockLength { target[index] &+= 1 }
  }

  /// Writes a block's documents and frequencies, which is less work together, and returns how many
  /// they are. There must be room for 128 of each.
  func decode(
    block: Int, documents: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) -> Int {
    if block == blockCount && hasFrequencies {
      decodeTail(dataStart(ofBlock: block), documents: documents, frequencies: frequencies)
      return tailLength
    }
    decodeFrequencies(ofBlock: block, into: frequencies)
    return decodeDocuments(ofBlock: block, into: documents)
  }

  /// The frequency of one document of a block, by its index, without unpacking the block.
  @inline(__always)
  func frequency(ofBlock block: Int, at index: Int) -> UInt32 {
    guard hasFrequencies else { return 1 }
    guard block < blockCount else { return tailFrequency(at: index) }
    let code = frequencyCodes.load(fromByteOffset: block, as: UInt8.self)
    if code == 0 { return 1 }
    let place = frequencies(ofBlock: block)
    return PatchedPacking.value(at: index, of: place, code: code) &+ 1
  }

  private func tailFrequency(at index: Int) -> UInt32 {
    var place = dataStart(ofBlock: blockCount)
    for _ in 0..<index where Varint.read(&place) & 1 == 0 { _ = Varint.read(&place) }
    return Varint.read(&place) & 1 == 1 ? 1 : Varint.read32(&place)
  }

  @inline(__always)
  private func frequencies(ofBlock block: Int) -> UnsafeRawPointer {
    let start = dataStart(ofBlock: block)
    let code = documentCodes.load(fromByteOffset: block, as: UInt8.self)
    guard code == PostingsLayout.bitsetCode else {
      return start + PatchedPacking.byteCount(code)
    }
    return start
      + BlockBits.byteCount(
        after: documentBefore(block: block), last: lastDocument(ofBlock: block))
  }

  @inline(__always)
  private func decodeTail(
    _ source: UnsafeRawPointer, documents: UnsafeMutablePointer<UInt32>?,
    frequencies: UnsafeMutablePointer<UInt32>?
  ) {
    var place = source
    var document = documentBefore(block: blockCount)
    for index in 0..<tailLength {
      var (gap, frequency) = (Varint.read(&place), UInt32(1))
      if hasFrequencies {
        if gap & 1 == 0 { frequency = Varint.read32(&place) }
        gap &>>= 1
      }
      document = document &+ UInt32(truncatingIfNeeded: gap) &+ 1
      documents?[index] = document
      frequencies?[index] = frequency
    }
  }
}
