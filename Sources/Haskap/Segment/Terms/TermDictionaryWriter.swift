/// Writes the dictionary of one field; the terms come in ascending order of their bytes.
final class TermDictionaryWriter {
  private let file: FileWriter
  private let options: PostingsOptions
  private let block = ByteSink()
  private var blockOffsets: [UInt32] = []
  private var previous: [UInt8] = []
  private var place: TermDictionaryRow

  init(_ file: FileWriter, options: PostingsOptions) {
    self.file = file
    self.options = options
    place = TermDictionaryRow(start: file.offset)
  }

  func append(_ term: UnsafeRawBufferPointer, _ info: TermInfo) throws {
    let isFirst = place.termCount % TermDictionaryLayout.blockLength == 0
    if isFirst { try beginBlock() }
    let shared = isFirst ? 0 : sharedPrefix(term)
    if !isFirst { block.appendVarint(UInt64(shared)) }
    block.appendVarint(UInt64(term.count - shared))
    block.append(UnsafeRawBufferPointer(rebasing: term[shared...]))
    if isFirst {
      block.appendVarint(UInt64(info.postings.lowerBound))
      block.appendVarint(UInt64(info.positions.lowerBound))
    }
    appendCounts(info)
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: term)
    place.termCount += 1
  }

  /// Writes what is left and the array of offsets.
  func finish() throws -> TermDictionaryRow {
    try beginBlock()
    place.index = file.offset
    place.blockCount = blockOffsets.count - 1
    for offset in blockOffsets { try file.append(offset) }
    return place
  }

  private func beginBlock() throws {
    try file.append(block.bytes)
    block.removeAll()
    guard let offset = UInt32(exactly: file.offset - place.start) else {
      throw SegmentLimitError.terms
    }
    blockOffsets.append(offset)
  }

  private func appendCounts(_ info: TermInfo) {
    block.appendVarint(UInt64(info.documentFrequency))
    if options.frequencies {
      block.appendVarint(UInt64(info.totalFrequency - info.documentFrequency))
    }
    block.appendVarint(UInt64(info.postings.count))
    if options.positions { block.appendVarint(UInt64(info.positions.count)) }
  }

  private func sharedPrefix(_ term: UnsafeRawBufferPointer) -> Int {
    let limit = min(term.count, previous.count)
    var length = 0
    while length < limit && term[length] == previous[length] { length += 1 }
    return length
  }
}
