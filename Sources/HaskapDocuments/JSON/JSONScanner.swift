/// Reads the tokens of JSON (RFC 8259), to the letter where that is strict.
///
/// It allows what the grammar allows and no more. Where the text of a string is not what a program
/// can keep, an escape for half a surrogate pair, U+FFFD takes its place and is counted (section 8.2
/// leaves that to the reader).
struct JSONScanner {
  /// Deeper brackets are an error, as section 9 allows.
  static let depthLimit = 64

  private let bytes: [UInt8]
  private var position = 0
  /// Half surrogate pairs that were read as U+FFFD.
  private(set) var replacements = 0
  /// The first name that stands twice in one object, which it should not (section 4).
  var repeatedName: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte that is no space; nil at the end.
  mutating func next() -> UInt8? {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      position += 1
    }
    return peek
  }

  /// Takes a bracket, comma or colon, and the spaces before it.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  /// Takes `true`, `false` or `null`.
  mutating func take(word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    if isThere { position += count }
    return isThere
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  func error(_ expected: String) -> JSONError {
    // More bytes than are shown, so that no character is cut.
    let rest = String(decoding: bytes[min(position, bytes.count)...].prefix(48), as: UTF8.self)
    return JSONError(
      offset: position, expected: expected,
      found: rest.isEmpty ? "the end" : "'\(rest.prefix(12))'",
      remedy: "write a document as {\"id\": \"1\", \"title\": \"…\"}")
  }
}

/// Numbers.
extension JSONScanner {
  /// A number as it is written (section 6).
  mutating func number() throws(JSONError) -> String {
    let start = position
    _ = takeByte("-")
    if !takeByte("0") { try digits("a value") }
    if takeByte(".") { try digits("a digit") }
    if takeByte("e") || takeByte("E") {
      _ = takeByte("+") || takeByte("-")
      try digits("a digit")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits(_ expected: String) throws(JSONError) {
    let count = bytes[position...].prefix { 0x30...0x39 ~= $0 }.count
    guard count > 0 else { throw error(expected) }
    position += count
  }

  private mutating func takeByte(_ sign: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }
}

/// Strings.
extension JSONScanner {
  /// A string, whose first quote comes next (section 7).
  mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    try skipPlain()
    if takeByte("\"") { return try text(bytes[start..<position - 1], from: start) }
    var result = Array(bytes[start..<position])
    while takeByte("\\") {
      result.append(contentsOf: Array(String(try escape()).utf8))
      let plain = position
      try skipPlain()
      result.append(contentsOf: bytes[plain..<position])
    }
    position += 1
    return try text(result[...], from: start)
  }

  /// Goes on to the next quote or escape.
  private mutating func skipPlain() throws(JSONError) {
    let end = bytes[position...].firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }
    position = end ?? bytes.count
    guard let byte = peek else { throw error("a closing quote") }
    guard byte >= 0x20 else { throw error("a control character as an escape such as \\n") }
  }

  private func text(_ utf8: ArraySlice<UInt8>, from offset: Int) throws(JSONError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw JSONError(
        offset: offset, expected: "UTF-8", found: "other bytes",
        remedy: "convert the file, for instance by iconv -f CP932 -t UTF-8")
    }
    return text
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x6E: "\n", 0x72: "\r", 0x74: "\t", 0x62: "\u{8}",
    0x66: "\u{C}",
  ]

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    if let scalar = peek.flatMap({ Self.escapes[$0] }) {
      position += 1
      return scalar
    }
    guard takeByte("u"), let first = hexDigits() else { throw error("an escape of JSON") }
    if let scalar = Unicode.Scalar(first) { return scalar }
    let back = position
    if first < 0xDC00, take(word: "\\u"), let second = hexDigits(), 0xDC00..<0xE000 ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      return scalar
    }
    position = back
    replacements += 1
    return "\u{FFFD}"
  }

  private mutating func hexDigits() -> UInt32? {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    position += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
