import HaskapText

/// Reads dates at a place in folded text, in wareki or Western years, whatever spaces stand inside.
struct DateScanner {
  private let text: [Character]
  private(set) var position: Int

  init(_ folded: [Character], at position: Int) {
    text = folded
    self.position = position
  }

  /// A date as printed: what was left out is nil.
  struct Parts: Equatable {
    var era: Era?
    var year: Int?
    var month: Int?
    var day: Int?
  }

  /// The Western year of `昭和47年`, `平成元年度`, `2010年`; nil where none stands here.
  mutating func scanYear() -> Int? {
    let start = position
    if let era = scanEra(), let number = scanYearNumber(), take("年") {
      return era.westernYear(number)
    }
    position = start
    if let number = scanNumber(), (1868...2100).contains(number), take("年") { return number }
    position = start
    return nil
  }

  /// A date that begins here. Without a year, `allowsMonth` or `allowsDay` must say that one may.
  mutating func scanDate(allowsMonth: Bool, allowsDay: Bool) -> Parts? {
    let start = position
    if let parts = scanDotted() ?? scanWithYear() { return parts }
    position = start
    if allowsMonth, let month = scanCounted(upTo: 12, "月") {
      return Parts(month: month, day: scanDay())
    }
    position = start
    if allowsDay, let day = scanDay() { return Parts(day: day) }
    position = start
    return nil
  }

  /// Takes any of these characters or words, after spaces.
  mutating func take(_ words: String...) -> Bool {
    let start = position
    skipSpaces()
    for word in words where text[position...].starts(with: word) {
      position += word.count
      return true
    }
    position = start
    return false
  }

  /// Takes `(土)`, `(日・祝)`: a weekday in brackets.
  mutating func skipWeekday() {
    let start = position
    guard take("("), let end = Brackets.end(of: position - 1, in: text),
      text[position..<end].allSatisfy({ "月火水木金土日祝・ 曜振休、".contains($0) }), end > position
    else {
      position = start
      return
    }
    position = end + 1
  }
}

extension DateScanner {
  /// `令和2年`, `2年` must not follow; then perhaps month and day. `令和2年度` is no date.
  private mutating func scanWithYear() -> Parts? {
    let start = position
    var parts = Parts()
    if let era = scanEra(), let number = scanYearNumber() {
      parts = Parts(era: era, year: era.westernYear(number))
    } else {
      position = start
      guard let number = scanNumber(), (1900...2100).contains(number) else {
        position = start
        return nil
      }
      parts.year = number
    }
    guard take("年"), !take("度") else {
      position = start
      return nil
    }
    let afterYear = position
    guard let month = scanCounted(upTo: 12, "月") else {
      position = afterYear
      return parts
    }
    parts.month = month
    parts.day = scanDay()
    return parts
  }

  /// `R2.8.25`, `2020/8/25`, `令和2.8.25`.
  private mutating func scanDotted() -> Parts? {
    let start = position
    let era = scanEra() ?? scanEraLetter()
    if let number = scanNumber(), let separator = peek, "./".contains(separator),
      take(String(separator)),
      let month = scanNumber(upTo: 12), take(String(separator)), let day = scanNumber(upTo: 31),
      era != nil || number > 1900
    {
      return Parts(era: era, year: era?.westernYear(number) ?? number, month: month, day: day)
    }
    position = start
    return nil
  }

  /// `5日`, but not `5日間`.
  private mutating func scanDay() -> Int? {
    let start = position
    if let day = scanCounted(upTo: 31, "日"), peek != "間", peek != "程" { return day }
    position = start
    return nil
  }

  /// A line may end inside the era's name: `令 和`.
  private mutating func scanEra() -> Era? {
    let start = position
    for era in Era.allCases {
      let name = Array(era.rawValue)
      if take(String(name[0])), take(String(name[1])) { return era }
      position = start
    }
    return nil
  }

  private mutating func scanEraLetter() -> Era? {
    let letters: [(String, Era)] = [("R", .reiwa), ("H", .heisei), ("S", .showa)]
    return letters.first { take($0.0) }?.1
  }

  private mutating func scanYearNumber() -> Int? {
    take("元") ? 1 : scanNumber(upTo: 99)
  }

  /// A number and its counter; a line may end between its digits: `1 0月`.
  private mutating func scanCounted(upTo limit: Int, _ counter: String) -> Int? {
    let start = position
    guard let number = scanNumber(upTo: limit) else { return nil }
    if take(counter) { return number }
    if number < 10, let second = scanDigit(), number * 10 + second <= limit, take(counter) {
      return number * 10 + second
    }
    position = start
    return nil
  }

  private mutating func scanDigit() -> Int? {
    skipSpaces()
    guard let digit = peek.flatMap({ $0.isASCII ? $0.wholeNumberValue : nil }) else { return nil }
    position += 1
    return digit
  }

  /// A number without a comma, not continuing one to its left.
  private mutating func scanNumber(upTo limit: Int = 9999) -> Int? {
    let start = position
    skipSpaces()
    let digits = text[position...].prefix { $0.isDigit }
    guard let number = Int(String(digits)), (1...limit).contains(number) else {
      position = start
      return nil
    }
    position += digits.count
    return number
  }

  private var peek: Character? { position < text.count ? text[position] : nil }

  private mutating func skipSpaces() {
    while position < text.count, text[position].isWhitespace { position += 1 }
  }
}
