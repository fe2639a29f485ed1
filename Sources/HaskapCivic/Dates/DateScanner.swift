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
    /// True of `2023.7.10` and `7/10`, whose numbers have no counters.
    var isDotted = false
  }

  /// The Western year of `昭和47年`, `平成元年度`, `2010年`; nil where none stands here.
  mutating func scanYear() -> Int? {
    let start = position
    if let era = scanEra() ?? scanEraLetter(), let number = scanYearNumber(), take("年") {
      return era.westernYear(number)
    }
    position = start
    if let number = scanNumber(), (1868...2100).contains(number), take("年") { return number }
    position = start
    return nil
  }

  /// False inside of a number; the era of `1令和4年度` begins behind one.
  static func canBeginYear(_ text: [Character], at index: Int) -> Bool {
    !(index > 0 && text[index - 1].isDigit && text[index].isDigit)
  }

  /// A date that begins here. Without a year, `allowsMonth` or `allowsDay` must say that one may.
  mutating func scanDate(allowsMonth: Bool, allowsDay: Bool) -> Parts? {
    let start = position
    if let parts = scanDotted() ?? scanWithYear() { return parts }
    position = start
    if allowsMonth, let parts = scanMonthAndDay() { return parts }
    position = start
    if allowsDay, let day = scanDay() { return Parts(day: day) }
    position = start
    return nil
  }

  /// Takes any of these characters or words, after spaces.
  mutating func take(_ words: String...) -> Bool {
    let start = position
    skipSpaces()
    let next = peek?.unicodeScalars.first
    for word in words
    where word.unicodeScalars.first == next && text[position...].starts(with: word) {
      position += word.count
      return true
    }
    position = start
    return false
  }

  /// `6年3月31日` behind `令和5年4月1日～`: a year of the same era, or of the next.
  mutating func scanShortYear(after year: Int) -> Parts? {
    let start = position
    if let number = scanYearNumber(), take("年"), let month = scanMonth(),
      let own = Era.allCases.map({ $0.westernYear(number) }).first(where: {
        (year...year + 9).contains($0)
      })
    {
      return Parts(year: own, month: month, day: scanDay())
    }
    position = start
    return nil
  }

  /// `12` of `R5.7.10～12`: a day after another, without a counter.
  mutating func scanBareDay(after first: Int) -> Int? {
    let start = position
    if let day = scanNumber(upTo: 31), day > first, endsNumber, peek != ":" { return day }
    position = start
    return nil
  }

  /// `25日(日)` on the line below `2月24日(土)`.
  mutating func scanDayBelow(_ date: PartialDate) -> PartialDate? {
    let start = position
    guard position < text.count, text[position].isWhitespace, let last = date.day,
      let day = scanDay(), day > last, position == text.count || "( 、".contains(text[position])
    else {
      position = start
      return nil
    }
    return PartialDate(year: date.year, month: date.month, day: day)
  }

  /// A month above 12 or a day above 31, which no calendar has: `13月`, `32日`.
  mutating func scanImpossible() -> String? {
    let start = position
    if let number = scanNumber() {
      for counter in ["月", "日"] where number > (counter == "月" ? 12 : 31) && take(counter) {
        return "\(number)\(counter)"
      }
    }
    position = start
    return nil
  }

  /// Takes `午後5時`, `17時30分`, `10:00`.
  mutating func takeTime() -> Bool {
    let start = position
    _ = take("午前", "午後")
    if scanNumber(upTo: 24) != nil {
      if take("時") {
        if !take("半"), scanNumber(upTo: 59) != nil { _ = take("分") }
        return true
      }
      if take(":"), scanDigit() != nil, scanDigit() != nil { return true }
    }
    position = start
    return false
  }

  /// Takes `(土)`, `(日・祝)`: a weekday in brackets.
  mutating func skipWeekday() {
    let start = position
    guard take("("), let end = text[position...].prefix(12).firstIndex(of: ")"),
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
    if let era = scanEra() ?? scanEraLetter(), let number = scanYearNumber() {
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
    guard let month = scanMonth() else {
      position = afterYear
      // R5年6/4
      if let month = scanNumber(upTo: 12), take("/"), let day = scanNumber(upTo: 31), endsNumber {
        (parts.month, parts.day) = (month, day)
      } else {
        position = afterYear
      }
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
      let year = era?.westernYear(number) ?? number
      return Parts(era: era, year: year, month: month, day: day, isDotted: true)
    }
    position = start
    return nil
  }

  /// `7月10日`, `7月`, `7/10`, `7.10`, and `7` of `7～9月`.
  private mutating func scanMonthAndDay() -> Parts? {
    let start = position
    if let month = scanMonth() { return Parts(month: month, day: scanDay()) }
    if let month = scanNumber(upTo: 12), let separator = peek, "./".contains(separator),
      take(String(separator)), let day = scanNumber(upTo: 31),
      // Of `9.9/9.16/9.23` the dots part months from days.
      endsNumber || separator == "." && peek == "/"
    {
      return Parts(month: month, day: day, isDotted: true)
    }
    position = start
    return nil
  }

  /// True where neither a decimal nor a unit goes on: not in `1.5km`.
  private var endsNumber: Bool {
    guard let next = peek else { return true }
    return !next.isDigit && !"./%".contains(next) && (!next.isLetter || "かとまの".contains(next))
  }

  private mutating func scanMonth() -> Int? { scanCounted(upTo: 12, "月") ?? scanShared(12, "月") }

  /// The number of `7～9月` or `10、11日` whose counter is printed once, behind the last.
  private mutating func scanShared(_ limit: Int, _ counter: String) -> Int? {
    let start = position
    guard let number = scanNumber(upTo: limit) else { return nil }
    let end = position
    // No more months or days than there are share a counter.
    for _ in 1..<limit {
      guard take("~", "-", "・", "、", ","), scanNumber(upTo: limit) != nil else { break }
      guard take(counter) else { continue }
      let goesOn = peek.map { "間程".contains($0) } ?? false
      position = goesOn ? start : end
      return goesOn ? nil : number
    }
    position = start
    return nil
  }

  /// `5日`, but not `5日間`.
  private mutating func scanDay() -> Int? {
    let start = position
    if let day = scanCounted(upTo: 31, "日"), peek != "間", peek != "程" { return day }
    position = start
    return scanShared(31, "日")
  }

  /// A line may end inside the era's name: `令 和`.
  private mutating func scanEra() -> Era? {
    let start = position
    for (name, era) in Self.eras {
      if takeLetter(name[0]), takeLetter(name[1]) { return era }
      position = start
    }
    return nil
  }

  private static let eras = Era.allCases.map { (name: Array($0.rawValue), era: $0) }
  private static let letters: [(String, Era)] = [("R", .reiwa), ("H", .heisei), ("S", .showa)]
  private static let beginnings = Set(
    eras.map { $0.name[0] } + letters.flatMap { Array($0.0) }
  )

  /// True of the first character of an era's name, and of its letter.
  static func beginsEra(_ character: Character) -> Bool { beginnings.contains(character) }

  private mutating func takeLetter(_ letter: Character) -> Bool {
    let start = position
    skipSpaces()
    if position < text.count, text[position] == letter {
      position += 1
      return true
    }
    position = start
    return false
  }

  private mutating func scanEraLetter() -> Era? {
    Self.letters.first { take($0.0) }?.1
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
    guard !digits.isEmpty, let number = Int(String(digits)), (1...limit).contains(number) else {
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
