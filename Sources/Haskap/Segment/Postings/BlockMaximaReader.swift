/// The ceilings of one term on disk.
struct BlockMaximaReader {
  let layout: BlockMaximaLayout
  private let bytes: UnsafeRawPointer

  init(_ bytes: UnsafeRawPointer, layout: BlockMaximaLayout) {
    self.bytes = bytes
    self.layout = layout
  }

  /// What (`Impact`) so many documents reach at least; 0 when that is not known.
  func reached(by count: Int) -> UInt16 {
    guard let index = BlockMaximaLayout.reachedBy.firstIndex(where: { $0 >= count })
    else { return 0 }
    return bytes.loadUnaligned(fromByteOffset: layout.levelsEnd + 2 * index, as: UInt16.self)
  }

  /// The ceiling (`Impact`) of each level.
  var levels: [UInt16] {
    var levels: [UInt16] = []
    forEachCeiling { levels.append($1) }
    return levels
  }

  /// Gives each level, from 0 on, and its ceiling.
  @inline(__always)
  func forEachCeiling(_ body: (_ level: Int, _ ceiling: UInt16) -> Void) {
    let lowest = Int(bytes.loadUnaligned(as: UInt16.self))
    let highest = Int(bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
    body(0, 0)
    for level in 1...BlockMaximaLayout.highestLevel {
      let ceiling = BlockMaximaLayout.ceiling(level: level, lowest: lowest, highest: highest)
      body(level, UInt16(clamping: ceiling))
    }
  }

  @inline(__always)
  func level(ofCell cell: Int) -> Int {
    let byte = bytes.load(fromByteOffset: 4 &+ cell &>> 1, as: UInt8.self)
    return Int(byte &>> UInt8(truncatingIfNeeded: (cell & 1) &<< 2) & 15)
  }
}
