import Testing

@testable import Haskap

@Suite struct SchemaTests {
  @Test func soundSchema() throws {
    let schema = try Schema([.keyword("id"), .text("body", weight: 3)], key: "id")
    #expect(schema["body"]?.kind == .text(.init(weight: 3)))
    #expect(schema["other"] == nil)
  }

  @Test(
    arguments: [
      ([], nil),
      ([.keyword("a"), .text("a")], nil),
      ([.keyword("")], nil),
      ([.keyword("a b")], nil),
      ([.keyword("a:b")], nil),
      ([.text("a", weight: 0)], nil),
      ([.text("a", weight: .infinity)], nil),
      ([.text("a", weight: .nan)], nil),
      ([.text("a", b: 1.5)], nil),
      ([.text("a", analyzer: "")], nil),
      ([.text("a")], "a"),
      ([.keyword("a")], "b"),
    ] as [([Field], String?)])
  func faults(fields: [Field], key: String?) {
    let error = #expect(throws: SchemaError.self) { try Schema(fields, key: key) }
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func recordRoundTrip() throws {
    let schema = try Schema(
      [
        .keyword("id", stored: false, column: false),
        .text("body", analyzer: "whitespace", positions: false, weight: 2.5, b: 0.1, grams: true),
        .integer("year", stored: false), .date("day"), .stored("raw"),
      ], key: "id")
    var record = RecordEncoder()
    schema.encode(to: &record)
    let decoded = try record.bytes.withUnsafeBytes { bytes in
      var decoder = RecordDecoder(bytes, file: "test", at: 0)
      return try Schema(from: &decoder)
    }
    #expect(decoded == schema)
  }
}

@Suite struct DayTests {
  @Test func knownDays() {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("1969-12-31")?.number == -1)
    #expect(Day("2000-03-01")?.number == 11_017)
    #expect(Day("2023-08-22")?.number == 19_591)
    for text in ["2023-02-29", "2023-13-01", "2023-8-22", "2023", "令和5", "", "2023-04-31"] {
      #expect(Day(text) == nil, "\(text)")
    }
    #expect(Day("2024-02-29") != nil)
  }

  @Test func everyDayComesBack() {
    for number in stride(from: -800_000 as Int64, to: 800_000, by: 37) {
      let (year, month, day) = Day(number: number).components
      #expect(Day(year: year, month: month, day: day)?.number == number)
    }
  }
}
