/// A few characters that texts are asked for, most often in vain. One look at the bytes says so without taking the
/// text apart into characters.
struct Signs: Sendable {
  /// A bit for each of ASCII.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// The other ones, their three bytes as one number, and a bit for the end of each.
  private var others: [UInt32] = []
  private var ends: UInt64 = 0

  static let colons = Signs(":：")
  static let openingBrackets = Signs("(（")
  static let closingBrackets = Signs(")）")

  /// - Parameter signs: of ASCII or three bytes each.
  init(_ signs: String) {
    for scalar in signs.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      switch scalar.value {
      case ..<0x40: low |= 1 << UInt64(scalar.value)
      case ..<0x80: high |= 1 << UInt64(scalar.value & 0x3F)
      default:
        precondition(bytes.count == 3)
        others.append(Self.number(bytes[0], bytes[1], bytes[2]))
        ends |= 1 << UInt64(bytes[2] & 0x3F)
      }
    }
  }

  private static func number(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
  }

  fileprivate func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case ..<0x80:
        let bits = byte < 0x40 ? low : high
        if bits >> UInt64(byte & 0x3F) & 1 == 1 { return true }
        index += 1
      case 0xE0..<0xF0:
        if index + 2 < text.count, ends >> UInt64(text[index + 2] & 0x3F) & 1 == 1,
          others.contains(Self.number(byte, text[index + 1], text[index + 2]))
        {
          return true
        }
        index += 3
      default: index += byte < 0xE0 ? 2 : 4
      }
    }
    return false
  }
}

extension StringProtocol {
  /// False where none of some characters stands, be it with marks on it.
  func has(_ signs: Signs) -> Bool {
    utf8.withContiguousStorageIfAvailable { signs.stand(in: $0) }
      ?? Array(utf8).withUnsafeBufferPointer { signs.stand(in: $0) }
  }
}
