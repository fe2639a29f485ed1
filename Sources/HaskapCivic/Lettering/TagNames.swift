/// Names of HTML tags, and what is said of each, found by their letters.
struct TagNames<Value: Sendable>: Sendable {
  /// By their letters and digits, six bits each.
  private var values = NumberTable<Value>()
  private static var longest: Int { 10 }

  init(_ names: [String: Value]) {
    for (name, value) in names {
      values.insert(value, for: name.utf8.reduce(0) { $0 << 6 | (Self.code($1) ?? 0) })
    }
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

  /// What is said of the name that stands at a byte, in whatever case, and where it ends; nil for another.
  func find(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (value: Value, end: Int)? {
    var (key, end) = (UInt64(0), start)
    while end < text.count, let code = Self.code(text[end]) {
      if end - start == Self.longest { return nil }
      key = key << 6 | code
      end += 1
    }
    // Letters of other scripts are no part of a name.
    if end == start || end < text.count && text[end] >= 0x80 && Self.isLetter(text, at: end) {
      return nil
    }
    return values[key].map { ($0, end) }
  }

  private static func isLetter(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let rest = UnsafeBufferPointer(rebasing: text[start..<min(start + 4, text.count)])
    let letter = String(decoding: rest, as: UTF8.self).first
    return letter.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// The same of a text from its beginning.
  func first(in text: Substring) -> (value: Value, end: String.Index)? {
    let found =
      text.utf8.withContiguousStorageIfAvailable { find(in: $0, at: 0) }
      ?? Array(text.utf8).withUnsafeBufferPointer { find(in: $0, at: 0) }
    return found.map { ($0.value, text.utf8.index(text.startIndex, offsetBy: $0.end)) }
  }
}
