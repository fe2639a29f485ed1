/// Tells of most scalars at once that a table does not have them: texts are folded scalar by scalar, and
/// few of these are in any.
struct ScalarFilter: Sendable {
  /// A bit for each scalar up to U+FFFF.
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ scalars: some Sequence<Unicode.Scalar> = []) {
    for scalar in scalars { insert(scalar) }
  }

  mutating func insert(_ scalar: Unicode.Scalar) {
    guard scalar.value < 0x10000 else { return }
    bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
  }

  /// False of what is surely not in the table.
  func mayHold(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x10000 || bits[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 == 1
  }
}
