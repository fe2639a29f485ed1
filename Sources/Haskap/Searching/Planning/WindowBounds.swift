/// What the documents of each window, and of the shorter cells in it, can score at most.
final class WindowBounds {
  private let cells: WindowGrid
  private let ceilings: UnsafeMutablePointer<UInt32>
  /// The highest in each window.
  let highest: [UInt32]

  init(_ node: any SearchNode, _ windows: WindowGrid) throws {
    cells = WindowGrid.cells(documentCount: windows.documentCount)
    ceilings = .allocate(capacity: cells.count)
    do {
      try node.ceilings(cells, into: ceilings)
    } catch {
      ceilings.deallocate()
      throw error
    }
    let length = 1 &<< (windows.bits &- cells.bits)
    var highest = [UInt32](repeating: 0, count: windows.count)
    for window in highest.indices {
      for cell in window &* length..<min((window &+ 1) &* length, cells.count) {
        highest[window] = max(highest[window], ceilings[cell])
      }
    }
    self.highest = highest
  }

  deinit { ceilings.deallocate() }

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
