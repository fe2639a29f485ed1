import HaskapText

/// Writes the dates of a cell in the way that `OccurrenceCell` reads, whatever way they are printed in:
/// `2023-06-04`, `20230604`, `r5-6-4`, `令5.6.4`, `六月四日`, `翌年3月`, the serial number of a spreadsheet.
struct DateNotation {
  /// The era that the heading says for years without one.
  var era: Era?
  var fiscalYear: Int?

  /// The cell's text, folded to half width, with its dates in one notation.
  func normalized(_ cell: String) -> String {
    let text = KanjiNumerals.inDates(Folding.fold(cell))
    let ends = text.split(separator: "~", omittingEmptySubsequences: false).map(Array.init)
    return ends.map { wholeNumber($0) ?? scanned($0) }.joined(separator: "~")
  }

  private func scanned(_ text: [Character]) -> String {
    var result: [Character] = []
    var index = 0
    var dateEnd = 0
    while index < text.count {
      // 2月24日(土)25日(日) stood on two lines.
      if text[index].isDigit, Self.endsWithWeekday(result), Self.isDay(text[index...]) {
        result.append("、")
      }
      if let (date, end) = date(text, at: index) {
        result += Array(date)
        (index, dateEnd) = (end, end)
      } else if index > 0, index == dateEnd, text[index] == "-",
        let (date, end) = western(text, at: index + 1)
      {
        // 2023.6-2024.2
        result += Array("~" + date)
        (index, dateEnd) = (end, end)
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(result)
  }

  private static func endsWithWeekday(_ text: [Character]) -> Bool {
    guard text.last == ")", let open = text.suffix(6).lastIndex(of: "(") else { return false }
    let inside = text[(open + 1)...].dropLast()
    return !inside.isEmpty && inside.allSatisfy("日月火水木金土祝・".contains)
  }

  private static func isDay(_ text: ArraySlice<Character>) -> Bool {
    let digits = text.prefix(while: \.isDigit)
    return digits.count <= 2 && text[digits.endIndex...].first.map("月日".contains) ?? false
  }

  /// `20230604`, or the days since 1899-12-30 by which spreadsheets count.
  private func wholeNumber(_ text: [Character]) -> String? {
    let digits = String(text.filter { $0 != " " })
    let whole = digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]
    guard whole.allSatisfy({ $0.isASCII && $0.isDigit }), let number = Int(whole) else {
      return nil
    }
    if whole.count == 8 {
      let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
      guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
        return nil
      }
      return "\(year)/\(month)/\(day)"
    }
    guard whole.count == 5, (20_000...80_000).contains(number) else { return nil }
    return Self.date(serial: number)
  }

