internal import HaskapText

/// Terms that are looked up together, and what the steps of that have found.
final class TermBatch {
  static let capacity = 64
  var count = 0
  let keys: UnsafeMutablePointer<TermKey> = .allocate(capacity: capacity)
  let hashes: UnsafeMutablePointer<UInt32> = .allocate(capacity: capacity)
  /// Of the entries, counted from 1.
  let numbers: UnsafeMutablePointer<UInt32> = .allocate(capacity: capacity)

  deinit {
    keys.deallocate()
    hashes.deallocate()
    numbers.deallocate()
  }

  /// Takes the next tokens of a text of `length` bytes, at most `capacity`.
  func fill(_ tokens: Slice<UnsafeBufferPointer<TokenSpan>>, of text: UnsafeRawPointer, length: Int)
  {
    let (keys, hashes) = (keys, hashes)
    let tokens = UnsafeBufferPointer(rebasing: tokens)
    for index in 0..<tokens.count {
      let token = tokens[index]
      let start = Int(token.start)
      let key = TermKey(
        text + start, length: min(Int(token.end) &- start, TermDictionaryLayout.maxTermLength),
        readable: length &- start)
      keys[index] = key
      hashes[index] = key.hash
    }
    count = tokens.count
  }
}
