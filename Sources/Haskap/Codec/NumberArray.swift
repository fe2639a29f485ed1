/// Integers of up to 32 bits, all in the same number of bytes, with access by index.
struct NumberArray {
  private let bytes: UnsafeRawPointer
  private let width: UInt32
  private let mask: UInt32

  /// Reading a value may touch up to three bytes behind the array (it never uses them).
  ///
  /// - Parameter width: bytes of each, 1 to 4.
  init(_ bytes: UnsafeRawPointer, width: Int) {
    self.bytes = bytes
    self.width = UInt32(width)
    mask = .max >> UInt32(32 - 8 * width)
  }

  @inline(__always)
  subscript(index: Int) -> UInt32 {
    bytes.loadUnaligned(fromByteOffset: index &* Int(width), as: UInt32.self) & mask
  }

  /// Bytes that every value up to `maximum` fits.
  static func width(of maximum: UInt32) -> Int { max(1, (BitPacking.width(of: maximum) + 7) / 8) }

  static func append(_ values: [UInt32], width: Int, to target: ByteSink) {
    target.reserve(4 * values.count)
    for value in values {
      let start = target.count
      target.append(value)
      target.truncate(to: start + width)
    }
  }
}
