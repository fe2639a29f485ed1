internal import CZlib

/// The files in a ZIP archive (PKWARE, *APPNOTE.TXT*), as office programs write it: stored or
/// deflated, not encrypted, below 4 GiB.
struct ZipArchive {
  /// A file of an archive is not unpacked beyond this, and neither are all together.
  static let maxSize = 1 << 28

  private struct Entry {
    var method: Int
    var packed: Int
    var unpacked: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Nil where the directory at the archive's end is missing or damaged.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = Self.endRecord(bytes) else { return nil }
    guard let count = number(end + 10, 2), var offset = number(end + 16, 4) else { return nil }
    var total = 0
    for _ in 0..<count {
      guard let size = readEntry(at: offset, &total) else { return nil }
      offset += size
    }
  }

  var names: [String] { entries.keys.sorted() }

  /// The content of a file; nil where there is none of the name, or it is damaged.
  func file(_ name: String) -> [UInt8]? {
    guard let entry = entries[name], number(entry.header, 4) == 0x0403_4B50,
      let nameLength = number(entry.header + 26, 2), let extra = number(entry.header + 28, 2)
    else { return nil }
    let start = entry.header + 30 + nameLength + extra
    guard start + entry.packed <= bytes.count else { return nil }
    let packed = bytes[start..<start + entry.packed]
    switch entry.method {
    case 0: return Array(packed)
    case 8: return Self.inflated(packed, size: entry.unpacked)
    default: return nil
    }
  }

  /// The end of the directory: in the last 64 KiB, since only a comment follows it.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let last = bytes.count - 22
    return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { offset in
      bytes[offset] == 0x50 && bytes[offset + 1] == 0x4B && bytes[offset + 2] == 0x05
        && bytes[offset + 3] == 0x06
    }
  }

  /// - Returns: the entry's size in the directory.
  private mutating func readEntry(at offset: Int, _ total: inout Int) -> Int? {
    guard number(offset, 4) == 0x0201_4B50, let flags = number(offset + 8, 2), flags & 1 == 0,
      let method = number(offset + 10, 2), let packed = number(offset + 20, 4),
      let unpacked = number(offset + 24, 4), let nameLength = number(offset + 28, 2),
      let extra = number(offset + 30, 2), let comment = number(offset + 32, 2),
      let header = number(offset + 42, 4), offset + 46 + nameLength <= bytes.count
    else { return nil }
    total += unpacked
    guard total <= Self.maxSize else { return nil }
    let name = String(decoding: bytes[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self)
    entries[name] = Entry(method: method, packed: packed, unpacked: unpacked, header: header)
    return 46 + nameLength + extra + comment
  }

  /// A little-endian number; nil beyond the end.
  private func number(_ offset: Int, _ size: Int) -> Int? {
    guard offset >= 0, offset + size <= bytes.count else { return nil }
    return (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  private static func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var isWhole = false
    let unpacked = [UInt8](unsafeUninitializedCapacity: size) { target, count in
      let written = packed.withUnsafeBytes { source in
        czlib_inflate(
          source.bindMemory(to: UInt8.self).baseAddress, UInt32(packed.count), target.baseAddress,
          UInt32(size))
      }
      isWhole = written == Int64(size)
      count = isWhole ? size : 0
    }
    return isWhole ? unpacked : nil
  }
}
