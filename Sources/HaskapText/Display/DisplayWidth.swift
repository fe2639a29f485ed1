/// How many columns of a terminal a text takes, character by character: two for a kanji, kana or full-width form.
///
/// Source: Unicode Standard Annex #11, East Asian Width; W and F are two columns. Ambiguous
/// characters (①, ※) count one, as in most terminals; marks that combine count none.
public enum DisplayWidth {
  public static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  public static func of(_ text: String) -> Int {
    var sum = 0
    forEachCharacter(of: text[...]) { _, columns in
      sum += columns
      return true
    }
    return sum
  }

  /// Where the characters of a text end: UTF-8 offsets and the columns up to there, each beginning
  /// with 0. A control character counts as the space that is shown for it.
  public static func ends(of text: String) -> (offsets: [Int], columns: [Int]) {
    var (offsets, columns) = ([0], [0])
    offsets.reserveCapacity(text.utf8.count / 2)
    columns.reserveCapacity(text.utf8.count / 2)
    var width = 0
    forEachCharacter(of: text[...]) { bytes, own in
      width += own == 0 && isControl(text, at: bytes.lowerBound) ? 1 : own
      offsets.append(bytes.upperBound)
      columns.append(width)
      return true
    }
    return (offsets, columns)
  }

  /// Calls `body` with the range of each character in order (UTF-8 offsets) and its columns, as long as
  /// it says true.
  ///
  /// Common characters that nothing joins are found and measured without the tables of Unicode,
  /// whose look-ups take most of the time that showing an answer takes.
  @inline(__always)
  private static func forEachCharacter(
    of text: Substring, _ body: (_ bytes: Range<Int>, _ columns: Int) -> Bool
  ) {
    var text = text
    text.makeContiguousUTF8()
    let utf8 = text.utf8.span
    var start = 0
    var scalar = plainScalar(in: utf8, at: start)
    while start < utf8.count {
      let next = plainScalar(in: utf8, at: start + scalar.length)
      if scalar.value != 0, next.value != 0 || start + scalar.length == utf8.count {
        guard body(start..<start + scalar.length, plainColumns(scalar.value)) else { return }
        start += scalar.length
        scalar = next
      } else {
        let place = text.utf8.index(text.startIndex, offsetBy: start)
        let character = text[place]
        let end = start + character.utf8.count
        guard body(start..<end, of(character)) else { return }
        start = end
        scalar = plainScalar(in: utf8, at: start)
      }
    }
  }

  private static func plainColumns(_ value: UInt32) -> Int {
    value < 0x3000 || 0xFF61...0xFF9D ~= value ? 1 : 2
  }

  /// The scalar at an offset if it is one that joins no other plain one to a character; else, and
  /// behind the end, 0.
  private static func plainScalar(
    in utf8: Span<UInt8>, at index: Int
  ) -> (value: UInt32, length: Int) {
    guard index < utf8.count else { return (0, 1) }
    let first = utf8[index]
    if 0x20..<0x7F ~= first { return (UInt32(first), 1) }
    guard first & 0xF0 == 0xE0 else { return (0, 1) }
    let value =
      UInt32(first & 0xF) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6
      | UInt32(utf8[index + 2] & 0x3F)
    return (isPlain(value) ? value : 0, 3)
  }

  /// Kana, Han and full-width forms, without marks that join what stands before.
  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x3000...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x9FFF, 0xFF01...0xFF9D: true
    default: false
    }
  }

  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, first.value >= 0x20 else { return 0 }
    if first.value < 0x300 { return first.value == 0xAD ? 0 : 1 }
    if !isPlain(first.value), isZeroWidth(first) { return 0 }
    let asksForEmoji = scalars.contains { $0.value == 0xFE0F }
    // Half-width voiced marks join the kana before them, but take a column of their own.
    let marks = scalars.dropFirst().count { (0xFF9E...0xFF9F).contains($0.value) }
    return (asksForEmoji || isWide(first.value) ? 2 : 1) + marks
  }

  /// Whether a scalar is a control character (general category Cc), which would steer a terminal.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
  }

  private static func isControl(_ text: String, at offset: Int) -> Bool {
    isControl(text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: offset)])
  }

  /// The longest beginning of a text that fits into `columns`, with `…` when something is cut.
  public static func truncate(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    return String(prefix(of: text[...], columns: columns - 1)) + "…"
  }

  /// Cuts a text into lines of at most `columns`; a single wider character gets its own line.
  public static func wrap(_ text: String, to columns: Int) -> [String] {
    if !text.isEmpty, of(text) <= columns { return [text] }
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let end = firstLineEnd(of: rest, columns: columns) ?? rest.endIndex
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// Where the first line of a text ends; nil where all of it fits.
  public static func firstLineEnd(of text: Substring, columns: Int) -> Substring.Index? {
    let line = prefix(of: text, columns: columns)
    guard line.endIndex < text.endIndex else { return nil }
    return line.isEmpty ? text.index(after: text.startIndex) : lineEnd(line, in: text)
  }

  private static let closing: [Character] = [
    "、", "。", "）", "」", "』", "】", "ー", "，", "．", ")", "]",
  ]

  /// Where a line may end: kinsoku, no closing mark at the beginning of the next line.
  private static func lineEnd(_ line: Substring, in text: Substring) -> Substring.Index {
    guard line.endIndex < text.endIndex, closing.contains(text[line.endIndex]), line.count > 1
    else { return line.endIndex }
    return text.index(before: line.endIndex)
  }

  private static func prefix(of text: Substring, columns: Int) -> Substring {
    var (used, end) = (0, 0)
    forEachCharacter(of: text) { bytes, own in
      used += own
      if used <= columns { end = bytes.upperBound }
      return used <= columns
    }
    return text[..<text.utf8.index(text.startIndex, offsetBy: end)]
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E,
      0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
