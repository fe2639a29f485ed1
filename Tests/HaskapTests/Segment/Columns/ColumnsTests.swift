import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct ColumnsTests {
  let folder = TemporaryFolder()
  let fields: [Field] = [.keyword("id"), .stored("raw"), .integer("year"), .keyword("department")]

  /// Random documents: departments none to three, years none to two, in any order.
  private func randomDocuments(_ count: Int, seed: UInt64) -> [([Int64], [String])] {
    var random = SplitMix(seed: seed)
    let departments = ["環境", "総務", "A", "", "が", "か\u{3099}", "環境整備"]
    return (0..<count).map { _ in
      let years = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Int64.random(in: -3...2030, using: &random)
      }
      let names = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        departments[Int.random(in: 0..<departments.count, using: &random)]
      }
      return (years, names)
    }
  }

  private func write(_ documents: [([Int64], [String])]) throws -> Columns {
    let writer = ColumnsWriter(fields: fields)
    for (index, (years, departments)) in documents.enumerated() {
      writer.beginDocument()
      writer.append("id\(index)", field: 0)
      for year in years { writer.append(year, field: 2) }
      for department in departments { writer.append(department, field: 3) }
    }
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 1)
    try writer.finish(files)
    return try Columns(files, fields: fields, documentCount: documents.count)
  }

  @Test(arguments: [0, 1, 128, 1000])
  func valuesComeBack(count: Int) throws {
    let documents = randomDocuments(count, seed: 5)
    let columns = try write(documents)
    let years = try #require(columns[2]).view()
    let departments = try #require(columns[3])
    let dictionary = try #require(departments.keywords)
    let view = try departments.view()
    for (index, (expectedYears, expectedNames)) in documents.enumerated() {
      #expect(try years.range(of: index).map { try years.value(at: $0) } == expectedYears)
      let names = try view.range(of: index).map {
        try dictionary.text(at: Int(view.value(at: $0)))
      }
      #expect(names.map(ExactString.init) == expectedNames.map(ExactString.init))
    }
    #expect(columns[1] == nil)
  }

  /// Also where a file lies.
  @Test func numbersAreThoseOfTheKind() throws {
    let kinds: [Field] = [.integer("a"), .decimal("a"), .boolean("a"), .time("a"), .keyword("a")]
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 1)
    let writer = ColumnsWriter(fields: [kinds[0]])
    writer.beginDocument()
    writer.append(Int64.max, field: 0)
    try writer.finish(files)
    for kind in kinds.dropFirst() {
      #expect(throws: FormatError.self) {
        try Columns(files, fields: [kind], documentCount: 1)[0]?.view().first(of: 0)
      }
    }
    let column = try Columns(files, fields: [kinds[0]], documentCount: 1)[0]
    #expect(try column?.view().first(of: 0) == .max)
  }

  @Test func dictionaryIsInOrderOfBytes() throws {
    let dictionary = try #require(try write(randomDocuments(500, seed: 6))[3]?.keywords)
    let texts = try (0..<dictionary.count).map { ExactString(try dictionary.text(at: $0)) }
    #expect(texts == texts.sorted())
    #expect(texts.count == 7, "が and か\u{3099} stay apart")
    for (place, text) in texts.enumerated() {
      #expect(try dictionary.place(of: text.text) == place)
    }
    #expect(try dictionary.place(of: "環") == nil)
    #expect(try dictionary.lowerBound("環") == texts.firstIndex { $0 > ExactString("環") })
    #expect(try dictionary.lowerBound("龠") == texts.count)
  }
}
