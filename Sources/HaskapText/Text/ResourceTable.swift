/// The data files that ship inside the library: UTF-8, fields separated by tabs, `#` begins a line
/// of comment. Each says in its comment where it comes from and under which licence.
enum ResourceTable {
  static func rows(of bytes: [UInt8]) -> [[Substring]] {
    rows(of: String(decoding: bytes, as: UTF8.self))
  }

  static func rows(of text: String) -> [[Substring]] {
    text.split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  private static let comment = UInt8(ascii: "#")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")

  /// Where the fields that are not empty begin, in order.
  static func fieldOffsets(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var offsets: [Int] = []
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: lineFeed) ?? bytes.count
      var field = bytes[line] == comment ? end : line
      while field < end {
        if bytes[field] != tab { offsets.append(field) }
        field = (bytes[field..<end].firstIndex(of: tab) ?? end) + 1
      }
      line = end + 1
    }
    return offsets
  }

  /// The fields of the line in which a field begins, as Unicode scalars, and the number of that
  /// field among them.
  static func scalarRow(
    of bytes: UnsafeBufferPointer<UInt8>, withFieldAt offset: Int
  ) -> (row: [[UInt32]], column: Int) {
    let start = bytes[..<offset].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: lineFeed) ?? bytes.count
    let row = bytes[start..<end].split(separator: tab).map { field in
      field.withUnsafeBufferPointer { field in
        var scalars: [UInt32] = []
        var index = 0
        while index < field.count {
          let (scalar, length) = UTF8Decoder.decode(field, at: index)
          scalars.append(scalar)
          index += length
        }
        return scalars
      }
    }
    return (row, bytes[start..<offset].split(separator: tab).count)
  }
}
