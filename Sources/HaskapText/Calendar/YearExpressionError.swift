/// Why a year or a date cannot be read, and where.
public struct YearExpressionError: Error, Equatable, Sendable {
  public enum Reason: Error, Equatable, Sendable {
    case empty
    case expectedYear(found: String)
    case expectedEnd(found: String)
    /// 令和0年.
    case noSuchYear(String)
    /// A month or a day that no calendar has.
    case noSuchDay(String)
    /// A number under 1000 with no era: 23.
    case eraMissing(Int)
    /// 令和2年～令和5年度.
    case mixedKinds
    /// 平成31/令和2: two names that should mean one year.
    case differentYears(Int, Int)
    case reversed(Int, Int)
    /// A month or a day where whole years were asked for.
    case notAYear(PartialDate)
  }

  public var text: String
  public var reason: Reason
  /// Where in the text, in characters from 0.
  public var offset: Int
}

extension YearExpressionError: CustomStringConvertible {
  public var description: String {
    "'\(text)', character \(offset + 1): \(explanation)"
  }

  private var explanation: String {
    switch reason {
    case .empty:
      return "no year: write one, such as 令和5年度, R5, 2023 or 令和2..令和5"
    case .expectedYear(let found):
      return "expected a year, found \(Self.shown(found)): write 令和5年度, R5, 2023 or 令和2..令和5"
    case .expectedEnd(let found):
      return "expected nothing more, found '\(found)': remove it, or write a range as 令和2..令和5"
    case .noSuchYear(let printed):
      return "there is no year \(printed): eras count from 元 (1)"
    case .noSuchDay(let printed):
      return "there is no day \(printed): correct the month or the day"
    case .eraMissing(let number):
      return "\(number) of which era? Write 令和\(number), R\(number) or a year of four digits"
    case .mixedKinds:
      return "年 and 年度 in one range: write both ends alike"
    case .differentYears(let one, let other):
      return "the two names mean \(one) and \(other): for a range write \(one)..\(other)"
    case .reversed(let first, let last):
      return "the range ends (\(last)) before it begins (\(first)): swap its ends"
    case .notAYear(let date):
      return Self.explanation(of: date)
    }
  }

  private static func explanation(of date: PartialDate) -> String {
    let year = date.fiscalYear.map { " lies in \(YearSpan.fiscal($0))" } ?? ""
    return "\(date.wareki)\(year): give that year instead"
  }

  private static func shown(_ found: String) -> String {
    found.isEmpty ? "the end" : "'\(found)'"
  }
}
