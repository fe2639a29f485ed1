/// Writes the postings of one term after another.
final class PostingsEncoder {
  private let options: PostingsOptions
  private let data = ByteSink(capacity: 1 << 16)
  private var lastDocuments: [UInt32] = []
  private var dataEnds: [UInt32] = []
  private var positionEnds: [UInt32] = []
  private var documentCodes: [UInt8] = []
  private var frequencyCodes: [UInt8] = []
  private let scratch = UnsafeMutablePointer<UInt32>.allocate(capacity: BitPacking.blockLength)
  private var ceilings: BlockMaximaEncoder
  /// The last document of the block before.
  private var previous = PostingsLayout.noDocument

  init(options: PostingsOptions, ceilings: BlockMaximaEncoder) {
    self.options = options
    self.ceilings = ceilings
  }

  /// - Parameter codes: of the field's length in every document; they outlive the encoder.
  convenience init(
    options: PostingsOptions, codes: UnsafePointer<UInt8>, documentCount: Int,
    _ statistics: FieldStatistics
  ) {
    let saturations = Impact.reference.saturations(
      averageLength: statistics.averageLength, norms: options.norms)
    self.init(
      options: options,
      ceilings: BlockMaximaEncoder(
        options: options, norms: codes, documentCount: documentCount, saturations: saturations))
  }

  deinit { scratch.deallocate() }

  /// Encodes the postings of a term.
  ///
  /// - Parameters:
  ///   - documents: in ascending order.
  ///   - frequencies: of each, at least 1.
  ///   - positionEnds: where the positions of each full block end.
  func encode(
    _ documents: UnsafeBufferPointer<UInt32>, frequencies: UnsafePointer<UInt32>,
    positionEnds: [UInt32], to target: ByteSink
  ) {
    guard let start = documents.baseAddress else { return }
    begin(documentFrequency: documents.count)
    let blocks = documents.count / PostingsLayout.blockLength
    for block in 0..<blocks {
      let first = block * PostingsLayout.blockLength
      appendBlock(
        start + first, frequencies + first,
        positionsEnd: options.positions ? positionEnds[block] : 0)
    }
    let rest = blocks * PostingsLayout.blockLength..<documents.count
    finish(start + rest.lowerBound, frequencies + rest.lowerBound, count: rest.count, to: target)
  }

  /// Begins a term of so many documents, whose blocks are appended one by one.
  func begin(documentFrequency: Int) {
    previous = PostingsLayout.noDocument
    ceilings.begin(documentFrequency: documentFrequency)
    guard !lastDocuments.isEmpty else { return }
    data.removeAll()
    lastDocuments.removeAll(keepingCapacity: true)
    dataEnds.removeAll(keepingCapacity: true)
    positionEnds.removeAll(keepingCapacity: true)
    documentCodes.removeAll(keepingCapacity: true)
    frequencyCodes.removeAll(keepingCapacity: true)
  }

  /// - Parameter positionsEnd: where the positions of the block end.
  func appendBlock(
    _ documents: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, positionsEnd: UInt32
  ) {
    encodeBlock(documents, frequencies)
    positionEnds.append(positionsEnd)
    ceilings.append(documents, frequencies, count: PostingsLayout.blockLength)
  }

  /// Ends the term with the documents behind the last full block, and appends its bytes.
  func finish(
    _ documents: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    to target: ByteSink
  ) {
    if !lastDocuments.isEmpty {
      ceilings.append(documents, frequencies, count: count)
      appendHead(to: target)
      ceilings.finish(to: target)
      target.append(data.bytes)
    }
    appendTail(documents, frequencies, count: count, to: target)
  }

  private func appendHead(to target: ByteSink) {
    let dataWidth = NumberArray.width(of: dataEnds[dataEnds.count - 1])
    let positionsWidth = NumberArray.width(of: positionEnds[positionEnds.count - 1])
    target.append(PostingsHead.widths(data: dataWidth, positions: positionsWidth))
    lastDocuments.withUnsafeBytes { target.append($0) }
    NumberArray.append(dataEnds, width: dataWidth, to: target)
    if options.positions { NumberArray.append(positionEnds, width: positionsWidth, to: target) }
    target.append(documentCodes.withUnsafeBytes { $0 })
    if options.frequencies { target.append(frequencyCodes.withUnsafeBytes { $0 }) }
  }

  private func encodeBlock(
    _ documents: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>
  ) {
    documentCodes.append(appendDocuments(documents))
    if options.frequencies { frequencyCodes.append(appendFrequencies(frequencies)) }
    previous = documents[PostingsLayout.blockLength - 1]
    lastDocuments.append(previous)
    dataEnds.append(UInt32(clamping: data.count))  // `InvertedWriter` refuses more.
  }

  /// A set of bits is so much quicker to search in that it may take a half and some bytes more.
  private func appendDocuments(_ documents: UnsafePointer<UInt32>) -> UInt8 {
    var before = previous
    var all: UInt32 = 0
    for index in 0..<PostingsLayout.blockLength {
      let gap = documents[index] &- before &- 1
      scratch[index] = gap
      all |= gap
      before = documents[index]
    }
    guard all > 0 else { return 0 }
    let width = BitPacking.width(of: all)
    let length = BlockBits.byteCount(after: previous, last: before)
    guard length <= BitPacking.byteCount(width: width) * 3 / 2 + 16 else {
      return PatchedPacking.append(scratch, widest: width, narrowest: 1, to: data)
    }
    let firstByte = Int((previous &+ 1) >> 3)
    let target = data.extend(by: length)
    target.initializeMemory(as: UInt8.self, repeating: 0, count: length)
    for index in 0..<PostingsLayout.blockLength {
      let bit = Int(documents[index]) - firstByte * 8
      let byte = target.load(fromByteOffset: bit >> 3, as: UInt8.self)
      target.storeBytes(of: byte | 1 << UInt8(bit & 7), toByteOffset: bit >> 3, as: UInt8.self)
    }
    return PostingsLayout.bitsetCode
  }

  private func appendFrequencies(_ frequencies: UnsafePointer<UInt32>) -> UInt8 {
    var all: UInt32 = 0
    for index in 0..<PostingsLayout.blockLength {
      scratch[index] = frequencies[index] &- 1
      all |= scratch[index]
    }
    return PatchedPacking.append(
      scratch, widest: BitPacking.width(of: all), narrowest: 0, to: data)
  }

  private func appendTail(
    _ documents: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    to target: ByteSink
  ) {
    var before = previous
    for index in 0..<count {
      let gap = UInt64(documents[index] &- before &- 1)
      before = documents[index]
      guard options.frequencies else {
        target.appendVarint(gap)
        continue
      }
      target.appendVarint(gap << 1 | (frequencies[index] == 1 ? 1 : 0))
      if frequencies[index] > 1 { target.appendVarint(UInt64(frequencies[index])) }
    }
  }
}
