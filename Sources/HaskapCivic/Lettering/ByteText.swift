internal import CLibrary

// Reports are read by asking thousands of times whether a cell holds a word. These take the place of
// the standard library's functions of the same name in this module: they compare bytes, not
// characters, and so need neither tables of Unicode nor dictionaries. Texts are normalized before.

extension String {
  func contains(_ part: String) -> Bool { ByteText.contains(utf8, part) }
  func hasPrefix(_ part: String) -> Bool { ByteText.begins(utf8, part) }
  func hasSuffix(_ part: String) -> Bool { ByteText.ends(utf8, part) }
}

extension Substring {
  func contains(_ part: String) -> Bool { ByteText.contains(utf8, part) }
  func hasPrefix(_ part: String) -> Bool { ByteText.begins(utf8, part) }
  func hasSuffix(_ part: String) -> Bool { ByteText.ends(utf8, part) }
}

extension String {
  func contains(_ character: Character) -> Bool { ByteText.contains(utf8, String(character)) }
}

extension Character {
  var isWhitespace: Bool { unicodeScalars.first?.isSpace ?? false }

  /// True of kana and kanji, of which most of a report is: no mark, space, digit or bracket.
  var isKanaOrKanji: Bool { unicodeScalars.first?.isKanaOrKanji ?? false }

  /// As the standard library has it, and faster for most.
  var isLetter: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return scalar.isKanaOrKanji || scalar.properties.isAlphabetic
  }
}

extension StringProtocol {
  /// True of a text of as many characters or more, without a look at the rest.
  func has(_ count: Int) -> Bool {
    index(startIndex, offsetBy: count - 1, limitedBy: endIndex).map { $0 < endIndex } ?? false
  }

  /// True of words without any mark, digit or space.
  var areKanaOrKanji: Bool { unicodeScalars.allSatisfy(\.isKanaOrKanji) }

  /// True where nothing but white space stands.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.isSpace) }

  var withoutSpaces: String { withSpaces("") }

  /// Without white space at the ends, and with one space for any inside.
  var withSingleSpaces: String { withSpaces(" ") }

  /// False where there is surely no white space.
  var mayHaveSpaces: Bool { ByteText.mayHaveSpaces(utf8) }

  private func withSpaces(_ space: String) -> String {
    guard mayHaveSpaces else { return String(self) }
    return unicodeScalars.split(whereSeparator: \.isSpace)
      .map { self[$0.startIndex..<$0.endIndex] }.joined(separator: space)
  }
}

extension Unicode.Scalar {
  var isKanaOrKanji: Bool {
    switch value {
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: true
    default: false
    }
  }

  /// True of what `Character.isNewline` is true of, alone or with others.
  var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The property White_Space.
  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// True where the byte of an ASCII character stands.
  func has(_ character: Unicode.Scalar) -> Bool {
    let byte = UInt8(ascii: character)
    return utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    } ?? utf8.contains(byte)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands next.
  func place(of byte: UInt8, from start: Int) -> Int? {
    guard let bytes = baseAddress, start < count,
      let found = memchr(bytes + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
  }
}

extension String {
  /// What stands between two of its bytes.
  func bytes(_ range: Range<Int>) -> Substring {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}

private enum ByteText {
  static func contains(_ text: some Collection<UInt8>, _ part: String) -> Bool {
    var part = part
    return part.withUTF8 { part in
      text.withContiguousStorageIfAvailable { contains($0, part) }
        ?? Array(text).withUnsafeBufferPointer { contains($0, part) }
    }
  }

  /// In bytes, from where on the system's search pays.
  private static let long = 96

  /// The last byte is looked at first: the first is the same for most characters of Japanese.
  private static func contains(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let last = part.last else { return true }
    guard part.count <= text.count else { return false }
    if text.count >= long { return containsFar(text, part, last) }
    for end in (part.count - 1)..<text.count where text[end] == last {
      if isPart(part, of: text, at: end - part.count + 1) { return true }
    }
    return false
  }

  /// Of a long text.
  private static func containsFar(
    _ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>, _ last: UInt8
  ) -> Bool {
    var start = part.count - 1
    while let end = text.place(of: last, from: start) {
      if isPart(part, of: text, at: end - part.count + 1) { return true }
      start = end + 1
    }
    return false
  }

  static func begins(_ text: some BidirectionalCollection<UInt8>, _ part: String) -> Bool {
    var part = part
    return part.withUTF8 { part in
      text.withContiguousStorageIfAvailable {
        $0.count >= part.count && isPart(part, of: $0, at: 0)
      } ?? text.starts(with: part)
    }
  }

  static func ends(_ text: some BidirectionalCollection<UInt8>, _ part: String) -> Bool {
    var part = part
    return part.withUTF8 { part in
      text.withContiguousStorageIfAvailable {
        $0.count >= part.count && isPart(part, of: $0, at: $0.count - part.count)
      } ?? text.suffix(part.count).elementsEqual(part)
    }
  }

  /// Of a text that is long enough.
  private static func isPart(
    _ part: UnsafeBufferPointer<UInt8>, of text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    guard let bytes = text.baseAddress, let first = part.baseAddress else { return true }
    return memcmp(bytes + start, first, part.count) == 0
  }

  /// False where no byte is, or begins, a character of white space.
  static func mayHaveSpaces(_ text: some Collection<UInt8>) -> Bool {
    text.withContiguousStorageIfAvailable { mayHaveSpaces($0) }
      ?? Array(text).withUnsafeBufferPointer { mayHaveSpaces($0) }
  }

  private static func mayHaveSpaces(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case ...0x20, 0xC2: return true
      case ..<0x80: index += 1
      case ..<0xE0: index += 2
      case 0xF0...: index += 4
      default:
        if byte <= 0xE3, index + 2 < text.count, isSpace(byte, text[index + 1], text[index + 2]) {
          return true
        }
        index += 3
      }
    }
    return false
  }

  /// Of three bytes.
  private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE3, 0x80): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81), (0xE1, 0x9A): true
    default: false
    }
  }
}
