/// Where the positions of a document are in a block, from which on those of the next ones follow.
struct PositionsPlace {
  var lows: UnsafeRawPointer
  /// The upper bits of the block, and the first of this document's among them.
  var highs: UnsafeRawPointer
  var bit: Int

  mutating func advance(occurrences: Int, bits: Int) {
    lows += occurrences
    bit &+= bits
  }
}
