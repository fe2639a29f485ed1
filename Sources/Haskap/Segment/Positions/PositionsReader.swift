/// Reads the positions of one block of a term whole. Searching picks out single documents instead.
enum PositionsReader {
  /// - Parameters:
  ///   - source: where the block's positions begin.
  ///   - count: documents of the block.
  ///   - codes: of every document's length.
  ///   - target: room for the sum of the frequencies.
  /// - Returns: the number of positions.
  static func read(
    _ source: UnsafeRawPointer, documents: UnsafePointer<UInt32>,
    frequencies: UnsafePointer<UInt32>, count: Int, codes: UnsafePointer<UInt8>,
    into target: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var total = 0
    for index in 0..<count { total &+= Int(frequencies[index]) }
    for index in 0..<total {
      target[index] = UInt32(source.load(fromByteOffset: index, as: UInt8.self))
    }
    let highs = source + total
    var bit = 0
    var place = 0
    for index in 0..<count {
      let frequency = Int(frequencies[index])
      let width = Int(FieldLength.highBits(codes[Int(documents[index])]))
      if width > 0 {
        for position in place..<place &+ frequency {
          target[position] |= bits(highs, from: bit, count: width) &<< 8
          bit &+= width
        }
      }
      place &+= frequency
    }
    return total
  }

  /// Up to 24 bits of a bit string, lowest first. Reads up to three bytes behind them.
  @inline(__always)
  static func bits(_ source: UnsafeRawPointer, from bit: Int, count: Int) -> UInt32 {
    let word = source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt32.self)
    return word &>> UInt32(bit & 7) & (1 &<< UInt32(count) &- 1)
  }
}
