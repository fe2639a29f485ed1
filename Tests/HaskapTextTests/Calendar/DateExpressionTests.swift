import Testing

@testable import HaskapText

@Suite struct DateExpressionTests {
  @Test(arguments: [
    ("令和6年2月17日", "2024-02-17"), ("令和 6年 2月17日", "2024-02-17"), ("令6.2.17", "2024-02-17"),
    ("R6.2.17", "2024-02-17"), ("2024-02-17", "2024-02-17"), ("2024/2/17", "2024-02-17"),
    ("令和六年二月十七日", "2024-02-17"), ("令和6年2月", "2024-02"), ("2024-02", "2024-02"),
    ("令和元年5月1日", "2019-05-01"), ("令和6年", "2024"), ("2024", "2024"), ("２０２４年２月", "2024-02"),
    ("令和6年2月29日", "2024-02-29"),
  ])
  func dates(text: String, date: String) throws {
    #expect(try DateExpression.parse(text).description == date)
  }

  @Test(arguments: [
    ("令和5年2月29日", YearExpressionError.Reason.noSuchDay("2023-02-29")),
    ("2024-13", .noSuchDay("2024-13")),
    ("2024-04-31", .noSuchDay("2024-04-31")),
    ("令和6年2月頃", .expectedEnd(found: "頃")),
    ("6年2月", .eraMissing(6)),
    ("令和6年度", .expectedEnd(found: "年度")),
    ("二月", .eraMissing(2)),
  ])
  func wrongDates(text: String, reason: YearExpressionError.Reason) {
    let error = #expect(throws: YearExpressionError.self) { try DateExpression.parse(text) }
    #expect(error?.reason == reason)
  }

  @Test(arguments: [
    ("昭和64年", "1989", "1989-01-07"), ("平成元年", "1989-01-08", "1989"),
    ("昭和64年1月", "1989-01", "1989-01-07"), ("大正15年", "1926", "1926-12-24"),
    ("昭和元年", "1926-12-25", "1926"), ("明治45年", "1912", "1912-07-29"),
    ("平成31年", "2019", "2019-04-30"), ("令和元年", "2019-05-01", "2019"),
    ("令和元年5月", "2019-05", "2019-05"), ("令和元年3月", "2019-03", "2019-03"),
    ("昭和40年", "1965", "1965"), ("1989年", "1989", "1989"), ("令和6年2月17日", "2024-02-17", "2024-02-17"),
  ])
  func daysOfAnEra(text: String, first: String, last: String) throws {
    let days = try DateExpression.days(of: text)
    let ends = [first, last].compactMap { PartialDate($0) }
    #expect(days.first.firstOrdinal == ends[0].firstOrdinal)
    #expect(days.last.lastOrdinal == ends[1].lastOrdinal)
  }

  @Test func sinceAndUntil() throws {
    let span = try DateExpression.span(since: "令和5", until: "2024-02")
    #expect(!span.overlaps(PartialDate(year: 2023, month: 3, day: 31)))
    #expect(span.overlaps(PartialDate(year: 2023, month: 4, day: 1)))
    #expect(span.overlaps(PartialDate(year: 2024, month: 2, day: 29)))
    #expect(!span.overlaps(PartialDate(year: 2024, month: 3)))
    #expect(try DateExpression.span(since: "2023年", until: nil).start?.month == 1)
    #expect(try DateExpression.span(since: nil, until: "令和5年度").end?.description == "2024-03-31")
    #expect(throws: YearExpressionError.self) {
      try DateExpression.span(since: "令和6", until: "令和5")
    }
  }

  @Test(arguments: [
    ("2024-02-17", "令和6年2月17日"), ("2019-04-30", "平成31年4月30日"), ("2019-05-01", "令和元年5月1日"),
    ("1989-01-07", "昭和64年1月7日"), ("1989-01-08", "平成元年1月8日"), ("2024-02", "令和6年2月"),
    ("1800-01-01", "1800年1月1日"),
  ])
  func wareki(date: String, text: String) {
    #expect(PartialDate(date)?.wareki == text)
  }
}
