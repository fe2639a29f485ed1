/// Checks the postings of one term before and after they are decoded: nothing is decoded whose
/// place and size do not fit.
struct PostingsCheck {
  let file: MappedFile
  let options: PostingsOptions
  let documentCount: Int
  let info: TermInfo
  let bytes: UnsafeRawBufferPointer

  init(
    _ info: TermInfo, _ file: MappedFile, options: PostingsOptions, documentCount: Int
  ) throws(FormatError) {
    (self.info, self.file) = (info, file)
    (self.options, self.documentCount) = (options, documentCount)
    bytes = try file.verified(info.postings)
    guard (1...max(1, documentCount)).contains(info.documentFrequency) else {
      throw error(0, "1 to \(documentCount) documents", "\(info.documentFrequency)")
    }
  }

  /// All that is taken on trust later, and the term as it is read then.
  func run() throws(FormatError) -> PostingsReader {
    try checkShape()
    let reader = PostingsReader(bytes, info: info, options: options, documentCount: documentCount)
    try checkDocuments(reader)
    return reader
  }

  private var blocks: Int { info.documentFrequency / PostingsLayout.blockLength }

  /// Whether the arrays in front of the data fit the data, and the rest ends where the term does.
  func checkShape() throws(FormatError) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      throw error(0, "a term of some bytes", "none")
    }
    let head = PostingsHead(start, blocks: blocks, options: options)
    let layout = BlockMaximaLayout(
      documentFrequency: info.documentFrequency, documentCount: documentCount, options: options)
    guard head.end(layout) <= bytes.count else {
      throw error(0, "a head of \(head.end(layout)) bytes", "\(bytes.count) bytes")
    }
    try checkBlocks(head, ends: head.dataEnds.values(start), data: head.end(layout))
  }

  private func checkBlocks(_ head: PostingsHead, ends: NumberArray, data: Int) throws(FormatError) {
    var start = data
    var before = -1
    for block in 0..<blocks {
      let (last, end) = (last(block, head), data + Int(ends[block]))
      guard last > before, last < documentCount else {
        throw error(
          head.lastDocuments + 4 * block, "a document from \(before + 1) to \(documentCount - 1)",
          "\(last)")
      }
      guard start <= end, end <= bytes.count else {
        throw error(
          head.dataEnds.offset + block * head.dataEnds.width,
          "data of block \(block) from \(start) to at most \(bytes.count)", "\(end)")
      }
      try checkData(block, head, start..<end, after: before, last: last)
      (start, before) = (end, last)
    }
    try checkRest(from: start, after: before)
  }

  private func last(_ block: Int, _ head: PostingsHead) -> Int {
    Int(bytes.loadUnaligned(fromByteOffset: head.lastDocuments + 4 * block, as: UInt32.self))
  }

  private func checkData(
    _ block: Int, _ head: PostingsHead, _ data: Range<Int>, after before: Int, last: Int
  ) throws(FormatError) {
    let code = bytes[head.documentCodes + block]
    let isSet = code == PostingsLayout.bitsetCode
    guard code == 0 || isSet || PatchedPacking.width(code) > 0 else {
      throw error(head.documentCodes + block, "a width", "\(code)")
    }
    let place = (after: UInt32(truncatingIfNeeded: before), last: UInt32(last))
    guard code != 0 || last - before == PostingsLayout.blockLength else {
      throw error(head.documentCodes + block, "a run up to \(last)", "another")
    }
    let length =
      isSet
      ? BlockBits.byteCount(after: place.after, last: place.last)
      : PatchedPacking.byteCount(code)
    guard length <= data.count else {
      throw error(data.lowerBound, "documents of \(length) bytes", "\(data.count) bytes")
    }
    if isSet, let start = bytes.baseAddress {
      let bits = BlockBits(
        start + data.lowerBound, after: place.after, last: place.last)
      let population = (0..<bits.count).reduce(0) { $0 + bits[$1].nonzeroBitCount }
      guard population == PostingsLayout.blockLength else {
        throw error(data.lowerBound, "\(PostingsLayout.blockLength) documents", "\(population)")
      }
    }
    try checkFrequencies(
      options.frequencies ? bytes[head.frequencyCodes + block] : 0,
      data.lowerBound + length..<data.upperBound)
  }

  private func checkFrequencies(_ code: UInt8, _ data: Range<Int>) throws(FormatError) {
    let length = PatchedPacking.byteCount(code)
    guard length <= data.count else {
      throw error(data.lowerBound, "frequencies of \(length) bytes", "\(data.count) bytes")
    }
    guard length == data.count else {
      throw error(data.lowerBound + length, "the end of a block", "more bytes")
    }
  }

  private func checkRest(from start: Int, after before: Int) throws(FormatError) {
    var decoder = decoder(start..<bytes.count)
    var last = before
    for _ in 0..<info.documentFrequency - blocks * PostingsLayout.blockLength {
      let offset = start + decoder.position
      let head = try decoder.unsigned()
      let gap = options.frequencies ? head >> 1 : head
      guard gap < UInt64(documentCount - 1 - last) else {
        throw error(offset, "a gap below \(documentCount - 1 - last)", "\(gap)")
      }
      last += Int(gap) + 1
      if options.frequencies && head & 1 == 0 { _ = try decoder.integer() }
    }
    guard decoder.isAtEnd else { throw decoder.error("the end of a term", found: "more bytes") }
  }

  private func decoder(_ range: Range<Int>) -> RecordDecoder {
    RecordDecoder(
      UnsafeRawBufferPointer(rebasing: bytes[range]), file: file.name,
      at: info.postings.lowerBound + range.lowerBound)
  }

  /// - Parameter offset: from the term's first byte.
  func error(_ offset: Int, _ expected: String, _ found: String) -> FormatError {
    FormatError(
      file: file.name, offset: info.postings.lowerBound + offset, expected: expected, found: found)
  }
}
