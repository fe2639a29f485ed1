/// Gathers all matching documents as sets of bits.
final class DocumentCollector: MatchCollector {
  private let sizes: [Int]
  private var words: [[UInt64]] = []

  /// - Parameter sizes: how many documents each segment has.
  init(_ sizes: [Int]) { self.sizes = sizes }

  var sets: DocumentSets { DocumentSets(words: words) }

  /// Adds the segments that follow.
  func add(_ other: DocumentCollector) { words += other.words }

  func begin(_ segment: Int) {
    words.append([UInt64](repeating: 0, count: Bits.wordCount(sizes[segment])))
  }

  func collect(_ window: Window, _ words: Bits.Words) {
    let first = window.start >> 6
    let segment = self.words.count - 1
    for index in 0..<window.wordCount { self.words[segment][first + index] = words[index] }
  }
}
