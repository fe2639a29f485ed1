import HaskapText
import Testing

@Suite struct YearSpanTests {
  @Test(arguments: [
    (YearSpan.fiscal(2023), "令和5年度（2023年度）"),
    (YearSpan(year: 2023), "令和5年度（2023年度）"),
    (.calendar(2023), "令和5年（2023年）"),
    (.fiscal(2019), "令和元年度（2019年度）"),
    (.calendar(2019), "平成31年・令和元年（2019年）"),
    (.fiscal(1988), "昭和63年度（1988年度）"),
    (.calendar(1989), "昭和64年・平成元年（1989年）"),
    (.fiscal(1926), "大正15年度（1926年度）"),
    (.calendar(1850), "1850年（1850年）"),
    (YearSpan(first: 2020, last: 2023, kind: .fiscal), "令和2年度～令和5年度（2020～2023年度）"),
    (YearSpan(first: 2020, last: nil), "令和2年度～（2020年度～）"),
    (YearSpan(first: nil, last: 2023, kind: .calendar), "～令和5年（～2023年）"),
  ])
  func isWrittenInBothCalendars(span: YearSpan, text: String) {
    #expect(span.description == text)
  }

  @Test func whatIsWrittenCanBeRead() throws {
    for year in 1868...2060 {
      // 平成31年・令和元年（2019年） names three times one year, which no person types.
      for span in [YearSpan.fiscal(year), .calendar(year)] where !span.description.contains("・") {
        #expect(try YearExpression.parse(span.description) == span)
      }
    }
  }

  @Test func februaryLiesInTheFiscalYearBefore() throws {
    let february = PartialDate(year: 2024, month: 2)
    #expect(february.fiscalYear == 2023)
    #expect(YearSpan.fiscal(2023).days.overlaps(february))
    #expect(!YearSpan.calendar(2023).days.overlaps(february))
    #expect(YearSpan.calendar(2024).days.overlaps(february))
    #expect(!YearSpan.fiscal(2024).days.overlaps(february))
  }

  @Test func daysOfSpans() {
    #expect(
      YearSpan.fiscal(2023).days
        == DateSpan(
          start: PartialDate(year: 2023, month: 4, day: 1),
          end: PartialDate(year: 2024, month: 3, day: 31)))
    #expect(YearSpan(first: nil, last: 2020).days.overlaps(PartialDate(year: 1950)))
    #expect(!YearSpan(first: 2020, last: nil).days.overlaps(PartialDate(year: 2020, month: 3)))
    #expect(YearSpan(first: 2020, last: 2023).contains(year: 2023))
    #expect(!YearSpan(first: 2020, last: 2023).contains(year: 2024))
  }
}
