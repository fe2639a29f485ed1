import HaskapText
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

  @Test func oneFieldTooMany() throws {
    let most = (0..<Schema.mostFields).map { Field.keyword("k\($0)") }
    #expect(try Schema(most).fields.count == Schema.mostFields)
    #expect(throws: SchemaError.self) { try Schema(most + [.keyword("one")]) }
  }

  @Test func recordRoundTrip() throws {
    let schema = try Self.everyKind
    var record = RecordEncoder()
    schema.encode(to: &record)
    #expect(try Self.decoded(record.bytes) == schema)
  }

  @Test func aRecordThatEndsTooEarlyIsAnError() throws {
    let schema = try Self.everyKind
    var record = RecordEncoder()
    schema.encode(to: &record)
    for length in 0..<record.bytes.count {
      #expect(throws: FormatError.self) { try Self.decoded(Array(record.bytes[..<length])) }
    }
  }

  private static var everyKind: Schema {
    get throws {
      try Schema(
        [
          .keyword("id", stored: false, column: false),
          .text(
            "body", analyzer: "japanese", positions: false, weight: 2.5, b: 0.1, grams: true,
            foldings: [.kanji, .year]),
          .integer("year", stored: false), .date("day"), .stored("raw"),
          .decimal("price", stored: false), .boolean("open"), .time("starts"),
        ], key: "id",
        words: [UserWord("ふくろう文庫"), UserWord("あすなろ会", cost: 40, reading: "あすなろかい")])
    }
  }

  private static func decoded(_ bytes: [UInt8]) throws -> Schema {
    try bytes.withUnsafeBytes { bytes in
      var decoder = RecordDecoder(bytes, file: "test", at: 0)
      return try Schema(from: &decoder)
    }
  }

  @Test func wordsNeedAFieldAndACost() throws {
    let word = UserWord("ふくろう文庫")
    #expect(throws: SchemaError.self) { try Schema([.text("body")], words: [word]) }
    let japanese = Field.text("body", analyzer: "japanese")
    #expect(throws: SchemaError.self) { try Schema([japanese], words: [UserWord("文庫", cost: 0)]) }
    #expect(try Schema([japanese], words: [word]).words == [word])
  }

  /// Asked in turns, so that none is given what was kept of the other.
  @Test func eachSchemaCutsByItsOwnWords() throws {
    let japanese = Field.text("body", analyzer: "japanese")
    let words = ["ふくろう文庫", "まつり広場"]
    let schemas = try words.map { try Schema([japanese], words: [UserWord($0)]) }
    for _ in 0..<2 {
      for (schema, word) in zip(schemas, words) {
        var analyzed = AnalyzedText()
        try schema.analyzer(named: "japanese").makeSession()
          .analyze("ふくろう文庫とまつり広場", into: &analyzed)
        #expect(
          analyzed.tokens.map { analyzed.text(of: $0) }.filter { words.contains($0) } == [word])
      }
    }
    #expect(
      try Schema([japanese]).analyzer(named: "japanese").fingerprint
        != schemas[1].analyzer(named: "japanese").fingerprint)
  }

  @Test func foldingsByAnalyser() {
    #expect(Field.text("a").textOptions?.foldings == .all)
    #expect(Field.text("a", analyzer: "japanese").textOptions?.foldings == .all)
    #expect(Field.text("a", analyzer: "keyword").textOptions?.foldings == [])
    #expect(Field.text("a", analyzer: "whitespace").textOptions?.foldings == [])
    #expect(Field.text("a", foldings: [.kanji]).textOptions?.foldings == [.kanji])
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