  /// Civil from days (Howard Hinnant, chrono-compatible low-level date algorithms).
  private static func date(serial: Int) -> String {
    let days = serial - 25_569 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)/\(month)/\(dayOfYear - (153 * shifted + 2) / 5 + 1)"
  }

  // MARK: Dates in text

  private func date(_ text: [Character], at index: Int) -> (String, end: Int)? {
    let before = index > 0 ? text[index - 1] : " "
    let character = text[index]
    if character.isDigit || character == "元" && !before.isLetter {
      if before.isDigit || "第.,/-".contains(before) || before.isASCII && before.isLetter {
        return nil
      }
      return western(text, at: index) ?? short(text, at: index)
    }
    if let (word, shift) = Self.relative(text, at: index) {
      if shift == 0 { return ("", index + word) }
      return fiscalYear.map { ("\($0 + shift)年", index + word) }
    }
    if before.isASCII && before.isLetter || before == "年" { return nil }
    if character == "ー" || character == "−" || character == "→", "月日年)".contains(before) {
      return ("~", index + 1)
    }
    return japanese(text, at: index)
  }

  private static let words: [(String, Int)] = [
    ("翌年", 1), ("翌", 1), ("同年", 0), ("同月", 0), ("同", 0), ("当年", 0),
  ]

  /// `翌年3月`, `翌3月`, `同年6月`: how many characters, and how many years after the fiscal year.
  private static func relative(_ text: [Character], at index: Int) -> (Int, Int)? {
    guard "翌同当".contains(text[index]) else { return nil }
    for (word, shift) in words where text[index...].starts(with: word) {
      let rest = text[(index + word.count)...].drop { $0 == " " }
      let digits = rest.prefix { $0.isDigit }
      guard !digits.isEmpty, digits.count <= 2,
        (shift == 0 ? "月日" : "月").contains(rest.dropFirst(digits.count).first ?? " ")
      else { continue }
      return (word.count, shift)
    }
    return nil
  }

  /// `2023-06-04`, `2023.6`, `2023.6月`.
  private func western(_ text: [Character], at index: Int) -> (String, end: Int)? {
    var numbers = Numbers(text, at: index)
    guard let year = numbers.next(), (1900...2100).contains(year), numbers.count == 4,
      let mark = numbers.separator("-./"), let month = numbers.next(), (1...12).contains(month)
    else { return nil }
    if numbers.peek == "月" { return ("\(year)年\(month)", numbers.end) }
    if numbers.separator(String(mark)) != nil, let day = numbers.next() {
      if (1...31).contains(day) { return ("\(year)/\(month)/\(day)", numbers.end) }
      // As it is printed, so that it is told.
      if day > 31, numbers.isAtEnd { return ("\(year)年\(month)月\(day)日", numbers.end) }
    }
    return numbers.isAtEnd ? ("\(year)年\(month)月", numbers.end) : nil
  }

  /// `5.6.4` and `23.6.4`, whose year the heading or the report's year tells.
  private func short(_ text: [Character], at index: Int) -> (String, end: Int)? {
    var numbers = Numbers(text, at: index)
    guard let number = numbers.next() ?? numbers.first(), (1...99).contains(number),
      let mark = numbers.separator("-./"),
      let month = numbers.next(), (1...12).contains(month), numbers.separator(String(mark)) != nil,
      let day = numbers.next(), (1...31).contains(day), numbers.isAtEnd
    else { return nil }
    return year(ofTwoDigits: number).map { ("\($0)/\(month)/\(day)", numbers.end) }
  }

  private func year(ofTwoDigits number: Int) -> Int? {
    if let era { return era.westernYear(number) }
    let candidates = [Era.reiwa.westernYear(number), 2000 + number, Era.heisei.westernYear(number)]
    guard let fiscalYear else { return number < 20 ? candidates[0] : candidates[1] }
    return candidates.first { (fiscalYear...fiscalYear + 1).contains($0) }
      ?? candidates.first { abs($0 - fiscalYear) <= 2 }
  }

  /// `R5.6.4`, `令5-6-4`, `h31/4`, `令和5.6`, `R5.6月`.
  private func japanese(_ text: [Character], at index: Int) -> (String, end: Int)? {
    guard let (era, length) = Self.era(text, at: index) else { return nil }
    var numbers = Numbers(text, at: index + length)
    numbers.skipSpaces()
    guard let year = numbers.next() ?? numbers.first(), (1...99).contains(year) else { return nil }
    if let mark = numbers.separator("-./") {
      guard let month = numbers.next(), (1...12).contains(month) else { return nil }
      if numbers.peek == "月" { return ("\(era.rawValue)\(year)年\(month)", numbers.end) }
      if numbers.separator(String(mark)) != nil, let day = numbers.next(), (1...31).contains(day) {
        return ("\(era.rawValue)\(year).\(month).\(day)", numbers.end)
      }
      return ("\(era.rawValue)\(year)年\(month)月", numbers.end)
    }
    guard numbers.peek == "年" else { return nil }
    return ("\(era.rawValue)\(year)", numbers.end)
  }

  private static func era(_ text: [Character], at index: Int) -> (Era, Int)? {
    guard text[index].unicodeScalars.first.map(beginnings.mayHold) ?? false,
      let era = eras[text[index]], let next = text[(index + 1)...].first
    else { return nil }
    if next == era.second, text[index] == era.first { return (era.era, 2) }
    return next.isDigit || next == "元" ? (era.era, 1) : nil
  }

  /// Compatibility ideographs, which equal others, among them.
  private static let beginnings = ScalarFilter(
    eras.keys.flatMap(\.unicodeScalars)
      + (UInt32(0xF900)...0xFAFF).compactMap { Unicode.Scalar($0) })

  /// By the first character of the name, and by the letter in either case.
  private static let eras: [Character: (era: Era, first: Character, second: Character)] = {
    var eras: [Character: (era: Era, first: Character, second: Character)] = [:]
    for era in Era.allCases {
      let name = Array(era.rawValue)
      for beginning in [name[0], era.letter] + era.letter.lowercased() {
        eras[beginning] = (era, name[0], name[1])
      }
    }
    return eras
  }()
}

/// Numbers and the marks between them.
private struct Numbers {
  private let text: [Character]
  private(set) var end: Int
  /// How many digits the last number has.
  private(set) var count = 0

  init(_ text: [Character], at index: Int) { (self.text, end) = (text, index) }

  var peek: Character? { end < text.count ? text[end] : nil }

  /// True where neither a digit nor a mark goes on.
  var isAtEnd: Bool { peek.map { !$0.isDigit && !"./%".contains($0) } ?? true }

  mutating func skipSpaces() {
    while peek == " " { end += 1 }
  }

  mutating func next() -> Int? {
    skipSpaces()
    let digits = text[min(end, text.count)...].prefix { $0.isDigit }
    guard (1...4).contains(digits.count), let number = Int(String(digits)) else { return nil }
    count = digits.count
    end += digits.count
    return number
  }

  /// 元, the first year of an era.
  mutating func first() -> Int? {
    guard peek == "元" else { return nil }
    end += 1
    return 1
  }

  mutating func separator(_ marks: String) -> Character? {
    guard let character = peek, marks.contains(character) else { return nil }
    end += 1
    return character
  }
}
