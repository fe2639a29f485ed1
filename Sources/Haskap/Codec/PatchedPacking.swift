/// Blocks of 128 integers packed in a width that a few of them do not fit: what these have above the
/// width follows (Zukowski and others, "Super-scalar RAM-CPU cache compression", 2006).
///
/// The lower five bits of a block's code are the width; the upper three are half the number of bytes
/// that the exceptions take, so that what is behind them is found without reading them. First come
/// their indices, a byte each. Of those with the top bit set, which stand in front, what is above the
/// width comes then, in a byte each; of the others it is 1. If the bytes were odd the last index
/// stands there twice.
enum PatchedPacking {
  private static let mostExceptionBytes = 14
  private static let long: UInt8 = 0x80
  /// Bits of what may be above the width.
  private static let upperBits = 8

  @inline(__always)
  static func width(_ code: UInt8) -> Int { Int(code & 31) }

  @inline(__always)
  static func exceptionBytes(_ code: UInt8) -> Int { Int(code &>> 5) &* 2 }

  @inline(__always)
  static func byteCount(_ code: UInt8) -> Int {
    16 &* width(code) &+ exceptionBytes(code)
  }

  /// Appends a block and returns its code.
  ///
  /// - Parameters:
  ///   - widest: the width of the greatest value, below 32.
  ///   - narrowest: the least width to be tried.
  static func append(
    _ values: UnsafePointer<UInt32>, widest: Int, narrowest: Int, to target: ByteSink
  ) -> UInt8 {
    let (width, exceptionBytes) = cheapestWidth(values, widest: widest, narrowest: narrowest)
    let packed = target.extend(by: BitPacking.byteCount(width: width))
    BitPacking.pack(values, width: width, into: packed)
    guard exceptionBytes > 0 else { return UInt8(width) }
    appendExceptions(values, width: width, byteCount: exceptionBytes, to: target)
    return UInt8(width | exceptionBytes << 4)
  }

  private static func appendExceptions(
    _ values: UnsafePointer<UInt32>, width: Int, byteCount: Int, to target: ByteSink
  ) {
    var indices = InlineArray<14, UInt8>(repeating: 0)
    var uppers = InlineArray<14, UInt8>(repeating: 0)
    var (shorts, longs) = (0, 0)
    for index in 0..<BitPacking.blockLength {
      let upper = values[index] >> UInt32(width)
      guard upper > 0 else { continue }
      if upper == 1 {
        shorts += 1
        indices[mostExceptionBytes - shorts] = UInt8(index)
      } else {
        indices[longs] = UInt8(index) | long
        uppers[longs] = UInt8(upper)
        longs += 1
      }
    }
    let end = target.count + byteCount
    for number in 0..<longs { target.append(indices[number]) }
    for number in 1..<shorts + 1 { target.append(indices[mostExceptionBytes - number]) }
    if target.count + longs < end { target.append(indices[mostExceptionBytes - shorts]) }
    for number in 0..<longs { target.append(uppers[number]) }
  }

  private static func cheapestWidth(
    _ values: UnsafePointer<UInt32>, widest: Int, narrowest: Int
  ) -> (width: Int, exceptionBytes: Int) {
    var best = (width: widest, exceptionBytes: 0)
    var bestLength = BitPacking.byteCount(width: widest)
    var above = 0
    for width in stride(from: widest - 1, through: max(narrowest, widest - upperBits), by: -1) {
      let exceptions = BitPacking.count(of: values, above: 1 << UInt32(width) - 1)
      let bytes = (exceptions + above + 1) & ~1
      above = exceptions
      guard bytes <= mostExceptionBytes else { break }
      let length = BitPacking.byteCount(width: width) + bytes
      if length < bestLength { (best, bestLength) = ((width, bytes), length) }
    }
    return best
  }

  /// Unpacks a block.
  @inline(__always)
  static func unpack(
    _ source: UnsafeRawPointer, code: UInt8, into values: UnsafeMutablePointer<UInt32>
  ) {
    BitPacking.unpack(source, width: width(code), into: values)
    if code > 31 { Exceptions(source, code).patch(values) }
  }

  /// Unpacks a block of gaps and turns them into ascending numbers (`BitPacking`).
  @inline(__always)
  static func unpackAscending(
    _ source: UnsafeRawPointer, code: UInt8, after previous: UInt32,
    into values: UnsafeMutablePointer<UInt32>
  ) {
    guard code > 31 else {
      return BitPacking.unpackAscending(
        source, width: width(code), after: previous, into: values)
    }
    unpack(source, code: code, into: values)
    BitPacking.ascend(values, after: previous)
  }

  /// One value of a block.
  @inline(__always)
  static func value(at index: Int, of source: UnsafeRawPointer, code: UInt8) -> UInt32 {
    let value = BitPacking.value(at: index, of: source, width: width(code))
    return code > 31 ? value | Exceptions(source, code).addend(at: index) : value
  }
}

/// The exceptions of a block that has some.
private struct Exceptions {
  private let bytes: UnsafeRawPointer
  /// How many there are, and how many of them have a byte above the width.
  private let count: Int
  private let longs: Int
  private let width: UInt32
  /// The first eight indices.
  private let first: UInt64

  private static let tops: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  init(_ source: UnsafeRawPointer, _ code: UInt8) {
    width = UInt32(code & 31)
    bytes = source + 16 &* PatchedPacking.width(code)
    let length = PatchedPacking.exceptionBytes(code)
    first = bytes.loadUnaligned(as: UInt64.self)
    longs = min((~first & Self.tops).trailingZeroBitCount &>> 3, length &>> 1)
    count = length &- longs
  }

  @inline(__always)
  private func upper(_ number: Int) -> UInt32 {
    UInt32(bytes.load(fromByteOffset: count &+ number, as: UInt8.self)) &<< width
  }

  @inline(__always)
  func patch(_ values: UnsafeMutablePointer<UInt32>) {
    for number in 0..<longs {
      values[Int(bytes.load(fromByteOffset: number, as: UInt8.self) & 127)] |= upper(number)
    }
    for number in longs..<count {
      values[Int(bytes.load(fromByteOffset: number, as: UInt8.self) & 127)] |= 1 &<< width
    }
  }

  /// What is above the width of one value: eight indices at a time are compared with its own.
  @inline(__always)
  func addend(at index: Int) -> UInt32 {
    let near = Self.equal(first, index, count: count)
    let second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let far = Self.equal(second, index, count: count &- 8)
    guard near | far != 0 else { return 0 }
    let number =
      near != 0 ? near.trailingZeroBitCount &>> 3 : 8 &+ far.trailingZeroBitCount &>> 3
    return number < longs ? upper(number) : 1 &<< width
  }

  /// The top bits of the bytes, of the first `count`, that are an index but for their own top bit.
  @inline(__always)
  private static func equal(_ bytes: UInt64, _ index: Int, count: Int) -> UInt64 {
    let differences =
      (bytes & ~tops) ^ UInt64(truncatingIfNeeded: index) &* 0x0101_0101_0101_0101
    let used = count >= 8 ? tops : tops & ((1 as UInt64) << UInt64(8 &* max(0, count)) &- 1)
    return (tops &- differences) & used
  }
}
