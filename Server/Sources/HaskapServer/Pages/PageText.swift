import Mustache

/// Escapes text for HTML, in elements and in quoted attributes. Control characters, which HTML
/// does not allow, and those that turn the direction of writing (Unicode Technical Report #36,
/// section 2.7) are left out.
struct PageText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var text = text
    let escaped = text.withUTF8 { utf8 in
      utf8.firstIndex(where: Self.mayBeSpecial).map { Self.escaped(utf8, from: $0) }
    }
    return escaped ?? text
  }

  /// - Parameter first: where the first byte is that may be special.
  private static func escaped(_ utf8: UnsafeBufferPointer<UInt8>, from first: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 32)
    var (kept, place) = (0, first)
    while place < utf8.count {
      guard mayBeSpecial(utf8[place]), let special = special(utf8, place) else {
        place += 1
        continue
      }
      bytes += utf8[kept..<place]
      bytes += special.instead.utf8
      place += special.length
      kept = place
    }
    bytes += utf8[kept...]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a character that begins so may have to be escaped or left out.
  private static func mayBeSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }

  /// How many bytes a special character has, and what stands in its place; nil for others.
  private static func special(
    _ utf8: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (length: Int, instead: String)? {
    switch utf8[place] {
    case 0x3C: (1, "&lt;")
    case 0x3E: (1, "&gt;")
    case 0x26: (1, "&amp;")
    case 0x22: (1, "&quot;")
    case 0x27: (1, "&#39;")
    case 0x09, 0x0A: nil
    case 0xC2: utf8[place + 1] < 0xA0 ? (2, "") : nil
    case 0xE2: turnsDirection(utf8[place + 1], utf8[place + 2]) ? (3, "") : nil
    default: (1, "")
    }
  }

  /// U+202A to U+202E and U+2066 to U+2069, by their second and third bytes.
  private static func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? 0xAA...0xAE ~= third : second == 0x81 && 0xA6...0xA9 ~= third
  }
}
