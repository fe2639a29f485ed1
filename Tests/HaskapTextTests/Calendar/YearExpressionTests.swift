import HaskapText
import Testing

/// What a reader of the reports understands by each expression.
@Suite struct YearExpressionTests {
  @Test(arguments: [
    "令和5年度", "令和 5年度", "令和５年度", "令和五年度", "R5年度", "r5年度", "Ｒ５年度", "令5年度", "㋿5年度",
    "2023年度", "２０２３年度", "二〇二三年度", " 2023年度 ", "令和5年度（2023年度）", "令和5年度(2023)", "2023(令和5)年度",
    "R.5年度",
  ])
  func fiscalYear2023(text: String) throws {
    #expect(try YearExpression.parse(text) == .fiscal(2023))
  }

  @Test(arguments: ["令和5年", "R5年", "2023年", "令和五年", "２０２３年"])
  func calendarYear2023(text: String) throws {
    #expect(try YearExpression.parse(text) == .calendar(2023))
  }

  @Test(arguments: ["令和5", "R5", "r5", "令5", "2023", "㋿5", "R 5", "令和五"])
  func year2023WithoutKind(text: String) throws {
    #expect(try YearExpression.parse(text) == YearSpan(year: 2023))
  }

  @Test(arguments: [
    "平成31/令和元", "平成31", "令和元", "H31", "R1", "令元", "2019", "平成三十一", "㍻31", "平成31(令和元)",
  ])
  func year2019(text: String) throws {
    #expect(try YearExpression.parse(text) == YearSpan(year: 2019))
  }

  @Test(arguments: [
    ("昭和52年", 1977), ("S52年", 1977), ("昭和元年", 1926), ("大正15年", 1926), ("T1年", 1912), ("明治元年", 1868),
    ("M45年", 1912), ("平成元年", 1989), ("昭和六十四年", 1989), ("昭和十年", 1935), ("昭和二十年", 1945),
  ])
  func erasCountFromTheirFirstYear(text: String, year: Int) throws {
    #expect(try YearExpression.parse(text) == .calendar(year))
  }

  @Test(arguments: [
    ("2020-2023", 2020, 2023), ("2020..2023", 2020, 2023), ("2020～2023", 2020, 2023),
    ("2020〜2023", 2020, 2023), ("2020–2023", 2020, 2023), ("2020-23", 2020, 2023),
    ("2020 - 2023", 2020, 2023), ("令和2..令和5", 2020, 2023), ("令和2～5", 2020, 2023),
    ("R2-5", 2020, 2023), ("R2-R5", 2020, 2023), ("H31..R2", 2019, 2020),
    ("平成31/令和元..令和2", 2019, 2020),
    ("令和2から令和5まで", 2020, 2023),
  ])
  func ranges(text: String, first: Int, last: Int) throws {
    #expect(try YearExpression.parse(text) == YearSpan(first: first, last: last))
  }

  @Test(arguments: ["令和2年度～令和5年度", "令和2～5年度", "2020年度-2023", "令和２年度から令和５年度まで"])
  func fiscalRanges(text: String) throws {
    #expect(try YearExpression.parse(text) == YearSpan(first: 2020, last: 2023, kind: .fiscal))
  }

  @Test func openRanges() throws {
    #expect(try YearExpression.parse("2020..") == YearSpan(first: 2020, last: nil))
    #expect(try YearExpression.parse("令和2年度～") == YearSpan(first: 2020, last: nil, kind: .fiscal))
    #expect(try YearExpression.parse("..R5") == YearSpan(first: nil, last: 2023))
    #expect(try YearExpression.parse("～2023年") == YearSpan(first: nil, last: 2023, kind: .calendar))
  }

  @Test(arguments: [
    ("", YearExpressionError.Reason.empty, 0),
    ("  ", .empty, 2),
    ("去年", .expectedYear(found: "去年"), 0),
    ("23", .eraMissing(23), 2),
    ("令和0年", .noSuchYear("令和0"), 3), ("20231001", .noSuchYear("20231001"), 8),
    ("2023年度版", .expectedEnd(found: "版"), 6),
    ("令和2年～令和5年度", .mixedKinds, 10),
    ("令和5..令和2", .reversed(2023, 2020), 8),
    ("平成31/令和2", .differentYears(2019, 2020), 8),
    ("令和6年2月", .notAYear(PartialDate(year: 2024, month: 2)), 4),
    ("2024/2/17", .notAYear(PartialDate(year: 2024, month: 2, day: 17)), 4),
    ("令5.4.1", .notAYear(PartialDate(year: 2023, month: 4, day: 1)), 2),
  ])
  func errorsTellThePlace(text: String, reason: YearExpressionError.Reason, offset: Int) {
    let error = #expect(throws: YearExpressionError.self) { try YearExpression.parse(text) }
    #expect(error?.reason == reason)
    #expect(error?.offset == offset)
  }

  @Test func errorsTellTheRemedy() {
    let error = #expect(throws: YearExpressionError.self) { try YearExpression.parse("令和6年2月") }
    #expect(
      error?.description == "'令和6年2月', character 5: 令和6年2月 lies in 令和5年度（2023年度）: "
        + "give that year instead")
  }
}
