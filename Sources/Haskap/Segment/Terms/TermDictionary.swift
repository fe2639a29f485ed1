internal import CLibrary

/// Looks terms up in a dictionary on disk. Nothing is loaded: a look-up bisects the blocks in
/// place and walks through one of them.
struct TermDictionary: Sendable {
  let file: MappedFile
  let options: PostingsOptions
  let place: TermDictionaryRow
  /// The number of the field.
  let number: Int
  /// How many terms the fields before have.
  let firstTerm: Int
  let limits: TermLimits
  /// The blocks that were found sound.
  let checked: CheckedParts

  init(
    file: MappedFile, options: PostingsOptions, place: TermDictionaryRow, number: Int = 0,
    firstTerm: Int = 0, limits: TermLimits = TermLimits()
  ) {
    (self.file, self.options, self.place) = (file, options, place)
    (self.number, self.firstTerm, self.limits) = (number, firstTerm, limits)
    checked = CheckedParts(count: place.blockCount)
  }

  /// The term's entry, or nil when no document has it.
  func find(_ term: UnsafeRawBufferPointer) throws(FormatError) -> TermInfo? {
    guard let block = try lastBlock(notAbove: term) else { return nil }
    var cursor = try BlockCursor(self, block: block)
    return cursor.seek(exactly: term) ? cursor.info : nil
  }

  /// Walks the terms from the first that is not below `term` (from the very first when nil).
  func cursor(from term: UnsafeRawBufferPointer? = nil) throws(FormatError) -> TermCursor {
    guard let term, let block = try lastBlock(notAbove: term) else {
      return TermCursor(self, block: 0)
    }
    var cursor = TermCursor(self, block: block)
    try cursor.skip(below: term)
    return cursor
  }

  /// The bytes of one block, found sound.
  func bytes(ofBlock block: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    let bytes = try unchecked(block: block)
    try checkOnce(bytes, ofBlock: block)
    return bytes
  }

  private func unchecked(block: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    let ends = try file.verified(place.index + 4 * block..<place.index + 4 * block + 8)
    let start = ends.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
    let end = ends.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
    return try file.verified(place.start + Int(start)..<place.start + Int(max(start, end)))
  }

  /// The last block whose first term is not above `term`; nil when all are.
  private func lastBlock(notAbove term: UnsafeRawBufferPointer) throws(FormatError) -> Int? {
    let next = try firstBlock(above: term, in: 0..<place.blockCount)
    return next == 0 ? nil : next - 1
  }

  /// The first block of a range whose first term is above `term`; its end when none is.
  private func firstBlock(
    above term: UnsafeRawBufferPointer, in range: Range<Int>
  ) throws(FormatError) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if try begins(block: middle, above: term) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The same from a block on, looked for in steps that double: `term` is rarely far.
  func firstBlock(
    above term: UnsafeRawBufferPointer, from block: Int
  ) throws(FormatError) -> Int {
    var low = block
    var step = 1
    while low + step <= place.blockCount, try !begins(block: low + step - 1, above: term) {
      low += step
      step *= 2
    }
    return try firstBlock(above: term, in: low..<min(low + step, place.blockCount))
  }

  /// Of a block that is passed over, no more is looked at than its first term.
  private func begins(
    block: Int, above term: UnsafeRawBufferPointer
  ) throws(FormatError) -> Bool {
    var record = RecordDecoder(try unchecked(block: block), file: file.name, at: place.start)
    return compareBytes(try record.raw(), term) > 0
  }
}

/// Below, equal or above zero as `left` sorts before, with or after `right`.
@inline(__always)
func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
  let shared = min(left.count, right.count)
  if shared > 0, let start = left.baseAddress, let other = right.baseAddress {
    let order = memcmp(start, other, shared)
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}
