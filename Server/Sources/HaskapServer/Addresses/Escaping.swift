/// Percent-encoding (RFC 3986).
enum Escaping {
  /// A part of a path: everything but unreserved characters.
  static func segment(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * text.utf8.count)
    for byte in text.utf8 { append(byte, to: &bytes) }
    // A part of dots alone means a folder (RFC 3986, section 5.2.4).
    if text == "." || text == ".." {
      return text.utf8.reduce(into: "") { text, _ in text += "%2E" }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names and values of a query, those that are empty left out: `?q=%E6%B8%85%E6%8E%83`.
  static func query(_ items: [(name: String, value: String)]) -> String {
    let parts = items.filter { !$0.value.isEmpty }.map { "\($0.name)=\(segment($0.value))" }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
    default:
      bytes.append(0x25)
      bytes.append(digit(byte >> 4))
      bytes.append(digit(byte & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  /// - Parameter plusIsSpace: as forms write queries.
  /// - Returns: nil for what is not UTF-8, or has a `%` with other than two digits behind it.
  static func decoded(_ text: Substring, plusIsSpace: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x25:
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      case 0x2B where plusIsSpace: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
