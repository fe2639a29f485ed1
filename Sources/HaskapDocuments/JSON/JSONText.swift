/// Writes JSON (RFC 8259) on one line.
public enum JSONText {
  /// Any value, for other programs: keys in order, slashes and kanji as they are.
  ///
  /// - Throws: `EncodingError` for what JSON cannot write.
  public static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONValueEncoder()
    var json: [UInt8] = []
    try encoder.append(value)
    encoder.write(to: &json)
    return HarmlessText.json(String(decoding: json, as: UTF8.self))
  }
}

/// The same by hand, with the members of objects in the order in which they are given.
extension JSONText {
  /// An object of members; nil values are left out.
  package static func object(_ members: [(String, String?)]) -> String {
    let written = members.compactMap { name, value in value.map { "\(string(name)):\($0)" } }
    return "{" + written.joined(separator: ",") + "}"
  }

  package static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  package static func string(_ text: String) -> String {
    needsEscapes(text) ? escaped(text) : "\"\(text)\""
  }

  /// Adds a text as a string of JSON.
  static func append(_ text: String, to json: inout [UInt8]) {
    if needsEscapes(text) {
      json.append(contentsOf: escaped(text).utf8)
      return
    }
    var text = text
    json.append(UInt8(ascii: "\""))
    text.withUTF8 { json.append(contentsOf: $0) }
    json.append(UInt8(ascii: "\""))
  }

  /// Adds a whole number.
  static func append(_ number: Int, to json: inout [UInt8]) {
    // From the last one on; the longest has nineteen.
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var (rest, first) = (number.magnitude, 20)
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if number < 0 { json.append(UInt8(ascii: "-")) }
    for place in first..<20 { json.append(digits[place]) }
  }

  /// True of quotes, backslashes, control characters, and what may be the separator of lines or paragraphs.
  private static func needsEscapes(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var before: UInt8 = 0
      for byte in bytes {
        if byte < 0x20 || byte == 0x22 || byte == 0x5C || before == 0xE2 && byte == 0x80 {
          return true
        }
        before = byte
      }
      return false
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A whole number without a decimal point, others with the fewest digits that read back the same.
  package static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? String(value)
  }
}
