/// A segment cut into runs of equal length: the windows in which it is searched, or the shorter
/// cells that ceilings are given for.
struct WindowGrid: Hashable {
  let documentCount: Int
  /// The logarithm of a run's length.
  let bits: Int

  static let largestBits = 12

  var length: Int { 1 &<< bits }
  var count: Int { (documentCount &+ length &- 1) &>> bits }

  func window(_ index: Int, _ scratch: SearchScratch) -> Window {
    let start = index &<< bits
    let count = min(length, documentCount &- start)
    return Window(
      start: start, count: count, active: UInt64.max &>> UInt64(64 &- Bits.wordCount(count)),
      scratch: scratch)
  }
}

extension WindowGrid {
  /// As many cells as a search can look through in a few microseconds, of whole words of bits and
  /// inside the windows.
  static func cells(documentCount: Int) -> WindowGrid {
    var bits = 6
    while bits < largestBits && documentCount >> bits > mostCells { bits += 1 }
    return WindowGrid(documentCount: documentCount, bits: bits)
  }

  private static let mostCells = 1 << 14
}
