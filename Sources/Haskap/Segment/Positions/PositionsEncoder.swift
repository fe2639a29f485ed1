/// Writes the positions of one term after another.
final class PositionsEncoder {
  let norms: UnsafePointer<UInt8>
  /// `FieldLength.highBits` of every code.
  let widths: UnsafeMutablePointer<UInt8> = .allocate(capacity: 256)
  let highs = ByteSink()
  private var target = ByteSink()
  private var start = 0
  private var longest = 0
  /// Where the positions of each full block end, of the term encoded last.
  private(set) var blockEnds: [UInt32] = []

  /// - Parameter norms: the code of every document's length; they outlive the encoder.
  init(norms: UnsafePointer<UInt8>) {
    self.norms = norms
    for code in 0..<256 { widths[code] = FieldLength.highBits(UInt8(code)) }
  }

  deinit { widths.deallocate() }

  /// Begins a term of at most so many occurrences, whose positions go to `target`, and its first
  /// block.
  func begin(_ target: ByteSink, longest: Int) -> PositionsBlock {
    self.target = target
    self.longest = longest
    start = target.count
    blockEnds.removeAll(keepingCapacity: true)
    return beginBlock()
  }

  private func beginBlock() -> PositionsBlock {
    target.reserve(longest)
    return PositionsBlock(self, lows: target.base + target.count)
  }

  /// Ends a full block and begins the next one.
  func endFull(_ block: PositionsBlock) -> PositionsBlock {
    end(block)
    blockEnds.append(UInt32(target.count - start))
    return beginBlock()
  }

  /// Ends the last block.
  func end(_ block: PositionsBlock) {
    _ = target.extend(by: block.lowsEnd - (target.base + target.count))
    block.finishHighs()
    target.append(highs.bytes)
    highs.removeAll()
  }
}
