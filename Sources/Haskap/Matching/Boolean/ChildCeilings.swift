/// What each child of a node can score in each cell.
struct ChildCeilings {
  private let children: Int
  private unowned(unsafe) let memory: SearchMemory
  private var grid = WindowGrid(documentCount: 0, bits: 0)
  private var values: UnsafeMutablePointer<UInt32>?
  /// For every word of a window what the children from one on can score together; one row more
  /// than there are children.
  private let sums: UnsafeMutablePointer<UInt32>

  init(_ children: Int, _ memory: SearchMemory) {
    self.children = children
    self.memory = memory
    sums = memory.take((children + 1) * SearchScratch.documents / 64)
  }

  mutating func resize(_ grid: WindowGrid) {
    guard grid != self.grid || values == nil else { return }
    values = memory.take(children * grid.count)
    self.grid = grid
  }

  @inline(__always)
  subscript(child: Int) -> UnsafeMutablePointer<UInt32> {
    values.unsafelyUnwrapped + child &* grid.count
  }

  /// What the children from `position` in the order of the last call of `sum` on can score
  /// together in each word of the window.
  @inline(__always)
  func rest(from position: Int) -> UnsafeMutablePointer<UInt32> {
    sums + position &* (SearchScratch.documents / 64)
  }

  /// Adds to each of some documents the most that a child can score.
  func add(_ child: Int, _ window: Window, _ words: Bits.Words, into sums: Scores) {
    let own = self[child] + window.start &>> grid.bits
    Bits.forEach(of: window.active) { index in
      let ceiling = own[index &>> (grid.bits &- 6)]
      Bits.forEach(of: words[index]) { sums[index &* 64 &+ $0] &+= ceiling }
    }
  }

  /// The most that a child can score in a window.
  func highest(of child: Int, _ window: Window) -> UInt32 {
    let own = self[child]
    let cells = window.start &>> grid.bits...(window.end &- 1) &>> grid.bits
    return cells.reduce(0) { max($0, own[$1]) }
  }

  func sum(_ window: Window, order: UnsafePointer<Int>) {
    let shift = grid.bits &- 6
    let first = window.start &>> grid.bits
    let last = rest(from: children)
    Bits.forEach(of: window.active) { last[$0] = 0 }
    for position in (0..<children).reversed() {
      let own = self[order[position]] + first
      let (sums, after) = (rest(from: position), rest(from: position &+ 1))
      Bits.forEach(of: window.active) { sums[$0] = after[$0] &+ own[$0 &>> shift] }
    }
  }
}

/// Removes from the set the documents that `rest` more would not lift to the threshold.
///
/// - Parameter rest: by word of the window.
func dropBelow(
  _ threshold: UInt32, rest: UnsafePointer<UInt32>, _ window: Window, _ words: Bits.Words,
  _ scores: Scores
) {
  Bits.forEach(of: window.active) { index in
    guard threshold > rest[index] else { return }
    let needed = threshold &- rest[index]
    var kept = words[index]
    Bits.forEach(of: kept) { bit in
      let place = index &* 64 &+ bit
      guard scores[place] < needed else { return }
      scores[place] = 0
      kept &= ~(1 &<< UInt64(bit))
    }
    words[index] = kept
  }
}
