/// Numbers of 1–9999 in digits and in kanji: 12 and 十二.
enum Numerals {
  private static let digits = Array("〇一二三四五六七八九")
  private static let units: [(Character, Int)] = [("千", 1000), ("百", 100), ("十", 10)]

  /// The text with its first number written the other way, if it has one.
  static func forms(of text: [Character]) -> [[Character]] {
    [
      replaced(in: text, isPart: isDigit) { Int(String($0)).flatMap(kanji) },
      replaced(in: text, isPart: isKanji) { number($0).map { Array(String($0)) } },
    ]
    .compactMap { $0 }
  }

  private static func replaced(
    in text: [Character], isPart: (Character) -> Bool,
    by convert: ([Character]) -> [Character]?
  ) -> [Character]? {
    guard let start = text.firstIndex(where: isPart) else { return nil }
    let end = text[start...].firstIndex { !isPart($0) } ?? text.count
    return convert(Array(text[start..<end])).map { text[..<start] + $0 + text[end...] }
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }

  private static func isKanji(_ character: Character) -> Bool {
    digits.dropFirst().contains(character) || units.contains { $0.0 == character }
  }

  private static func kanji(_ number: Int) -> [Character]? {
    guard 1...9999 ~= number else { return nil }
    var rest = number
    var text: [Character] = []
    for (unit, size) in units where rest >= size {
      if rest / size > 1 { text.append(digits[rest / size]) }
      text.append(unit)
      rest %= size
    }
    return rest > 0 ? text + [digits[rest]] : text
  }

  /// The number that kanji write; nil for what is no number, as 二三 or 十百.
  private static func number(_ text: [Character]) -> Int? {
    let candidate = value(text)
    return kanji(candidate) == text ? candidate : nil
  }

  private static func value(_ text: [Character]) -> Int {
    var (sum, digit) = (0, 0)
    for character in text {
      if let unit = units.first(where: { $0.0 == character }) {
        sum += max(digit, 1) * unit.1
        digit = 0
      } else {
        digit = digits.firstIndex(of: character) ?? 0
      }
    }
    return sum + digit
  }
}
