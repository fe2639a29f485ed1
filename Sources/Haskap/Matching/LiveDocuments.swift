/// The documents of a segment that are not deleted, as bits in 64-bit words, lowest first.
final class LiveDocuments: Sendable {
  let words: [UInt64]
  let count: Int

  init(words: [UInt64]) {
    self.words = words
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
