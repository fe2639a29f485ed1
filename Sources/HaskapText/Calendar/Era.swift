/// A Japanese era. Years count from 1 in the year the era began.
///
/// Source: the decrees that proclaimed the eras, the last that of 1 April 2019 (令和).
public enum Era: String, CaseIterable, Sendable, Codable {
  case meiji = "明治"
  case taisho = "大正"
  case showa = "昭和"
  case heisei = "平成"
  case reiwa = "令和"

  /// The Western year of the era's first year.
  public var firstYear: Int { firstDay.year }

  /// The day from which the era counts (Gregorian), by the decrees that proclaimed the eras.
  public var firstDay: PartialDate {
    switch self {
    case .meiji: PartialDate(year: 1868, month: 10, day: 23)
    case .taisho: PartialDate(year: 1912, month: 7, day: 30)
    case .showa: PartialDate(year: 1926, month: 12, day: 25)
    case .heisei: PartialDate(year: 1989, month: 1, day: 8)
    case .reiwa: PartialDate(year: 2019, month: 5, day: 1)
    }
  }

  /// The last day of the era; nil of the one in force.
  var lastDay: PartialDate? {
    guard let next = Era.allCases.first(where: { $0.firstYear > firstYear })?.firstDay,
      let month = next.month, let day = next.day
    else { return nil }
    guard day == 1 else { return PartialDate(year: next.year, month: month, day: day - 1) }
    let length = PartialDate.days(inMonth: month - 1, of: next.year)
    return PartialDate(year: next.year, month: month - 1, day: length)
  }

  /// The Western years that can carry this era's name, those of its beginning and end included.
  var years: ClosedRange<Int> {
    let next = Era.allCases.first { $0.firstYear > firstYear }
    return firstYear...(next?.firstYear ?? firstYear + 98)
  }

  /// The Western year of a year of this era: 令和5 is 2023.
  public func westernYear(_ year: Int) -> Int { firstYear + year - 1 }

  /// A year of this era as it is printed: 令和元, 令和5.
  public func printed(westernYear year: Int) -> String {
    let number = year - firstYear + 1
    return rawValue + (number == 1 ? "元" : String(number))
  }

  /// The letter that stands for the era on forms: R5, H31.
  public var letter: Character {
    switch self {
    case .meiji: "M"
    case .taisho: "T"
    case .showa: "S"
    case .heisei: "H"
    case .reiwa: "R"
    }
  }

  /// The era's name in one character: U+32FF, U+337B–U+337E.
  var square: Character {
    switch self {
    case .meiji: "㍾"
    case .taisho: "㍽"
    case .showa: "㍼"
    case .heisei: "㍻"
    case .reiwa: "㋿"
    }
  }
}

extension Era {
  /// The era in force on a day; nil before 1868-10-23. A missing month or day counts as the first.
  public static func inForce(on date: PartialDate) -> Era? {
    allCases.last { $0.firstDay.firstOrdinal <= date.firstOrdinal }
  }
}
