/// What the documents of each window, and of the shorter cells in it, can score at most.
struct WindowBounds {
  private let cells: WindowGrid
  private let ceilings: UnsafeMutablePointer<UInt32>
  /// The highest in each window.
  let highest: UnsafeMutableBufferPointer<UInt32>

  init(_ node: any SearchNode, _ windows: WindowGrid, _ memory: SearchMemory) throws {
    cells = WindowGrid.cells(documentCount: windows.documentCount)
    ceilings = memory.take(cells.count)
    try node.ceilings(cells, into: ceilings)
    highest = UnsafeMutableBufferPointer(start: memory.take(windows.count), count: windows.count)
    let length = 1 &<< (windows.bits &- cells.bits)
    for window in highest.indices {
      var most: UInt32 = 0
      for cell in window &* length..<min((window &+ 1) &* length, cells.count) {
        most = max(most, ceilings[cell])
      }
      highest[window] = most
    }
  }

  /// The words of a window whose cells have at least this bound.
  func active(_ window: Window, from lowest: UInt32) -> UInt64 {
    let own = ceilings + window.start &>> cells.bits
    let shift = cells.bits &- 6
    var active: UInt64 = 0
    for word in 0..<window.wordCount {
      active |= (own[word &>> shift] >= lowest ? 1 : 0) &<< UInt64(word)
    }
    return active
  }
}
