/// Numbers in digits and in kanji: 12 and 十二, 500 and 五〇〇, 1200 and 1,200, 5千 and 五千. A rule, since a
/// table would have every number.
///
/// A number is one only where something makes it one: 第 before it, or a counter behind it. So 3 is
/// not the 三 of 三井, and 10 not the 十 of 十勝.
enum Numerals {
  private static let digits = "〇一二三四五六七八九".unicodeScalars.map(\.value)
  private static let units = zip("千百十".unicodeScalars.map(\.value), [1000, 100, 10]).map { $0 }
  private static let ordinal: UInt32 = 0x7B2C
  private static let (year, comma): (UInt32, UInt32) = (0x5E74, 0x2C)
  /// 万
  private static let myriad: UInt32 = 0x4E07
  /// Below 億.
  private static let mostDigits = 8
  /// So many numbers of a text are written otherwise one by one.
  private static let mostSingle = 3

  /// What is counted with, by its first character.
  static let counters = Set(
    """
    年月日時分秒週世代人名個箇回階番号歳才円銭件校社団体戸軒本冊枚台棟室班組町丁条次期部章節項目位等級段割倍点周席匹頭羽杯足着\
    膳束箱袋缶便隻艘機編話曲票区市村県語行列度学課つ軍線駅車両種類者泊食品畳坪升合升里間尺寸俵株口か所カヶヵケ第
    """.unicodeScalars.map(\.value))

  private struct Number {
    var range: Range<Int>
    var value: Int
    var style: Style
    /// No year is written 2,020年.
    var isYear: Bool
  }

  private enum Style { case digits, grouped, mixed, kanji }

  /// The text with all its numbers written in each other way, then with each of the first few.
  static func forms(of text: [UInt32]) -> [[UInt32]] {
    let numbers = numbers(in: text)
    guard !numbers.isEmpty else { return [] }
    let whole = [
      replacing(numbers, in: text) { $0.style == .kanji ? nil : kanji($0.value) },
      replacing(numbers, in: text) { $0.style == .digits ? positional($0.value) : nil },
      replacing(numbers, in: text) { $0.style == .digits ? nil : decimal($0.value) },
      replacing(numbers, in: text) { $0.isYear ? nil : grouped($0.value) },
      replacing(numbers, in: text) { mixed($0.value) },
    ]
    let single =
      numbers.count < 2
      ? []
      : numbers.prefix(mostSingle).map { number in
        replacing([number], in: text) { $0.style == .kanji ? decimal($0.value) : kanji($0.value) }
      }
    return (whole + single).filter { $0 != text }
  }

  private static func replacing(
    _ numbers: [Number], in text: [UInt32], by form: (Number) -> [UInt32]?
  ) -> [UInt32] {
    numbers.reversed().reduce(into: text) { text, number in
      if let form = form(number) { text.replaceSubrange(number.range, with: form) }
    }
  }

  private static func numbers(in text: [UInt32]) -> [Number] {
    var numbers: [Number] = []
    var start = 0
    while start < text.count {
      let end = end(ofNumberAt: start, in: text)
      if end > start, let number = number(in: text, start..<end) { numbers.append(number) }
      start = max(end, start + 1)
    }
    return numbers
  }

  /// 12, 1,200, 5千, 1万2千 or 十二 as a whole.
  private static func end(ofNumberAt start: Int, in text: [UInt32]) -> Int {
    let isMixed = isDigit(text[start])
    var end = start
    while end < text.count {
      let isPart =
        isMixed
        ? isDigit(text[end]) || isUnit(text[end]) || isComma(text, end) : isKanji(text[end])
      if !isPart { break }
      end += 1
    }
    return end
  }

  /// Before three digits and no more.
  private static func isComma(_ text: [UInt32], _ index: Int) -> Bool {
    guard text[index] == comma, index + 3 < text.count else { return false }
    return text[index + 1...index + 3].allSatisfy(isDigit)
      && (index + 4 == text.count || !isDigit(text[index + 4]))
  }

