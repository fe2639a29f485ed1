/// Where the positions of a term in one document are (see `PositionsLayout`): their low bytes side
/// by side, and in a string of bits what is above them.
struct PositionsSlice {
  var lows: UnsafeRawPointer
  /// Where the bits are counted from.
  var highs: UnsafeRawPointer
  /// The first bit.
  var highBit: Int
  var count: Int
  /// Bits of a position above its low byte.
  var width: Int

  /// Writes the positions, each less `offset`, which wraps round below 0.
  @inline(__always)
  func read(minus offset: UInt32, into target: UnsafeMutablePointer<UInt32>) {
    for index in 0..<count {
      target[index] = UInt32(lows.load(fromByteOffset: index, as: UInt8.self)) &- offset
    }
    guard width > 0 else { return }
    var bit = highBit
    for index in 0..<count {
      target[index] &+= PositionsReader.bits(highs, from: bit, count: width) &<< 8
      bit &+= width
    }
  }
}
