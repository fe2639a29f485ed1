extension String {
  /// The text in the stream-safe format of Unicode (UAX #15, section 13): where more than 30 marks stand
  /// on a letter, U+034F parts them, which normalized text does not have. To compare strings Swift sorts
  /// the marks of each letter, in quadratic time.
  package var streamSafe: String {
    var count = 0
    let isSafe = unicodeScalars.allSatisfy { scalar in
      count = Self.isMark(scalar) ? count + 1 : 0
      return count <= Self.mostMarks
    }
    return isSafe ? self : parted
  }

  private var parted: String {
    var text = String.UnicodeScalarView()
    var count = 0
    for scalar in unicodeScalars {
      count = Self.isMark(scalar) ? count + 1 : 0
      if count > Self.mostMarks {
        text.append("\u{34F}")
        count = 1
      }
      text.append(scalar)
    }
    return String(text)
  }

  private static let mostMarks = 30

  /// Whether marks are sorted by it. Of most letters this is known from where they stand.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300, 0x3040..<0x3099, 0x30A0..<0xA66F, 0xAC00..<0xFB1E, 0xFE30...0xFFFF: false
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }
}
