/// Reads one document from a line of JSON (RFC 8259), without a tree of its values.
///
/// Unlike a general decoder it keeps the order of the members and all 64 bits of integers, and
/// says at which byte a line stops being JSON.
package struct JSONLine {
  private static let depthLimit = 64

  private let bytes: [UInt8]
  private var position = 0
  private var members: [SourceDocument.Member] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members of the object that the line is.
  package static func members(
    of line: [UInt8]
  ) throws(JSONLineError) -> [SourceDocument.Member] {
    var parser = JSONLine(line)
    parser.skipSpaces()
    guard parser.take("{") else { throw parser.error("an object { … }") }
    try parser.object(named: "", depth: 1)
    parser.skipSpaces()
    guard parser.position == line.count else { throw parser.error("nothing after the object") }
    return parser.members
  }

  /// The members of an object whose bracket has been taken.
  private mutating func object(named outer: String, depth: Int) throws(JSONLineError) {
    skipSpaces()
    if take("}") { return }
    repeat {
      skipSpaces()
      guard peek == UInt8(ascii: "\"") else { throw error("a name in quotes") }
      let name = FieldName.writable(try string())
      skipSpaces()
      guard take(":") else { throw error("':'") }
      try value(named: outer.isEmpty ? name : "\(outer).\(name)", depth: depth)
      skipSpaces()
    } while take(",")
    guard take("}") else { throw error("',' or '}'") }
  }

  private mutating func array(named name: String, depth: Int) throws(JSONLineError) {
    skipSpaces()
    if take("]") { return }
    repeat {
      try value(named: name, depth: depth)
      skipSpaces()
    } while take(",")
    guard take("]") else { throw error("',' or ']'") }
  }

  private mutating func value(named name: String, depth: Int) throws(JSONLineError) {
    guard depth < Self.depthLimit else { throw error("at most \(Self.depthLimit) brackets") }
    skipSpaces()
    switch peek {
    case UInt8(ascii: "\""):
      let text = try string()
      if !text.isEmpty { add(.text(text), to: name) }
    case UInt8(ascii: "{"):
      position += 1
      try object(named: name, depth: depth + 1)
    case UInt8(ascii: "["):
      position += 1
      try array(named: name, depth: depth + 1)
    default:
      if take("true") { return add(.flag(true), to: name) }
      if take("false") { return add(.flag(false), to: name) }
      if take("null") { return }
      add(try number(), to: name)
    }
  }

  private mutating func add(_ value: SourceValue, to name: String) {
    members.append(.init(name: name, value: value))
  }

  private mutating func number() throws(JSONLineError) -> SourceValue {
    let digits = bytes[position...].prefix { "+-.eE0123456789".utf8.contains($0) }
    let text = String(decoding: digits, as: UTF8.self)
    guard Double(text) != nil else { throw error("a value") }
    position += digits.count
    return Int64(text).map(SourceValue.integer) ?? .decimal(text)
  }
}

/// Strings.
extension JSONLine {
  private mutating func string() throws(JSONLineError) -> String {
    position += 1
    let start = position
    guard let end = nextQuoteOrEscape() else { throw error("a closing quote") }
    position = end + 1
    if bytes[end] == UInt8(ascii: "\"") { return try text(bytes[start..<end], at: start) }
    position = end
    return try escapedString(from: start)
  }

  /// A string in which escapes stand, the first of them at `position`.
  private mutating func escapedString(from start: Int) throws(JSONLineError) -> String {
    var result = Array(bytes[start..<position])
    while take("\\") {
      let scalar = try escape()
      result.append(contentsOf: Array(String(scalar).utf8))
      guard let end = nextQuoteOrEscape() else { throw error("a closing quote") }
      result.append(contentsOf: bytes[position..<end])
      position = end
    }
    position += 1
    return try text(result[...], at: start)
  }

  private func nextQuoteOrEscape() -> Int? {
    bytes[position...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
  }

  private func text(_ utf8: ArraySlice<UInt8>, at offset: Int) throws(JSONLineError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw JSONLineError(
        offset: offset, expected: "UTF-8", found: "other bytes",
        remedy: "convert the file, for instance by iconv -f CP932 -t UTF-8")
    }
    return text
  }

  private mutating func escape() throws(JSONLineError) -> Unicode.Scalar {
    let escapes: [(String, Unicode.Scalar)] = [
      ("\"", "\""), ("\\", "\\"), ("/", "/"), ("n", "\n"), ("r", "\r"), ("t", "\t"),
      ("b", "\u{8}"), ("f", "\u{C}"),
    ]
    for (letter, scalar) in escapes where take(letter) { return scalar }
    guard take("u"), let first = hexDigits() else { throw error("an escape of JSON") }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\u"), let second = hexDigits(), 0xDC00..<0xE000 ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error("a pair of surrogates") }
    return scalar
  }

  private mutating func hexDigits() -> UInt32? {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    position += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

/// Bytes.
extension JSONLine {
  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func skipSpaces() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      position += 1
    }
  }

  private func error(_ expected: String) -> JSONLineError {
    let rest = bytes[min(position, bytes.count)...].prefix(12)
    return JSONLineError(
      offset: position, expected: expected,
      found: rest.isEmpty ? "the end of the line" : "'\(String(decoding: rest, as: UTF8.self))'",
      remedy: "write one document on each line, as {\"id\": \"1\", \"title\": \"…\"}")
  }
}

/// A line that is no document.
package struct JSONLineError: Error, Equatable, CustomStringConvertible {
  /// In bytes from the beginning of the line.
  package var offset: Int
  package var expected: String
  package var found: String
  package var remedy: String

  package var description: String {
    "expected \(expected) at byte \(offset + 1) of the line, found \(found); \(remedy)"
  }
}
