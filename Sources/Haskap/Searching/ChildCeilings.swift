/// What each child of a node can score in each window.
final class ChildCeilings {
  private let children: Int
  private var windows = 0
  private var values: UnsafeMutablePointer<UInt32>?

  init(_ children: Int) { self.children = children }

  deinit { values?.deallocate() }

  func resize(windows: Int) {
    guard windows != self.windows || values == nil else { return }
    values?.deallocate()
    values = .allocate(capacity: children * windows)
    self.windows = windows
  }

  @inline(__always)
  subscript(child: Int) -> UnsafeMutablePointer<UInt32> {
    values.unsafelyUnwrapped + child &* windows
  }
}

/// Removes from the set the documents that `rest` more would not lift to the threshold.
func dropBelow(
  _ threshold: UInt32, rest: UInt32, _ window: Window, _ words: Bits.Words, _ scores: Scores
) {
  guard threshold > rest else { return }
  let needed = threshold &- rest
  for index in 0..<window.wordCount {
    var word = words[index]
    while word != 0 {
      let bit = word.trailingZeroBitCount
      word &= word &- 1
      let place = index &* 64 &+ bit
      guard scores[place] < needed else { continue }
      scores[place] = 0
      words[index] &= ~(1 &<< UInt64(bit))
    }
  }
}
