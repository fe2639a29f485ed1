import ArgumentParser
import HaskapCivic
import HaskapText

/// The time that somebody asks about.
struct PeriodOptions: ParsableArguments {
  @Option(help: "Only these years: 2020, 令和2, R2, 2020-23, R2..R5.")
  var year: String?

  @Option(help: "Only from this year or day on: R5, 2023-10-01.")
  var since: String?

  @Option(help: "Only until this year or day, itself included.")
  var until: String?

  var text: PeriodText { PeriodText(year: year, since: since, until: until) }

  var period: CivicPeriod { get throws { try text.period } }

  /// For the discussion of each command that has these options.
  static let help = """
    TIME:
      Years are fiscal, as the reports count: 令和5, R5, 2023 and 令和5年度 begin on
      1 April 2023, and 令和6年2月 lies in them. With 年 alone, as in 令和6年, the
      calendar year is meant. A record with dates belongs where one of them lies,
      one without where its own period does, or else its fiscal year. --since and
      --until take months and days as well: 2023-10, 令和5年10月, 2023-10-01,
      R5.10.1.
    """
}

/// A time as it was written; read once the index is open.
struct PeriodText: Equatable {
  var year: String?
  var since: String?
  var until: String?

  var isGiven: Bool { [year, since, until].contains { $0 != nil } }

  var period: CivicPeriod {
    get throws {
      CivicPeriod(
        years: try year.map { text in try Self.reading("--year") { try YearExpression.parse(text) }
        },
        days: since == nil && until == nil ? nil : try days)
    }
  }

  /// The ends are read one by one, so that an error names its option.
  private var days: DateSpan {
    get throws {
      let start = try Self.reading("--since") { try DateExpression.span(since: since, until: nil) }
      let end = try Self.reading("--until") { try DateExpression.span(since: nil, until: until) }
      guard start.overlaps(end) else {
        throw UserError(
          description: "--until (\(until ?? "")) lies before --since (\(since ?? "")): swap them")
      }
      return DateSpan(start: start.start, end: end.end)
    }
  }

  private static func reading<Value>(_ option: String, _ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch {
      throw UserError(description: "\(option) \(error)")
    }
  }
}
