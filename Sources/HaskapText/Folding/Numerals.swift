/// Numbers of 1–9999 in digits and in kanji: 12 and 十二. A rule, since a table would have every
/// number.
enum Numerals {
  private static let digits = "〇一二三四五六七八九".unicodeScalars.map(\.value)
  private static let units = zip("千百十".unicodeScalars.map(\.value), [1000, 100, 10]).map { $0 }

  /// The text with its first number written the other way, if it has one.
  static func forms(of text: [UInt32]) -> [[UInt32]] {
    [
      replaced(in: text, isPart: isDigit) { decimal($0).flatMap(kanji) },
      replaced(in: text, isPart: isKanji) { number($0).map(decimal) },
    ]
    .compactMap { $0 }
  }

  private static func replaced(
    in text: [UInt32], isPart: (UInt32) -> Bool, by convert: ([UInt32]) -> [UInt32]?
  ) -> [UInt32]? {
    guard let start = text.firstIndex(where: isPart) else { return nil }
    let end = text[start...].firstIndex { !isPart($0) } ?? text.count
    return convert(Array(text[start..<end])).map { text[..<start] + $0 + text[end...] }
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  private static func isKanji(_ scalar: UInt32) -> Bool {
    digits.dropFirst().contains(scalar) || units.contains { $0.0 == scalar }
  }

  private static func decimal(_ text: [UInt32]) -> Int? {
    text.count > 4 ? nil : text.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private static func decimal(_ number: Int) -> [UInt32] {
    String(number).unicodeScalars.map(\.value)
  }

  /// 十二 for 12; nil for numbers it does not know.
  static func kanji(_ number: Int) -> [UInt32]? {
    guard 1...9999 ~= number else { return nil }
    var rest = number
    var text: [UInt32] = []
    for (unit, size) in units where rest >= size {
      if rest / size > 1 { text.append(digits[rest / size]) }
      text.append(unit)
      rest %= size
    }
    return rest > 0 ? text + [digits[rest]] : text
  }

  /// 二〇二三 for 2023.
  static func positional(_ number: Int) -> [UInt32] {
    decimal(number).map { digits[Int($0) - 0x30] }
  }

  /// The number that kanji write; nil for what is no number, as 二三 or 十百.
  private static func number(_ text: [UInt32]) -> Int? {
    let candidate = value(text)
    return kanji(candidate) == text ? candidate : nil
  }

  private static func value(_ text: [UInt32]) -> Int {
    var (sum, digit) = (0, 0)
    for scalar in text {
      if let unit = units.first(where: { $0.0 == scalar }) {
        sum += max(digit, 1) * unit.1
        digit = 0
      } else {
        digit = digits.firstIndex(of: scalar) ?? 0
      }
    }
    return sum + digit
  }
}
