/// Names of HTML tags, found by their letters.
struct TagNames {
  /// By their letters and digits, six bits each.
  private let names: [UInt64: String]
  private static let longest = 10

  init(_ names: some Sequence<String>) {
    self.names = Dictionary(uniqueKeysWithValues: Set(names).map { (Self.key($0.utf8), $0) })
  }

  private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0) { $0 << 6 | (code($1) ?? 0) }
  }

  /// From 1 on; nil for what is no letter or digit of a name.
  private static func code(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0")) + 27
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      UInt64(byte | 0x20) - 0x60
    default: nil
    }
  }

  /// The name that stands first, in whatever case, and where it ends; nil for another.
  func first(in text: Substring) -> (name: String, end: String.Index)? {
    let bytes = text.utf8
    var (key, count, end) = (UInt64(0), 0, bytes.startIndex)
    while end < bytes.endIndex, let code = Self.code(bytes[end]) {
      if count == Self.longest { return nil }
      (key, count) = (key << 6 | code, count + 1)
      end = bytes.index(after: end)
    }
    // Letters of other scripts are no part of a name.
    if end < bytes.endIndex, bytes[end] >= 0x80, text[end].isLetter || text[end].isNumber {
      return nil
    }
    return names[key].map { ($0, end) }
  }
}
