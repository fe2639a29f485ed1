/// Western (Gregorian) years: a run of whole years that somebody asked for or a text names: 令和5年度, 2020–2023, 令和2年～.
public struct YearSpan: Hashable, Sendable {
  public enum Kind: String, Sendable, Codable {
    /// 年: from 1 January.
    case calendar
    /// 年度: from 1 April, named after the year in which it begins.
    case fiscal
    /// Neither was said (`2023`, `R5`). Reports count in fiscal years, so it is read as one.
    case unspecified
  }

  /// The first and the last Western year, both included; nil where the span is open.
  public var first: Int?
  public var last: Int?
  public var kind: Kind

  public init(first: Int?, last: Int?, kind: Kind = .unspecified) {
    self.first = first
    self.last = last
    self.kind = kind
  }

  public init(year: Int, kind: Kind = .unspecified) {
    self.init(first: year, last: year, kind: kind)
  }

  public static func fiscal(_ year: Int) -> YearSpan { YearSpan(year: year, kind: .fiscal) }

  public static func calendar(_ year: Int) -> YearSpan { YearSpan(year: year, kind: .calendar) }

  /// Whether a year of this span's kind lies in it.
  public func contains(year: Int) -> Bool {
    (first ?? .min) <= year && year <= (last ?? .max)
  }

  /// From the first day to the last: 令和5年度 is 2023-04-01 to 2024-03-31.
  public var days: DateSpan {
    guard kind == .calendar else {
      return DateSpan(
        start: first.map { PartialDate(year: $0, month: 4, day: 1) },
        end: last.map { PartialDate(year: $0 + 1, month: 3, day: 31) })
    }
    return DateSpan(
      start: first.map { PartialDate(year: $0, month: 1, day: 1) },
      end: last.map { PartialDate(year: $0, month: 12, day: 31) })
  }
}

extension YearSpan: CustomStringConvertible {
  /// In both calendars: 令和5年度（2023年度）, 平成31年・令和元年（2019年）, 令和2年度～令和5年度（2020～2023年度）.
  public var description: String {
    switch (first, last) {
    case (nil, nil): "全期間"
    case (let year?, nil): "\(japanese(year))～（\(year)\(unit)～）"
    case (nil, let year?): "～\(japanese(year))（～\(year)\(unit)）"
    case (let year?, let last?) where year == last: "\(japanese(year))（\(year)\(unit)）"
    case (let year?, let last?): "\(japanese(year))～\(japanese(last))（\(year)～\(last)\(unit)）"
    }
  }

  private var unit: String { kind == .calendar ? "年" : "年度" }

  /// A fiscal year carries the name of the era in force in August: governments named 2019 as a
  /// whole 令和元年度. A calendar year in which the era changed carries both names.
  private func japanese(_ year: Int) -> String {
    let months = kind == .calendar ? [1, 12] : [8]
    let days = months.map { PartialDate(year: year, month: $0, day: $0 == 12 ? 31 : 1) }
    let names = days.map { day in
      Era.inForce(on: day)?.printed(westernYear: year) ?? String(year)
    }
    return Set(names).count == 1
      ? names[0] + unit : names.map { $0 + unit }.joined(separator: "・")
  }
}
