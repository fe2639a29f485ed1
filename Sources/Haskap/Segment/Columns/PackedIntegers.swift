/// Integers of 64 bits, packed, with access to each by its index.
///
/// Blocks of 128 values keep the difference to the block's smallest value, all in the same number
/// of bits (frame of reference: Goldstein, Ramakrishnan and Shaft, "Compressing relations and
/// indexes", 1998). A table of 16 bytes a block comes first: the smallest value, then the number of
/// bits (low byte) and the place of the block's bits in words of 64 bits (the other bytes).
struct PackedIntegers: Sendable {
  static let blockBits = 7
  static let blockLength = 1 << blockBits
  static let entryLength = 16

  /// Where the table and the bits are in their file, and how many integers they hold.
  struct Section: Hashable {
    var range: Range<Int>
    var count: Int

    var blockCount: Int { (count + blockLength - 1) >> blockBits }
    var tableEnd: Int { range.lowerBound + blockCount * entryLength }
  }

  let file: MappedFile
  let section: Section

  init(_ file: MappedFile, _ section: Section) throws(FormatError) {
    self.file = file
    self.section = section
    guard section.range.lowerBound % 8 == 0, section.tableEnd <= section.range.upperBound else {
      throw FormatError(
        file: file.name, offset: section.range.lowerBound,
        expected: "\(section.count) packed integers", found: "\(section.range.count) bytes")
    }
  }

  var count: Int { section.count }

  /// One integer; only the bytes that hold it are looked at.
  func value(at index: Int) throws(FormatError) -> Int64 {
    guard index >= 0, index < count else {
      throw FormatError(
        file: file.name, offset: section.range.lowerBound,
        expected: "an index below \(count)", found: "\(index)")
    }
    let entry = try entry(of: index >> Self.blockBits)
    guard entry.width > 0 else { return entry.base }
    let bit = (index & (Self.blockLength - 1)) * entry.width
    let start = section.tableEnd + (entry.word + bit >> 6) * 8
    let length = bit & 63 + entry.width > 64 ? 16 : 8
    let words = try file.verified(start..<start + length)
    return entry.value(in: words, bit: bit & 63)
  }

  /// All of them for many look-ups: the bytes are checked now, and not again.
  func view() throws(FormatError) -> View {
    let bytes = try file.verified(section.range)
    for block in 0..<section.blockCount { _ = try entry(of: block) }
    return View(file: file, section: section, bytes: bytes)
  }

  private func entry(of block: Int) throws(FormatError) -> Entry {
    let start = section.range.lowerBound + block * Self.entryLength
    let entry = Entry(try file.verified(start..<start + Self.entryLength))
    let room = (section.range.upperBound - section.tableEnd) / 8
    guard entry.width <= 64, entry.word + 2 * entry.width <= room else {
      throw FormatError(
        file: file.name, offset: start, expected: "a block inside \(room) words",
        found: "\(entry.width) bits at word \(entry.word)")
    }
    return entry
  }
}

extension PackedIntegers {
  /// A line of the table.
  struct Entry {
    let base: Int64
    let width: Int
    let word: Int

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer) {
      base = Int64(littleEndian: bytes.load(as: Int64.self))
      let place = UInt64(littleEndian: bytes.load(fromByteOffset: 8, as: UInt64.self))
      width = Int(place & 0xff)
      word = Int(place >> 8)
    }

    /// The integer whose bits begin at `bit` of the first word given.
    @inline(__always)
    func value(in words: UnsafeRawBufferPointer, bit: Int) -> Int64 {
      var packed = UInt64(littleEndian: words.load(as: UInt64.self)) &>> UInt64(bit)
      if bit &+ width > 64 {
        let next = UInt64(littleEndian: words.load(fromByteOffset: 8, as: UInt64.self))
        packed |= next &<< UInt64(64 &- bit)
      }
      let mask = UInt64.max &>> UInt64(64 &- width)
      return base &+ Int64(bitPattern: packed & mask)
    }
  }

  /// Packed integers of which every byte has been checked.
  struct View: @unchecked Sendable {  // The bytes are read-only and kept by the file.
    fileprivate let file: MappedFile
    fileprivate let section: Section
    fileprivate let bytes: UnsafeRawBufferPointer

    var count: Int { section.count }

    /// A range that holds all integers, as the table tells it; nil when there are none.
    var bounds: ClosedRange<Int64>? {
      var bounds: ClosedRange<Int64>?
      for block in 0..<section.blockCount {
        let entry = entry(of: block)
        let widest = entry.width == 64 ? UInt64.max : 1 << UInt64(entry.width) - 1
        let (sum, overflow) = entry.base.addingReportingOverflow(Int64(clamping: widest))
        let low = min(bounds?.lowerBound ?? .max, entry.base)
        bounds = low...max(bounds?.upperBound ?? .min, overflow ? .max : sum)
      }
      return bounds
    }

    @inline(__always)
    private func entry(of block: Int) -> Entry {
      Entry(UnsafeRawBufferPointer(rebasing: bytes[(block &* entryLength)...]))
    }

    @inline(__always)
    subscript(index: Int) -> Int64 { block(of: index...index)[index] }

    /// For looks at integers that mostly stand beside those looked at before.
    @inline(__always)
    var cursor: Cursor { Cursor(view: self) }

    /// A block for looks at several of its integers, which all of `indices` must be.
    @inline(__always)
    func block(of indices: ClosedRange<Int>) -> Block {
      precondition(
        indices.lowerBound >= 0 && indices.upperBound < section.count
          && indices.lowerBound &>> blockBits == indices.upperBound &>> blockBits,
        "indices beyond \(section.count)")
      let entry = entry(of: indices.lowerBound &>> blockBits)
      let start = section.blockCount &* entryLength &+ entry.word &* 8
      return Block(entry: entry, words: UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
  }

  struct Cursor {
    fileprivate let view: View
    private var number = -1
    private var block: Block?

    fileprivate init(view: View) { self.view = view }

    @inline(__always)
    subscript(index: Int) -> Int64 {
      mutating get {
        if index &>> blockBits == number, let block { return block[index] }
        let own = view.block(of: index...index)
        (number, block) = (index &>> blockBits, own)
        return own[index]
      }
    }
  }

  /// A block of packed integers of which every byte has been checked.
  struct Block {
    fileprivate let entry: Entry
    fileprivate let words: UnsafeRawBufferPointer

    @inline(__always)
    subscript(index: Int) -> Int64 {
      guard entry.width > 0 else { return entry.base }
      let bit = (index & (blockLength - 1)) &* entry.width
      let rest = UnsafeRawBufferPointer(rebasing: words[(bit &>> 6 &* 8)...])
      return entry.value(in: rest, bit: bit & 63)
    }
  }
}
