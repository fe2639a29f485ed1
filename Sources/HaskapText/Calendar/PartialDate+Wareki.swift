extension PartialDate {
  /// The date in the Japanese calendar, as exactly as it is known: 令和6年2月17日, 令和6年2月,
  /// 令和6年. The Western year where no era is known.
  public var wareki: String {
    let name = Era.inForce(on: self)?.printed(westernYear: year) ?? String(year)
    return name + "年" + (month.map { "\($0)月" } ?? "") + (day.map { "\($0)日" } ?? "")
  }

  /// A year of which no month is known: where an era ends in it, by both, as 令和元（平成31）年.
  public static func wareki(ofYear year: Int) -> String {
    let eras = Era.allCases.filter { $0.years.contains(year) }
    guard eras.count == 2 else { return PartialDate(year: year).wareki }
    let number = year - eras[0].firstYear + 1
    return "\(eras[1].printed(westernYear: year))（\(eras[0].rawValue)\(number)）年"
  }

  /// Whether the month and the day exist in the (Gregorian) calendar.
  public var isValid: Bool {
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    return day.map { (1...PartialDate.days(inMonth: month, of: year)).contains($0) } ?? true
  }

  /// Dates as numbers that compare like them (20240217): the earliest day this date can mean …
  package var firstOrdinal: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

  /// … and the latest.
  package var lastOrdinal: Int { year * 10_000 + (month ?? 12) * 100 + (day ?? 31) }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
