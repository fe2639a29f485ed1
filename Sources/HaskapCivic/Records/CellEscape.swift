/// Text in a cell so that it can be told again: a backslash stands before what has a meaning there.
///
/// `\\` is a backslash, `\n` a line's end inside a line of a list, `\|` a bar, `\'` an apostrophe at the
/// beginning, `\u{d}` a character that cannot be seen, and `\` alone the empty text, since an empty
/// cell says that there is nothing.
enum CellEscape {
  /// - Parameter isItem: whether the text is a part of a list, whose parts are lines with bars.
  static func escaped(_ text: String, isItem: Bool = false) -> String {
    if text.isEmpty { return "\\" }
    var result = text.unicodeScalars.first == "'" ? "\\" : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n" where isItem: result += "\\n"
      case "\n": result += "\n"
      case "|" where isItem: result += "\\|"
      case _ where isInvisible(scalar):
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// What readers take for the end of a line or a cell.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
      || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF
  }

  /// What was escaped; a backslash before anything else stands for itself.
  static func text(_ cell: some StringProtocol) -> String {
    if cell == "\\" { return "" }
    var result = ""
    var rest = cell.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let next = rest.first else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch next {
      case "\\", "|", "'": result.unicodeScalars.append(next)
      case "n": result += "\n"
      case "u":
        if let (code, length) = number(rest) {
          result.unicodeScalars.append(code)
          rest = rest.dropFirst(length)
          continue
        }
        fallthrough
      default: result += "\\" + String(next)
      }
      rest = rest.dropFirst()
    }
    return result
  }

  /// The character of `u{d}` at the beginning, and how long that is.
  private static func number(
    _ text: some Collection<Unicode.Scalar>
  ) -> (Unicode.Scalar, length: Int)? {
    guard text.dropFirst().first == "{", let end = text.firstIndex(of: "}") else { return nil }
    var digits = ""
    digits.unicodeScalars.append(contentsOf: text[..<end].dropFirst(2))
    guard let code = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
    return (code, digits.unicodeScalars.count + 3)
  }
}
