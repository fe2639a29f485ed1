/// Numbers of 1–9999 in digits and in kanji: 12 and 十二, 500 and 五〇〇. A rule, since a table would
/// have every number.
///
/// A number is one only where something makes it one: 第 before it, or a counter behind it. So 3 is
/// not the 三 of 三井, and 10 not the 十 of 十勝.
enum Numerals {
  private static let digits = "〇一二三四五六七八九".unicodeScalars.map(\.value)
  private static let units = zip("千百十".unicodeScalars.map(\.value), [1000, 100, 10]).map { $0 }
  private static let ordinal: UInt32 = 0x7B2C
  /// So many numbers of a text are written otherwise one by one.
  private static let mostSingle = 3

  /// What is counted with, by its first character.
  private static let counters = Set(
    """
    年月日時分秒週世代人名個箇回階番号歳才円銭件校社団体戸軒本冊枚台棟室班組町丁条次期部章節項目位等級段割倍点周席匹頭羽杯足着\
    膳束箱袋缶便隻艘機編話曲票区市村県語行列度学課つ軍線駅車両種類者泊食品畳坪升合升里間尺寸俵株口か所カヶヵケ第
    """.unicodeScalars.map(\.value))

  private struct Number {
    var range: Range<Int>
    var value: Int
    var isKanji: Bool
  }

  /// The text with all its numbers written the other way, then with each of the first few.
  static func forms(of text: [UInt32]) -> [[UInt32]] {
    let numbers = numbers(in: text)
    guard !numbers.isEmpty else { return [] }
    let digits = numbers.filter { !$0.isKanji }
    let kanji = numbers.filter(\.isKanji)
    let whole = [
      replacing(digits, in: text, by: Self.kanji), replacing(digits, in: text, by: positional),
      replacing(kanji, in: text, by: decimal),
    ]
    let single =
      numbers.count < 2
      ? []
      : numbers.prefix(mostSingle).map { number in
        replacing([number], in: text) { number.isKanji ? decimal($0) : Self.kanji($0) }
      }
    return (whole + single).compactMap { $0 }.filter { $0 != text }
  }

  private static func replacing(
    _ numbers: [Number], in text: [UInt32], by form: (Int) -> [UInt32]?
  ) -> [UInt32]? {
    guard !numbers.isEmpty else { return nil }
    return numbers.reversed().reduce(into: text) { text, number in
      if let form = form(number.value) { text.replaceSubrange(number.range, with: form) }
    }
  }

  private static func numbers(in text: [UInt32]) -> [Number] {
    var numbers: [Number] = []
    var start = 0
    while start < text.count {
      let isPart = isDigit(text[start]) ? isDigit : isKanji
      let end = text[start...].firstIndex { !isPart($0) } ?? text.count
      if end > start, let number = number(in: text, start..<end) { numbers.append(number) }
      start = max(end, start + 1)
    }
    return numbers
  }

  private static func number(in text: [UInt32], _ range: Range<Int>) -> Number? {
    let isOrdinal = range.lowerBound > 0 && text[range.lowerBound - 1] == ordinal
    let isCounted = range.upperBound < text.count && counters.contains(text[range.upperBound])
    let part = Array(text[range])
    let isKanji = isKanji(part[0])
    guard isOrdinal || isCounted, part.count <= 9, !isPartOfLonger(text, range),
      let value = isKanji ? value(ofKanji: part) : value(ofDigits: part)
    else { return nil }
    // 千歳 is a city, and no thousand years.
    let isChitose = value == 1000 && isCounted && text[range.upperBound] == 0x6B73
    return isChitose ? nil : Number(range: range, value: value, isKanji: isKanji)
  }

  /// True for a part of 1.5 and of 1,204.
  private static func isPartOfLonger(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 2, isDigit(text[range.lowerBound]) else { return false }
    let mark = text[range.lowerBound - 1]
    return (mark == 0x2E || mark == 0x2C) && isDigit(text[range.lowerBound - 2])
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  private static func isKanji(_ scalar: UInt32) -> Bool {
    digits.contains(scalar) || units.contains { $0.0 == scalar }
  }

  /// Nil for a number with a zero before it, which is a name: 007号.
  private static func value(ofDigits text: [UInt32]) -> Int? {
    guard text.count <= 4, text[0] != 0x30 else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1) - 0x30 }
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

  /// The number that kanji write, with units or in places; nil for what is no number, as 十百.
  private static func value(ofKanji text: [UInt32]) -> Int? {
    let places = text.compactMap(digits.firstIndex)
    if places.count == text.count, text.count <= 4, places[0] > 0 {
      return places.reduce(0) { $0 * 10 + $1 }
    }
    let candidate = sum(text)
    return kanji(candidate) == text ? candidate : nil
  }

  private static func sum(_ text: [UInt32]) -> Int {
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
