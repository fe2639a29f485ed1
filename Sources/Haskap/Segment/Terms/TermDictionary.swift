internal import Glibc

/// Looks terms up in a dictionary on disk. Nothing is loaded: a look-up bisects the blocks in
/// place and walks through one of them.
struct TermDictionary: Sendable {
  let file: MappedFile
  let field: InvertedField
  let place: TermDictionaryPlace

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

  /// The bytes of one block.
  func bytes(ofBlock block: Int) throws(FormatError) -> UnsafeRawBufferPointer {
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

  private func begins(
    block: Int, above term: UnsafeRawBufferPointer
  ) throws(FormatError) -> Bool {
    compareBytes(try BlockCursor(self, block: block).suffix, term) > 0
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

/// Walks the entries of one block.
struct BlockCursor {
  private let field: InvertedField
  private var place: UnsafeRawPointer
  private let end: UnsafeRawPointer
  /// Bytes that the current term has in common with the one before.
  private(set) var shared = 0
  /// The rest of the current term.
  private(set) var suffix = UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var info = TermInfo()
  private var infoIsRead = false

  init(_ dictionary: TermDictionary, block: Int) throws(FormatError) {
    let bytes = try dictionary.bytes(ofBlock: block)
    field = dictionary.field
    place = bytes.baseAddress.unsafelyUnwrapped
    end = place + bytes.count
    readSuffix()
  }

  private mutating func readSuffix() {
    let length = Int(Varint.read32(&place))
    suffix = UnsafeRawBufferPointer(start: place, count: length)
    place += length
    infoIsRead = false
  }

  /// Moves to the next term of the block; false behind the last.
  mutating func advance() -> Bool {
    readInfo()
    guard place < end else { return false }
    shared = Int(Varint.read32(&place))
    readSuffix()
    return true
  }

  mutating func readInfo() {
    guard !infoIsRead else { return }
    if info.documentFrequency == 0 {
      let postings = Int(Varint.read(&place))
      let positions = Int(Varint.read(&place))
      info.postings = postings..<postings
      info.positions = positions..<positions
    }
    info.documentFrequency = Int(Varint.read(&place))
    info.totalFrequency = info.documentFrequency
    if field.frequencies { info.totalFrequency += Int(Varint.read(&place)) }
    info.postings = info.postings.upperBound..<info.postings.upperBound + Int(Varint.read(&place))
    let length = field.positions ? Int(Varint.read(&place)) : 0
    info.positions = info.positions.upperBound..<info.positions.upperBound + length
    infoIsRead = true
  }

  /// Walks to `term`; false when the block does not have it.
  ///
  /// No term is put together: while the current one is below `term`, `matched` is what they have
  /// in common. A next term that shares more with the current one is below too; one that shares
  /// less is above.
  mutating func seek(exactly term: UnsafeRawBufferPointer) -> Bool {
    var matched = 0
    repeat {
      if shared > matched { continue }
      if shared < matched { return false }
      let rest = UnsafeRawBufferPointer(rebasing: term[matched...])
      let common = commonPrefix(suffix, rest)
      if common == rest.count && common == suffix.count {
        readInfo()
        return true
      }
      if common == rest.count { return false }
      if common < suffix.count && suffix[common] > rest[common] { return false }
      matched += common
    } while advance()
    return false
  }
}

@inline(__always)
private func commonPrefix(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
  let limit = min(left.count, right.count)
  var length = 0
  while length < limit && left[length] == right[length] { length &+= 1 }
  return length
}
