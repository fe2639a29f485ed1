/// A run of documents that is looked at in one go.
struct Window {
  let start: Int
  let count: Int
  /// The words where a search looks for documents, as a bit each: all, or those that may hold one
  /// of the best. In others no document is a candidate.
  var active: UInt64
  unowned(unsafe) let scratch: SearchScratch

  var end: Int { start &+ count }
  var wordCount: Int { Bits.wordCount(count) }
  var isWhole: Bool { active == UInt64.max &>> UInt64(64 &- wordCount) }

  /// The active words in which a set is not empty.
  @inline(__always)
  func occupied(_ words: UnsafePointer<UInt64>) -> UInt64 {
    var result: UInt64 = 0
    guard isWhole else {
      Bits.forEach(of: active) { result |= words[$0] == 0 ? 0 : 1 &<< UInt64($0) }
      return result
    }
    for word in 0..<wordCount { result |= (words[word] == 0 ? 0 : 1) &<< UInt64(word) }
    return result
  }
}
