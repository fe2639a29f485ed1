import Foundation
import Haskap
import HaskapText
import Testing

@testable import HaskapBench

@Suite struct QueryBenchmarkTests {
  private static let words = ["町内会", "清掃", "まつり", "committee", "ボランティア", "講演会", "市民"]

  private func withIndex(
    stored: Bool = true, _ body: (_ path: String, _ folder: String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let schema = try Schema(
      [
        .keyword("id"), .text("body", grams: true, stored: stored), .keyword("form"),
        .integer("year"),
      ], key: "id")
    let writer = try IndexWriter(path: "\(folder)/index", schema: schema)
    var random = SeededGenerator(seed: 3)
    for number in 0..<200 {
      let text = (0..<random.number(4...30)).map { _ in random.zipf(Self.words) }.joined(
        separator: random.chance(0.5) ? "と" : " ")
      try writer.add([
        "id": .init(stringLiteral: String(number)), "body": .init(stringLiteral: text),
        "form": .init(stringLiteral: random.pick(["共催", "後援"])),
        "year": .init(integerLiteral: Int64(2000 + number % 20)),
      ])
      if number == 120 { try writer.commit() }
    }
    try writer.commit()
    try body("\(folder)/index", folder)
  }

  @Test func everyKindIsCheckedAndMeasured() throws {
    try withIndex { path, folder in
      var options = QueryBenchmark.Options()
      options.queriesByKind = 5
      options.rounds = 2
      options.threads = [1, 2]
      options.writerSeconds = 0.05
      let result = try QueryBenchmark(path: path, options: options).run(folder: folder)
      #expect(result.kinds.map(\.kind) == QueryKind.allCases)
      #expect(result.kinds.allSatisfy { $0.warm.count == 2 * $0.queries && $0.cold.count > 0 })
      #expect(result.checkedDocuments == 200)
      #expect(result.readers.allSatisfy { $0.latencies.count > 0 })
      #expect((result.writer?.commits ?? 0) > 0)
      let text = QueryReport(result).text
      #expect(QueryKind.allCases.allSatisfy { text.contains($0.rawValue) })
      let json = try JSONEncoder().encode(result)
      #expect(try JSONDecoder().decode(QueryResult.self, from: json).kinds.count == 11)
    }
  }

  /// As those of reports: words and characters come out of the index, and what is asked for occurs.
  @Test func queriesAreDrawnWhereNoTextIsStored() throws {
    try withIndex(stored: false) { path, folder in
      var options = QueryBenchmark.Options()
      options.queriesByKind = 5
      options.rounds = 1
      options.writerSeconds = 0.05
      let result = try QueryBenchmark(path: path, options: options).run(folder: folder)
      #expect(result.kinds.map(\.kind) == QueryKind.allCases)
      for kind in result.kinds where kind.kind != .question {
        #expect(kind.matches.values.allSatisfy { $0 > 0 }, "\(kind.kind)")
      }
      #expect(result.writer == nil)
      #expect(result.checkedDocuments == 200 && result.areTextsStored == false)
      #expect(QueryReport(result).text.contains("put together from the index's own words"))
      let parts = try PartBenchmark(path: path)
      #expect(throws: QueryFileError.self) { try parts.work(.building, folder) }
      for part in BenchPart.allCases where part != .building {
        try parts.work(part, folder)()
      }
    }
  }

  /// The texts restored from an index are those that it was built of, but for capitals and the like.
  @Test func restoredTextsAreThoseOfTheDocuments() throws {
    try withIndex { path, _ in
      let snapshot = try QuerySnapshot(path: path)
      let maker = try QueryMaker(snapshot.reader, field: "body")
      let sample = try DocumentSample(snapshot)
      var random = SeededGenerator(seed: 1)
      let restored = try RestoredTexts(
        snapshot.reader, field: "body", among: sample.places, &random)
      #expect(restored.places.count == 200)
      for (segment, document, stored) in try sample.spread(20) {
        let text = try maker.analyze(try #require(stored.text("body")))
        let found = try #require(restored.text(segment: segment, document: Int(document)))
        #expect(found.words == text.tokens.map(text.text))
        #expect(found.text == String(decoding: text.utf8, as: UTF8.self))
      }
    }
  }

  @Test func theSameSeedDrawsTheSameQueries() throws {
    try withIndex { path, _ in
      let snapshot = try QuerySnapshot(path: path)
      let maker = try QueryMaker(snapshot.reader, field: nil)
      func texts(_ seed: UInt64) throws -> [String] {
        var sampler = try QuerySampler(snapshot, maker, seed: seed)
        return try QueryKind.allCases.flatMap { try sampler.queries($0, count: 4) }.map(\.text)
      }
      #expect(try texts(1) == texts(1))
      #expect(try texts(1) != texts(2))
    }
  }

  /// An index that is said to hold other texts than it does gives wrong answers.
  @Test func aWrongAnswerEndsTheBenchmark() throws {
    try withIndex { path, _ in
      let snapshot = try QuerySnapshot(path: path)
      let maker = try QueryMaker(snapshot.reader, field: "body")
      let other = try PlainDocument(segment: 0, document: 0, values: ["別の文"], maker)
      let check = try AnswerCheck(snapshot, documents: [other])
      for kind in [QueryKind.term, .prefix, .wildcard, .fuzzy, .substring, .all, .any, .phrase] {
        let text = kind == .wildcard ? "別*" : "別"
        let query = try maker.query(kind, text: text)
        if kind == .fuzzy { continue }
        #expect(throws: WrongAnswer.self, "\(kind)") { try check.check(query) }
      }
      #expect(throws: WrongAnswer.self) { try check.check(maker.query(.fuzzy, text: "別の")) }
    }
  }

  @Test func aPartIsCheckedBeforeItIsMeasured() throws {
    try withIndex { path, folder in
      let parts = try PartBenchmark(path: path)
      for part in BenchPart.allCases { try parts.work(part, folder)() }
      var analyzed = try parts.maker.analyze("町内会の清掃")
      try parts.check(analyzed)
      analyzed.utf8 += Array("と港".utf8)
      #expect(throws: WrongAnswer.self) { try parts.check(analyzed) }
      let words = ["清掃", "町内会"].map { Array($0.utf8) }
      func snippet(_ marked: String, isCut: Bool = false) -> Snippet {
        let parts = [Snippet.Part("市民と"), Snippet.Part(marked, isMarked: true)]
        return Snippet(parts: parts, isCutAtEnd: isCut)
      }
      for (marked, isCut) in [("清掃", false), ("町内会清掃", false), ("町内", true)] {
        try parts.check(snippet(marked, isCut: isCut), marks: words)
      }
      for marked in ["町内", "清掃を", "港"] {
        #expect(throws: WrongAnswer.self) { try parts.check(snippet(marked), marks: words) }
      }
      let unmarked = Snippet(parts: [.init("清掃")])
      #expect(throws: WrongAnswer.self) { try parts.check(unmarked, marks: words) }
    }
  }

  @Test func aLineWithoutAKindIsNamed() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("term\t清掃\n清掃\n".utf8).write(to: URL(filePath: path))
    let error = #expect(throws: QueryFileError.self) { try QueryFile(path: path) }
    #expect(error?.description.contains(":2:") == true)
  }
}
