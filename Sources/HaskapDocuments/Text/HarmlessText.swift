/// Text from reports, documents, file names and queries, so that it cannot steer a terminal.
///
/// Control characters (C0 but line feed and tab, DEL, C1: Unicode category Cc) become spaces. What
/// turns the direction of writing, U+061C, U+200E–200F, U+202A–202E and U+2066–2069, is left out: it makes a text look
/// like another one (Unicode Technical Report #36, section 2.7). Carriage returns stay at the ends of lines.
package enum HarmlessText {
  /// Adds a text to the bytes that go out.
  ///
  /// - Parameter keeping: sequences of bytes that may begin with an escape character all the same.
  package static func append(_ text: String, to bytes: inout [UInt8], keeping: [[UInt8]] = []) {
    var text = text
    text.withUTF8 { utf8 in
      var rest = utf8[...]
      while let place = firstPerhapsHarmful(in: rest) {
        bytes.append(contentsOf: rest[..<place])
        rest = rest[place...]
        if let kept = keeping.first(where: rest.starts(with:)) {
          bytes.append(contentsOf: kept)
          rest = rest.dropFirst(kept.count)
        } else {
          let (length, replacement) = harm(at: rest)
          bytes.append(contentsOf: replacement ?? Array(rest.prefix(length)))
          rest = rest.dropFirst(length)
        }
      }
      bytes.append(contentsOf: rest)
    }
  }

  /// On one line, for messages: a file's name may hold line feeds.
  package static func line(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text.replacing("\r\n", with: " "), to: &bytes)
    return String(
      decoding: bytes.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }

  /// JSON with the same characters as escapes, which mean the same. It has them in strings alone.
  package static func json(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ hasHarm($0[...]) }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func hasHarm(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = utf8
    while let place = firstPerhapsHarmful(in: rest) {
      let (length, replacement) = harm(at: rest[place...])
      if replacement != nil { return true }
      rest = rest[(place + length)...]
    }
    return false
  }

  /// Eight bytes at a time, as long as none may be.
  private static func firstPerhapsHarmful(in utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let bytes = UnsafeRawBufferPointer(utf8.base)
    var place = utf8.startIndex
    while place + 8 <= utf8.endIndex {
      let block = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if mayHaveHarm(block), let found = utf8[place..<place + 8].firstIndex(where: mayBeHarmful) {
        return found
      }
      place += 8
    }
    return utf8[place...].firstIndex(where: mayBeHarmful)
  }

  /// True as well of bytes that only look so: of line feeds, and of what stands behind harm.
  ///
  /// Source: Alan Mycroft's test for a zero byte, in Henry S. Warren, "Hacker's Delight", 6-1.
  @inline(__always)
  private static func mayHaveHarm(_ block: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func has(_ byte: UInt64) -> UInt64 {
      let other = block ^ (byte &* ones)
      return (other &- ones) & ~other
    }
    let controls = (block &- 0x20 &* ones) & ~block
    return (controls | has(0x7F) | has(0xC2) | has(0xD8) | has(0xE2)) & (ones &* 0x80) != 0
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func mayBeHarmful(_ byte: UInt8) -> Bool {
    byte < 0x20
      ? byte != 0x0A && byte != 0x09
      : byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
  }

  /// What a text that begins with such a byte begins with: its length, and what is put in its
  /// place; nil when it may stay.
  private static func harm(at text: Slice<UnsafeBufferPointer<UInt8>>) -> (Int, [UInt8]?) {
    let bytes = Array(text.prefix(3))
    let second = bytes.count > 1 ? bytes[1] : 0
    switch bytes[0] {
    case 0x0D where second == 0x0A: return (2, nil)
    case 0xC2: return (2, second < 0xA0 ? [0x20] : nil)
    case 0xD8: return (2, second == 0x9C ? [] : nil)
    case 0xE2:
      let isHarmful =
        bytes.count == 3
        && (second == 0x80 && (0x8E...0x8F ~= bytes[2] || 0xAA...0xAE ~= bytes[2])
          || second == 0x81 && 0xA6...0xA9 ~= bytes[2])
      return (3, isHarmful ? [] : nil)
    default: return (1, [0x20])
    }
  }
}