  private static func number(in text: [UInt32], _ range: Range<Int>) -> Number? {
    let isOrdinal = range.lowerBound > 0 && text[range.lowerBound - 1] == ordinal
    let isCounted = range.upperBound < text.count && counters.contains(text[range.upperBound])
    guard isOrdinal || isCounted, !isPartOfLonger(text, range),
      let (value, style) = value(of: Array(text[range]))
    else { return nil }
    // 千歳 is a city, and no thousand years.
    let isChitose = value == 1000 && isCounted && text[range.upperBound] == 0x6B73
    let isYear = isCounted && text[range.upperBound] == year
    return isChitose ? nil : Number(range: range, value: value, style: style, isYear: isYear)
  }

  private static func value(of text: [UInt32]) -> (value: Int, style: Style)? {
    guard text.count <= mostDigits + 2 else { return nil }
    if isKanji(text[0]) { return value(ofKanji: text).map { ($0, .kanji) } }
    let bare = text.filter { $0 != comma }
    if bare.allSatisfy(isDigit) {
      return value(ofDigits: bare).map { ($0, bare == text ? .digits : .grouped) }
    }
    return value(ofMixed: bare).map { ($0, .mixed) }
  }

  /// True for a part of 1.5 and of 1,204.
  private static func isPartOfLonger(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    guard range.lowerBound >= 2, isDigit(text[range.lowerBound]) else { return false }
    let mark = text[range.lowerBound - 1]
    return (mark == 0x2E || mark == 0x2C) && isDigit(text[range.lowerBound - 2])
  }

  static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

  private static func isKanji(_ scalar: UInt32) -> Bool {
    digits.contains(scalar) || isUnit(scalar)
  }

  private static func isUnit(_ scalar: UInt32) -> Bool {
    scalar == myriad || units.contains { $0.0 == scalar }
  }

  /// Nil for a number with a zero before it, which is a name: 007号.
  private static func value(ofDigits text: [UInt32]) -> Int? {
    guard text.count <= mostDigits, text[0] != 0x30 else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// 5千, 1万2千, 2万5000.
  private static func value(ofMixed text: [UInt32]) -> Int? {
    guard text[0] != 0x30 else { return nil }
    let parts = text.split(separator: myriad, maxSplits: 1, omittingEmptySubsequences: false)
    let values = parts.map(sum(ofMixed:))
    guard values.count <= 2, values.allSatisfy({ $0 < 10_000 }) else { return nil }
    let value = values.count == 2 ? values[0] * 10_000 + values[1] : values[0]
    return value > 0 ? value : nil
  }

  /// 10,000 where it is no number below that.
  private static func sum(ofMixed text: ArraySlice<UInt32>) -> Int {
    var (sum, number) = (0, 0)
    for scalar in text {
      if let unit = units.first(where: { $0.0 == scalar }) {
        sum += max(number, 1) * unit.1
        number = 0
      } else if isDigit(scalar), number < 1000 {
        number = number * 10 + Int(scalar) - 0x30
      } else {
        return 10_000
      }
    }
    return sum + number
  }

  /// 1,200 for 1200; nil for what has no comma.
  private static func grouped(_ number: Int) -> [UInt32]? {
    guard number >= 1000 else { return nil }
    let digits = decimal(number)
    return digits.indices.flatMap { place in
      place > 0 && (digits.count - place) % 3 == 0 ? [comma, digits[place]] : [digits[place]]
    }
  }

  /// 5千 for 5000, 2万5千 for 25000; nil for what does not end in thousands.
  private static func mixed(_ number: Int) -> [UInt32]? {
    guard number >= 1000, number % 1000 == 0 else { return nil }
    let (high, thousands) = (number / 10_000, number / 1000 % 10)
    return (high > 0 ? decimal(high) + [myriad] : [])
      + (thousands > 0 ? decimal(thousands) + [units[0].0] : [])
  }

  private static func decimal(_ number: Int) -> [UInt32] {
    String(number).unicodeScalars.map(\.value)
  }

  /// 十二 for 12; nil for numbers it does not know.
  static func kanji(_ number: Int) -> [UInt32]? {
    guard 1..<100_000_000 ~= number else { return nil }
    guard number < 10_000 else {
      return (kanji(number / 10_000) ?? []) + [myriad] + (kanji(number % 10_000) ?? [])
    }
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
      if scalar == myriad {
        sum = (sum + digit) * 10_000
        digit = 0
      } else if let unit = units.first(where: { $0.0 == scalar }) {
        sum += max(digit, 1) * unit.1
        digit = 0
      } else {
        digit = digits.firstIndex(of: scalar) ?? 0
      }
    }
    return sum + digit
  }
}
