internal import CLibrary

/// Walks the entries of one block.
struct BlockCursor {
  private let options: PostingsOptions
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
    options = dictionary.options
    info.field = dictionary.number
    info.number = dictionary.firstTerm + block * TermDictionaryLayout.blockLength
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
    info.number &+= 1
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
    if options.frequencies { info.totalFrequency += Int(Varint.read(&place)) }
    info.postings = info.postings.upperBound..<info.postings.upperBound + Int(Varint.read(&place))
    let length = options.positions ? Int(Varint.read(&place)) : 0
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
