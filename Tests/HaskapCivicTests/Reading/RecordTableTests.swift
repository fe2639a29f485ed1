import Foundation
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// A table of records, read again, gives the records that it was made of.
@Suite("Records as a table and back") struct RecordTableTests {
  private static let languages: [TableWords] = [.english, .japanese]

  private func isSame(_ records: [Record], in words: TableWords) throws {
    let lines =
      [RecordTable.headings(in: words)] + records.map { RecordTable.cells(of: $0, in: words) }
    let table = CSVText.byteOrderMark + lines.map(CSVText.line).joined()
    let reading = ReportReader.read(try ReportText(file: "r.csv", bytes: Array(table.utf8)))
    #expect(reading.warnings.isEmpty)
    #expect(reading.records.count == records.count)
    for (found, wanted) in zip(reading.records, records) where found != wanted {
      Issue.record("found  \(found.jsonLine)\nwanted \(wanted.jsonLine)")
    }
  }

  @Test(
    "those of the corpus",
    arguments: ["kyodo-2020", "kyodo-2023", "pledges-2024", "shakyo-2025"], languages)
  func corpus(name: String, words: TableWords) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Corpus/tomakomai-\(name).txt").standardizedFileURL
    let text = try ReportText(file: "Corpus/\(name).txt", bytes: Array(Data(contentsOf: path)))
    try isSame(ReportReader.read(text).records, in: words)
  }

  @Test("one whose every field says something", arguments: languages)
  func full(words: TableWords) throws { try isSame([RecordJSONTests.full], in: words) }

  @Test("any others, whatever letters are in them", arguments: languages)
  func any(words: TableWords) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed of the made records: \(seed)")
    var made = MadeRecords(seed: seed)
    try isSame((1...200).map { made.record(line: $0) }, in: words)
  }

  @Test("columns may be moved, left out and added, and dates written as spreadsheets write them")
  func edited() throws {
    let table = """
      年度,名称,メモ,書式,文書,行,実施日・人数\r
      2023,催し,見た,表,d,4,2023/8/5～2023/8/6 | 12 | 人\r

      """
    let reading = ReportReader.read(try ReportText(file: "r.csv", bytes: Array(table.utf8)))
    var wanted = Record(document: "d", layout: .table, line: 4, name: "催し")
    (wanted.id, wanted.file, wanted.fiscalYear) = ("d/催し-2an8", "r.csv", 2023)
    wanted.rest = ["メモ：見た"]
    wanted.occurrences = [
      .init(
        start: PartialDate(year: 2023, month: 8, day: 5),
        end: PartialDate(year: 2023, month: 8, day: 6))
    ]
    (wanted.occurrences[0].participants, wanted.occurrences[0].unit) = (12, "人")
    #expect(reading.records == [wanted])
    #expect(reading.warnings.isEmpty)
  }

  @Test("what cannot be understood is told with its place, and the rest is kept")
  func damaged() throws {
    let table = "name,layout,document,line,number\r\na,table,d,1,xii\r\n"
    let reading = ReportReader.read(try ReportText(file: "r.csv", bytes: Array(table.utf8)))
    #expect(reading.warnings.map(\.description) == ["r.csv:2: number「xii」を読み取れませんでした"])
    #expect(reading.records.map(\.name) == ["a"])
  }

  @Test("no two headings are alike", arguments: languages)
  func headings(words: TableWords) {
    let names = RecordTable.columns.map(\.name)
    #expect(Set(RecordTable.headings(in: words)).count == names.count)
    #expect(RecordTable.headings(in: words).map { TableWords.name(ofHeading: $0) } == names)
  }
}

/// Records of random fields, with the letters that tables trip over.
private struct MadeRecords {
  private var random: SplitMix
  private static let pieces = [
    "", "町内会", " ", "|", " | ", "\\", "\\n", "\n", "\r\n", "\t", "\"", ",", ";", "=1+1", "'", "'=",
    "-",
    "<td>", "\u{2028}", "\u{1}", "～", "ほか", "関係", "がんばれ", "\u{3099}", "12", "\\u{41}", "  ",
  ]

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func record(line: Int) -> Record {
    var record = RecordJSONTests.full
    (record.line, record.id, record.name) = (line, "d/\(line)", text())
    record.document = text()
    record.section = some { $0.text() }
    record.purpose = some { $0.text() }
    record.departments = list { $0.text() }
    record.rest = list { $0.text() }
    record.cancelled = some { $0.flag() }
    record.implementation = some { made in
      .init(
        kind: .biennial, since: made.some { $0.number() }, isApproximate: made.some { $0.flag() })
    }
    record.organizations = list { made in
      var body = Record.OrganizationMention(name: made.text(), count: made.some { $0.number() })
      body.others = made.some { $0.flag() }
      body.formerName = made.some { $0.text() }
      return body
    }
    record.occurrences = list { made in
      var held = Record.Occurrence(start: made.some { $0.date() }, end: made.some { $0.date() })
      (held.participants, held.unit) = (made.some { $0.number() }, made.some { $0.text() })
      (held.label, held.approximate) = (made.some { $0.text() }, made.some { $0.flag() })
      return held
    }
    record.results = list { made in
      .init(
        label: made.text(), value: made.some { Double($0.number()) / 8 },
        unit: made.some { $0.text() },
        fiscalYear: made.some { $0.number() })
    }
    return record
  }

  private mutating func number(_ limit: Int = 3000) -> Int {
    Int.random(in: 0..<limit, using: &random)
  }
  private mutating func flag() -> Bool { Bool.random(using: &random) }
  private mutating func text() -> String {
    (0..<number(5)).map { _ in Self.pieces[number(Self.pieces.count)] }.joined()
  }
  private mutating func date() -> PartialDate {
    PartialDate(year: 1900 + number(200), month: 1 + number(12), day: 1 + number(28))
  }
  private mutating func some<Value>(_ make: (inout Self) -> Value) -> Value? {
    flag() ? make(&self) : nil
  }
  private mutating func list<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<number(4)).map { _ in make(&self) }
  }
}
