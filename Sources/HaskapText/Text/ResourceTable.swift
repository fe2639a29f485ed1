/// The data files that ship inside the library: UTF-8, fields separated by tabs, `#` begins a line
/// of comment.
enum ResourceTable {
  static func rows(of bytes: [UInt8]) -> [[Substring]] {
    rows(of: String(decoding: bytes, as: UTF8.self))
  }

  static func rows(of text: String) -> [[Substring]] {
    text.split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
