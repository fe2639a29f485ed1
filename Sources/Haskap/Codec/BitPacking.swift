/// Blocks of 128 integers of equal width, laid out for vectors of four lanes.
///
/// Row `r` of the block is the vector of values `4r ..< 4r + 4`. Each lane packs its 32 values one
/// after the other into `width` words, lowest bits first, so a block takes exactly `16 × width`
/// bytes and unpacking needs the same shifts in all lanes (Lemire and Boytsov, "Decoding billions
/// of integers per second through vectorization", 2015, the vertical layout).
enum BitPacking {
  static let blockLength = 128
  private static let rows = 32
  private typealias Row = SIMD4<UInt32>

  /// Unpacking reads up to this many bytes behind the block (it never uses them).
  static let overread = 16

  /// Bits that hold every value up to `maximum`.
  @inline(__always)
  static func width(of maximum: UInt32) -> Int { 32 - maximum.leadingZeroBitCount }

  static func byteCount(width: Int) -> Int { 16 * width }

  /// How many of 128 values are above a limit.
  static func count(of values: UnsafePointer<UInt32>, above limit: UInt32) -> Int {
    let limits = Row(repeating: limit)
    var counts = Row.zero
    for row in 0..<rows {
      let value = UnsafeRawPointer(values + 4 * row).loadUnaligned(as: Row.self)
      counts.replace(with: counts &+ 1, where: value .> limits)
    }
    return Int(counts.wrappedSum())
  }

  /// Packs the low `width` bits of 128 values into `16 × width` bytes.
  static func pack(
    _ values: UnsafePointer<UInt32>, width: Int, into target: UnsafeMutableRawPointer
  ) {
    guard width > 0 else { return }
    let mask = Row(repeating: lowBits(width))
    var pending = Row.zero
    var filled = 0
    var place = target
    for row in 0..<rows {
      let value = UnsafeRawPointer(values + 4 * row).loadUnaligned(as: Row.self) & mask
      pending |= value &<< Row(repeating: UInt32(filled))
      filled += width
      guard filled >= 32 else { continue }
      place.storeBytes(of: pending, as: Row.self)
      place += 16
      filled -= 32
      let carried = UInt32(width - filled)
      pending = filled == 0 ? .zero : value &>> Row(repeating: carried)
    }
  }

  /// Unpacks 128 values of `width` bits.
  static func unpack(
    _ source: UnsafeRawPointer, width: Int, into values: UnsafeMutablePointer<UInt32>
  ) {
    guard width > 0 else {
      values.update(repeating: 0, count: blockLength)
      return
    }
    let mask = Row(repeating: lowBits(width))
    for row in 0..<rows {
      UnsafeMutableRawPointer(values + 4 * row)
        .storeBytes(of: self.row(row, of: source, width: width) & mask, as: Row.self)
    }
  }

  /// Unpacks 128 gaps and turns them into ascending numbers: gap `g` means `g + 1` more than the
  /// number before, the first counted from `previous`.
  static func unpackAscending(
    _ source: UnsafeRawPointer, width: Int, after previous: UInt32,
    into values: UnsafeMutablePointer<UInt32>
  ) {
    let mask = Row(repeating: width == 0 ? 0 : lowBits(width))
    var base = Row(repeating: previous)
    for row in 0..<rows {
      let gaps = width == 0 ? .zero : self.row(row, of: source, width: width) & mask
      base = ascend(gaps, from: base, into: values + 4 * row)
    }
  }

  /// Turns 128 gaps into ascending numbers where they are.
  static func ascend(_ values: UnsafeMutablePointer<UInt32>, after previous: UInt32) {
    var base = Row(repeating: previous)
    for row in 0..<rows {
      let gaps = UnsafeRawPointer(values + 4 * row).loadUnaligned(as: Row.self)
      base = ascend(gaps, from: base, into: values + 4 * row)
    }
  }

  /// Writes the numbers of a row and returns the last one in all lanes.
  @inline(__always)
  private static func ascend(
    _ gaps: Row, from base: Row, into values: UnsafeMutablePointer<UInt32>
  ) -> Row {
    var sum = gaps &+ Row(0, gaps[0], gaps[1], gaps[2])
    sum &+= Row(0, 0, sum[0], sum[1])
    let numbers = sum &+ base &+ Row(1, 2, 3, 4)
    UnsafeMutableRawPointer(values).storeBytes(of: numbers, as: Row.self)
    return Row(repeating: numbers[3])
  }

  /// One value of a block.
  @inline(__always)
  static func value(at index: Int, of source: UnsafeRawPointer, width: Int) -> UInt32 {
    guard width > 0 else { return 0 }
    let bit = (index &>> 2) &* width
    let word = source + ((bit &>> 5) &* 16 &+ (index & 3) &* 4)
    let low = UInt64(word.loadUnaligned(as: UInt32.self))
    let high = UInt64((word + 16).loadUnaligned(as: UInt32.self))
    return UInt32(truncatingIfNeeded: (low | high &<< 32) &>> UInt64(bit & 31)) & lowBits(width)
  }

  /// One row, its upper bits not yet cut off. No branch: a row that ends inside its first word
  /// takes bits of the second that the mask removes.
  @inline(__always)
  private static func row(_ row: Int, of source: UnsafeRawPointer, width: Int) -> Row {
    let bit = row &* width
    let word = source + (bit &>> 5) &* 16
    let offset = UInt32(truncatingIfNeeded: bit & 31)
    let low = word.loadUnaligned(as: Row.self) &>> Row(repeating: offset)
    let high = (word + 16).loadUnaligned(as: Row.self)
    return low | (high &<< Row(repeating: 31 &- offset)) &<< Row(repeating: 1)
  }

  @inline(__always)
  private static func lowBits(_ width: Int) -> UInt32 { UInt32.max &>> UInt32(32 &- width) }
}
