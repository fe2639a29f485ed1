internal import Haskap

/// Terms as tokens of an analyzer that cuts at white space and does nothing else.
///
/// White space in a term is written as its number behind U+241B, and that sign itself twice.
enum OpenSearchToken {
  private static let sign: Unicode.Scalar = "\u{241B}"
  /// Stands at the place between two values of a field, where no term is, so that places and lengths
  /// are those of Haskap. No term is written so.
  static let gap = "\u{241B}|"
  /// In UTF-8 bytes. Lucene takes no longer ones than 32,766.
  static let longest = 32_000

  static func of(_ term: [UInt8]) -> String { of(String(decoding: term, as: UTF8.self)) }

  /// A longer one is told by its checksum, and is found as a whole alone.
  static func of(_ term: String) -> String {
    let token = escaped(term)
    guard token.utf8.count > longest else { return token }
    return "\u{241B}#\(Array(term.utf8).withUnsafeBytes { Checksum.of($0) })"
  }

  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  private static func append(
    _ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView
  ) {
    if scalar.properties.isWhitespace || 0x1C...0x1F ~= scalar.value {
      result.append(sign)
      result.append(contentsOf: "\(String(scalar.value, radix: 16));".unicodeScalars)
    } else {
      if scalar == sign { result.append(sign) }
      result.append(scalar)
    }
  }
}

extension OpenSearchToken {
  /// The term that a token is written for.
  static func term(of token: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = token.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == sign, let next = rest.first else {
        result.append(scalar)
        continue
      }
      let digits = rest.prefix { $0 != ";" }
      let value = next == sign ? nil : UInt32(String(digits), radix: 16)
      if let space = value.flatMap(Unicode.Scalar.init) {
        result.append(space)
        rest = rest.dropFirst(digits.count + 1)
      } else {
        result.append(sign)
        rest.removeFirst()
      }
    }
    return String(result)
  }
}
