import Foundation
import HaskapDocuments
import HaskapText
import Testing

@testable import HaskapBench

@Suite struct ReportCorpusTests {
  private func texts(reports: Int, years: Int, seed: UInt64) -> [String: String] {
    var texts: [String: String] = [:]
    ReportCorpus(reports: reports, years: years, seed: seed).each { name, text, _ in
      texts[name] = text
    }
    return texts
  }

  @Test func theSameSeedGivesTheSameReports() {
    let first = texts(reports: 12, years: 3, seed: 7)
    #expect(first.count == 12)
    #expect(first == texts(reports: 12, years: 3, seed: 7))
    #expect(first != texts(reports: 12, years: 3, seed: 8))
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let corpus = ReportCorpus(reports: 4, years: 2, seed: 7)
    let keys = try ["a", "b"].map { try corpus.write(to: "\(folder)/\($0)").key }
    let rows = try ["c", "d"].map { name in
      _ = try corpus.writeDocuments(to: "\(folder)/\(name)")
      return "\(folder)/\(name)"
    }
    for pair in [keys, rows] {
      let bytes = try pair.map { try Data(contentsOf: URL(filePath: $0)) }
      #expect(bytes[0] == bytes[1] && !bytes[0].isEmpty)
    }
    // What is there stays.
    #expect(throws: InputError.self) { try corpus.write(to: "\(folder)/a") }
    #expect(throws: InputError.self) { try corpus.write(to: folder) }
    #expect(throws: InputError.self) { try corpus.writeDocuments(to: "\(folder)/c") }
  }

  /// What could not be written to its end is not in the way of the next try; what was there stays.
  @Test func whatFailsLeavesNothing() throws {
    struct Stopped: Error {}
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(
      atPath: "\(folder)/empty", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let corpus = ReportCorpus(reports: 4, years: 2, seed: 7)
    let beginning: (MadeFiles) -> Void = { _ in }
    for name in ["new", "empty"] {
      #expect(throws: Stopped.self) {
        let made = MadeFiles(folder: "\(folder)/\(name)", file: "\(folder)/key")
        try made.kept(beginning) {
          _ = try corpus.write(to: "\(folder)/\(name)")
          throw Stopped()
        }
      }
      try FileManager.default.removeItem(atPath: "\(folder)/\(name).key.jsonl")
    }
    try Data("kept".utf8).write(to: URL(filePath: "\(folder)/file"))
    #expect(throws: (any Error).self) { try corpus.write(to: "\(folder)/file") }
    #expect(throws: (any Error).self) { try corpus.writeDocuments(to: "\(folder)/none/rows") }
    let files = FileManager.default
    #expect(try files.contentsOfDirectory(atPath: folder).sorted() == ["empty", "file"])
    #expect(try files.contentsOfDirectory(atPath: "\(folder)/empty").isEmpty)
    #expect(try corpus.write(to: "\(folder)/empty").reports == 4)
  }

  /// As many rows as are asked for, of projects with names of their own.
  @Test func reportsAreAsLongAsAskedFor() {
    func rows(_ rows: Int) -> (least: Int, mean: Int, names: Double) {
      var counts: [Int] = []
      var (names, series) = (Set<String>(), Set<String>())
      ReportCorpus(reports: 60, years: 2, rows: rows, seed: 7).each { _, _, records in
        counts.append(records.count)
        names.formUnion(records.map { "\($0.city) \($0.name)" })
        series.formUnion(records.map(\.series))
      }
      let mean = counts.reduce(0, +) / counts.count
      return (counts.min() ?? 0, mean, Double(names.count) / Double(series.count))
    }
    let (few, many) = (rows(2), rows(250))
    #expect(few.least > 0 && few.mean <= 3, "\(few)")
    #expect(225...275 ~= many.mean && many.names > 0.98, "\(many)")
  }

  /// A city's reports are the same however many other cities are written.
  @Test func moreReportsLeaveTheFirstAsTheyAre() {
    let few = texts(reports: 4, years: 2, seed: 1)
    let many = texts(reports: 20, years: 2, seed: 1)
    #expect(few.allSatisfy { many[$0.key] == $0.value })
  }

  @Test func everyNameOfTheKeyIsPrinted() {
    ReportCorpus(reports: 8, years: 2, seed: 3).each { _, text, records in
      #expect(!records.isEmpty)
      for record in records {
        #expect(text.contains(record.name))
        #expect(record.organizations.allSatisfy { text.contains($0.written) })
      }
    }
  }

  @Test func yearsArePrintedInTheirEra() {
    let years = [1976, 1988, 1989, 2018, 2019, 2025].map { MadeRecord.printed(fiscalYear: $0) }
    #expect(years == ["昭和51年度", "昭和63年度", "平成元年度", "平成30年度", "令和元年度", "令和7年度"])
  }

  @Test func noReportIsEmptyAndNoneIsBeforeItsProjects() {
    ReportCorpus(reports: 500, years: ReportCorpus.maxYears, seed: 2).each { name, text, records in
      #expect(!records.isEmpty && !text.isEmpty, "\(name)")
      #expect(!text.contains("第0回") && !text.contains("第-"), "\(name)")
    }
  }

  @Test func aCellNamesEachBodyOnce() {
    ReportCorpus(reports: 40, years: 2, seed: 3).each { _, _, records in
      #expect(
        records.allSatisfy { record in
          Set(record.organizations.map(\.organization)).count == record.organizations.count
        })
    }
  }

  /// Of four times as many reports a third of the words are new, and as many names of bodies again.
  @Test func wordsGrowWithTheReports() throws {
    let session = try Analyzer(named: "icu").makeSession()
    var analyzed = AnalyzedText()
    func distinct(reports: Int) throws -> (words: Int, bodies: Int) {
      var (words, bodies) = (Set<String>(), Set<String>())
      try ReportCorpus(reports: reports, years: 2, seed: 7).each { _, _, records in
        for document in records.map(MadeDocument.init) {
          try session.analyze("\(document.name) \(document.body)", into: &analyzed)
          words.formUnion(analyzed.tokens.map(analyzed.text))
          bodies.formUnion(document.organizations)
        }
      }
      return (words.count, bodies.count)
    }
    let (few, many) = (try distinct(reports: 50), try distinct(reports: 200))
    #expect(few.words > 3000 && Double(many.words) > 1.4 * Double(few.words), "\(few) \(many)")
    #expect(many.bodies > 3 * few.bodies, "\(few) \(many)")
  }

  @Test func citiesHaveNamesOfTheirOwn() {
    let seed = SeededGenerator(seed: 7)
    let names = (0..<MadeCity.count).map { MadeCity(number: $0, rows: 2, seed: seed).name }
    #expect(Set(names).count == names.count)
    #expect(names.count > 1741)
  }

  @Test func frequentWordsAreFrequent() {
    var random = SeededGenerator(seed: 5)
    let words = (0..<50).map(String.init)
    let drawn = (0..<20_000).map { _ in random.zipf(words) }
    let counts = Dictionary(grouping: drawn) { $0 }.mapValues(\.count)
    #expect(counts["0", default: 0] > 3 * counts["9", default: 0])
    #expect(counts["9", default: 0] > counts["49", default: 0])
  }
}
