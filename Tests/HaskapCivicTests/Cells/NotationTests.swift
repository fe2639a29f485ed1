import HaskapText
import Testing

@testable import HaskapCivic

@Suite("Dates and counts in all spellings") struct NotationTests {
  private static func dates(_ cell: String, era: Era? = nil) -> [String] {
    let text = DateNotation(era: era, fiscalYear: 2023).normalized(cell)
    return OccurrenceCell(text, fiscalYear: 2023).occurrences.map { occurrence in
      [occurrence.start, occurrence.end].compactMap { $0?.description }.joined(separator: "/")
    }
  }

  @Test(
    "one day",
    arguments: [
      "2023-06-04", "2023/6/4", "20230604", "R5.6.4", "R5-6-4", "r5.6.4", "令5.6.4", "令和5年6月4日",
      "令和５．６．４", "5.6.4", "23.6.4", "六月四日", "6月4日(日)", "6/4", "45081", "令和五年六月四日",
    ])
  func day(cell: String) { #expect(Self.dates(cell) == ["2023-06-04"]) }

  @Test(
    "ranges and lists",
    arguments: [
      ("5/10～7/12", ["2023-05-10/2023-07-12"]), ("R5.4.20～R5.5.6", ["2023-04-20/2023-05-06"]),
      ("R5.6.7～6.9", ["2023-06-07/2023-06-09"]), ("4月～翌年3月", ["2023-04/2024-03"]),
      ("9/7,9/14,9/21", ["2023-09-07", "2023-09-14", "2023-09-21"]),
      ("令和5年5月、9月", ["2023-05", "2023-09"]), ("7月29日～30日", ["2023-07-29/2023-07-30"]),
    ])
  func ranges(cell: String, wanted: [String]) { #expect(Self.dates(cell) == wanted) }

  @Test(
    "a day that no month has is told however it is printed", arguments: ["2023-06-99", "2023/6/45"])
  func impossibleDay(cell: String) {
    #expect(Self.dates(cell) == ["2023-06"])
    let text = DateNotation(fiscalYear: 2023).normalized(cell)
    #expect(OccurrenceCell(text, fiscalYear: 2023).notes.map(\.kind) == [.suspect])
  }

  @Test("the heading's era")
  func era() { #expect(Self.dates("31.2.4", era: .heisei) == ["2019-02-04"]) }

  @Test("what tells no day stays text", arguments: ["通年", "毎月第2火曜日", "随時"])
  func vague(cell: String) { #expect(Self.dates(cell) == [""]) }

  @Test(
    "people",
    arguments: [
      ("320", 320), ("1,204", 1204), ("320.0", 320), ("３２０人", 320), ("約300人", 300), ("延312名", 312),
      ("延べ9,210人", 9210), ("1.2万人", 12_000), ("大人200 子ども120 計320", 320), ("60人×5回", 300),
      ("1 234人", 1234), ("5/20 30人", 30), ("2023/5/20 30人", 30), ("10:00～12:00 30人", 30),
      ("1～3年生 20人", 20), ("1.1万人", 11_000),
      ("320人（前年300人）", 320), ("三百二十人", 320), ("200人（うち子ども50人）", 200), ("45人と犬23頭", 45),
    ])
  func people(cell: String, number: Int) { #expect(PeopleCell(cell)?.number == number) }

  @Test(
    "what is no number for certain",
    arguments: ["10～20人", "10人～20人", "10-20", "-5人", "△3", "0.5", "12/45人", "30人～", "午前10～20人"])
  func uncertain(cell: String) {
    let count = cell == "30人～" ? 30 : nil
    #expect(PeopleCell(cell)?.number == count)
  }

  @Test("nor is it behind a date", arguments: ["10人～20人", "10～20人", "-5人"])
  func uncertainBehindDate(people: String) {
    let cell = OccurrenceCell("令和5年5月1日（\(people)）", fiscalYear: 2023)
    #expect(cell.total == nil && cell.occurrences.map(\.participants) == [nil])
    #expect(cell.notes.map(\.kind) == [.suspect])
  }

  @Test("counts of others keep their unit")
  func units() {
    #expect(PeopleCell("40チーム")?.unit == "チーム")
    #expect(PeopleCell("58か所")?.unit == "か所")
    #expect(PeopleCell("未集計") == nil)
  }
}
