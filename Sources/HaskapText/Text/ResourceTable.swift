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

  /// The same as Unicode scalars: read without a string, because a query's first word waits for it.
  static func scalarRows(of bytes: [UInt8]) -> [[[UInt32]]] {
    bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map {
      line in
      line.split(separator: UInt8(ascii: "\t")).map { field in
        field.withUnsafeBufferPointer { bytes in
          var scalars: [UInt32] = []
          var index = 0
          while index < bytes.count {
            let (scalar, length) = UTF8Decoder.decode(bytes, at: index)
            scalars.append(scalar)
            index += length
          }
          return scalars
        }
      }
    }
  }
}
