/// Walks all terms of a dictionary in ascending order, from one on.
struct TermCursor {
  private let dictionary: TermDictionary
  private var block: Int
  private var cursor: BlockCursor?
  /// The term to be given out again after `skip`.
  private var isWaiting = false
  private(set) var term: [UInt8] = []
  var info: TermInfo { cursor?.info ?? TermInfo() }

  init(_ dictionary: TermDictionary, block: Int) {
    self.dictionary = dictionary
    self.block = block
  }

  /// Moves to the next term; false behind the last.
  mutating func advance() throws(FormatError) -> Bool {
    if isWaiting {
      isWaiting = false
      return cursor != nil
    }
    if cursor == nil || cursor?.advance() == false {
      guard block < dictionary.place.blockCount else {
        cursor = nil
        return false
      }
      cursor = try BlockCursor(dictionary, block: block)
      block += 1
    }
    cursor?.readInfo()
    if let cursor {
      term.removeLast(term.count - min(cursor.shared, term.count))
      term.append(contentsOf: cursor.suffix)
    }
    return true
  }

  /// Moves to the first term, from the current one on, that is not below `target`; false when
  /// there is none.
  mutating func seek(to target: UnsafeRawBufferPointer) throws(FormatError) -> Bool {
    isWaiting = false
    let next = try dictionary.firstBlock(above: target, from: block)
    if next > block {
      cursor = nil
      block = next - 1
    } else if cursor != nil, term.withUnsafeBytes({ compareBytes($0, target) }) >= 0 {
      return true
    }
    while try advance() {
      if term.withUnsafeBytes({ compareBytes($0, target) }) >= 0 { return true }
    }
    return false
  }

  /// Moves before the first term that is not below `target`.
  mutating func skip(below target: UnsafeRawBufferPointer) throws(FormatError) {
    isWaiting = try seek(to: target)
  }
}
