/// Numbers as tables print them: `1,200`, `１，２００`.
enum WrittenNumber {
  /// With the digits and the point of ASCII, and without commas; nil for what is no number, or whose commas part
  /// other than thousands.
  static func plain(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, let scalar = ascii(first),
      scalar == "-" || scalar.isDigit
    else { return nil }
    let scalars = text.unicodeScalars.map(ascii)
    guard scalars.count <= 40, !scalars.contains(nil) else { return nil }
    let written = String(String.UnicodeScalarView(scalars.compactMap(\.self)))
    let (sign, number) = written.hasPrefix("-") ? ("-", written.dropFirst()) : ("", written[...])
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count) || groups.count == 1,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      (groups + parts.dropFirst()).allSatisfy({
        !$0.isEmpty && $0.unicodeScalars.allSatisfy(\.isDigit)
      })
    else { return nil }
    return sign + groups.joined() + parts.dropFirst().map { "." + $0 }.joined()
  }

  /// Of a digit, a comma, a point or a minus; nil of another character.
  private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let isWide = (0xFF0C...0xFF19).contains(scalar.value)
    let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return narrow.isDigit || narrow == "," || narrow == "." || narrow == "-" ? narrow : nil
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
