/// A text out of bytes whose encoding nobody has told.
public struct DecodedText: Sendable {
  public package(set) var text: String
  public let encoding: TextEncoding

  /// UTF-8 where the bytes are valid in it, else the encoding in which they are valid and read most
  /// like Japanese; nil where they are no text in any.
  public init?(_ bytes: [UInt8]) {
    if let marked = Self.marked(bytes) {
      // UTF-32 begins as UTF-16 does, and every other character of it would be NUL.
      guard let text = marked.decode(bytes), !text.utf8.contains(0) else { return nil }
      self.init(text, marked)
    } else if let text = TextEncoding.utf8.decode(bytes), Self.isText(text) {
      self.init(text, .utf8)
    } else {
      let found = Self.candidates(bytes).compactMap { encoding in
        encoding.decode(bytes).map { (text: $0, encoding: encoding, score: Self.score($0)) }
      }
      // Half of what plain kanji give: below that it is a damaged text of another encoding.
      guard let best = found.max(by: { $0.score < $1.score }),
        best.score * 2 > Self.telling(best.text)
      else { return nil }
      self.init(best.text, best.encoding)
    }
  }

  private init(_ text: String, _ encoding: TextEncoding) {
    (self.text, self.encoding) = (text, encoding)
  }

  /// What a byte order mark says.
  private static func marked(_ bytes: [UInt8]) -> TextEncoding? {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): .utf16LittleEndian
    case (0xFE, 0xFF): .utf16BigEndian
    default: nil
    }
  }

  private static func candidates(_ bytes: [UInt8]) -> [TextEncoding] {
    let escape: UInt8 = 0x1B
    let hasHighBytes = bytes.contains { $0 >= 0x80 }
    if !hasHighBytes, bytes.contains(escape) { return [.iso2022JP] }
    // Japanese has no byte that is 0 in the other encodings.
    if bytes.contains(0) { return [.utf16LittleEndian, .utf16BigEndian] }
    return [.eucJP, .cp932, .utf16LittleEndian, .utf16BigEndian]
  }

  /// Bytes of another kind of file are valid UTF-8 now and then, but have control characters. An
  /// escape between characters beyond ASCII, which ISO-2022-JP has none of, is a stray one.
  private static func isText(_ text: String) -> Bool {
    func has(_ byte: UInt8) -> Bool {
      text.utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? text.utf8.contains(byte)
    }
    return !has(0) && (!has(0x1B) || text.utf8.contains { $0 >= 0x80 })
  }

  private static let sampled = 20_000

  /// How much more of a text is kana, kanji and signs of print than what a wrong reading gives:
  /// half-width kana one after the other, rare scripts, controls, private use.
  private static func score(_ text: String) -> Int {
    let isNarrow = kana(of: text).areWords
    return text.unicodeScalars.prefix(sampled).reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x3041...0x30FF: sum + 3
      case 0x3000...0x3040, 0xFF01...0xFF60: sum + 2
      case 0x4E00...0x9FFF: sum + 1
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: sum + 1
      case 0xFF61...0xFF9F: isNarrow ? sum : sum - 1
      case _ where TextEncoding.isPrintSign(scalar): sum + 1
      case 0x2000...0x33FF: sum
      default: sum - 4
      }
    }
  }

  /// How many characters tell how a text is read. Words in half-width kana speak for no reading.
  private static func telling(_ text: String) -> Int {
    let kana = kana(of: text)
    return text.unicodeScalars.prefix(sampled).count - (kana.areWords ? kana.all : 0)
  }

  private static func kana(of text: String) -> HalfWidthKana {
    text.unicodeScalars.prefix(sampled).reduce(into: HalfWidthKana()) { $0.count($1) }
  }
}
