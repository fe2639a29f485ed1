/// A year as it stands in a text: with or without its era, with 年, 年度 or nothing.
struct PrintedYear {
  /// The Western year; or, when `needsEra`, the number alone.
  var year: Int
  var era: Era?
  var kind: YearSpan.Kind
  /// Where it begins, in characters.
  var offset: Int

  var needsEra: Bool { era == nil && year < 1000 }
}

extension CalendarScanner {
  /// Reads one year. Nil, without moving, when none stands here.
  mutating func takeYear() throws(YearExpressionError.Reason) -> PrintedYear? {
    let start = offset
    let era = takeEra()
    skipSpaces()
    guard let number = takeNumber() else {
      offset = start
      return nil
    }
    if let era, number < 1 || number > 99 { throw .noSuchYear("\(era.rawValue)\(number)") }
    let kind = takeKind()
    return PrintedYear(
      year: era?.westernYear(number) ?? number, era: era, kind: kind, offset: start)
  }

  mutating func takeKind() -> YearSpan.Kind {
    let start = offset
    skipSpaces()
    if take("年度") { return .fiscal }
    if take("年") { return .calendar }
    offset = start
    return .unspecified
  }

  /// A date's month and day after its year: `6月2日`, `-06-02`, `/6/2`, `.6.2`; the day may be
  /// missing.
  mutating func takeMonthAndDay(
    of year: PrintedYear
  ) throws(YearExpressionError.Reason) -> PartialDate? {
    let start = offset
    skipSpaces()
    let isJapanese = year.kind == .calendar
    let separators = isJapanese ? [] : ["-", "/", "."]
    guard isJapanese || take(oneOf: separators), let month = takeSpacedNumber(), month < 100,
      isJapanese == take("月")
    else {
      offset = start
      return nil
    }
    let date = PartialDate(year: year.year, month: month, day: takeDay(separators))
    guard date.isValid else { throw .noSuchDay(date.description) }
    return date
  }

  private mutating func takeSpacedNumber() -> Int? {
    skipSpaces()
    return takeNumber()
  }

  private mutating func takeDay(_ separators: [String]) -> Int? {
    let start = offset
    if separators.isEmpty || take(oneOf: separators), let day = takeSpacedNumber(),
      !separators.isEmpty || take("日")
    {
      return day
    }
    offset = start
    return nil
  }
}
