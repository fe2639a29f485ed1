extension PackedIntegers {
  /// Appends integers that are not kept in memory.
  ///
  /// - Parameter forEach: calls its argument with each integer in order; it is called twice and
  ///   gives the same ones both times.
  static func write(
    count: Int, to file: FileWriter, _ forEach: ((Int64) throws -> Void) throws -> Void
  ) throws -> Section {
    try file.align(to: 8)
    let start = file.offset
    var word = 0
    try forEachBlock(forEach) { block in
      let frame = Frame(of: block)
      try file.append(frame.base)
      try file.append(UInt64(word) << 8 | UInt64(frame.width))
      word += 2 * frame.width
    }
    try forEachBlock(forEach) { try pack($0, to: file) }
    return Section(range: start..<file.offset, count: count)
  }

  private static func forEachBlock(
    _ forEach: ((Int64) throws -> Void) throws -> Void, _ body: @escaping ([Int64]) throws -> Void
  ) throws {
    var block: [Int64] = []
    block.reserveCapacity(blockLength)
    try forEach { value in
      block.append(value)
      guard block.count == blockLength else { return }
      try body(block)
      block.removeAll(keepingCapacity: true)
    }
    if !block.isEmpty { try body(block) }
  }

  /// Appends the integers to the file, from an offset that eight divides.
  static func write(
    _ values: some RandomAccessCollection<Int64>, to file: FileWriter
  ) throws(StorageError) -> Section {
    try file.align(to: 8)
    let start = file.offset
    var word = 0
    var rest = values[...]
    while !rest.isEmpty {
      let frame = Frame(of: rest.prefix(blockLength))
      try file.append(frame.base)
      try file.append(UInt64(word) << 8 | UInt64(frame.width))
      word += 2 * frame.width
      rest = rest.dropFirst(blockLength)
    }
    rest = values[...]
    while !rest.isEmpty {
      try pack(rest.prefix(blockLength), to: file)
      rest = rest.dropFirst(blockLength)
    }
    return Section(range: start..<file.offset, count: values.count)
  }

  /// The smallest value of a block, and the bits that the largest difference to it needs.
  private struct Frame {
    let base: Int64
    let width: Int

    init(of values: some Collection<Int64>) {
      base = values.min() ?? 0
      let spread = UInt64(bitPattern: (values.max() ?? 0) &- base)
      width = 64 - spread.leadingZeroBitCount
    }
  }

  /// Writes `2 × width` words, whatever the number of values.
  private static func pack(
    _ values: some Collection<Int64>, to file: FileWriter
  ) throws(StorageError) {
    let frame = Frame(of: values)
    guard frame.width > 0 else { return }
    var words = [UInt64](repeating: 0, count: 2 * frame.width + 1)
    for (index, value) in values.enumerated() {
      let difference = UInt64(bitPattern: value &- frame.base)
      let bit = index * frame.width
      words[bit >> 6] |= difference << UInt64(bit & 63)
      if bit & 63 > 0 { words[bit >> 6 + 1] |= difference >> UInt64(64 - bit & 63) }
    }
    for word in words.dropLast() { try file.append(word) }
  }
}

extension RecordEncoder {
  mutating func append(_ section: PackedIntegers.Section) {
    append(section.range.lowerBound)
    append(section.range.upperBound)
    append(section.count)
  }
}

extension RecordDecoder {
  mutating func section() throws(FormatError) -> PackedIntegers.Section {
    let range = try range()
    let count = try integer()
    guard count <= range.count * 8 else { throw error("integers in \(range)", found: "\(count)") }
    return PackedIntegers.Section(range: range, count: count)
  }

  mutating func range() throws(FormatError) -> Range<Int> {
    let start = try integer()
    let end = try integer()
    guard start <= end, end < 1 << 48 else {
      throw error("an end behind \(start)", found: "\(end)")
    }
    return start..<end
  }
}
