import Foundation
import HaskapCivic
import HaskapDocuments
import HaskapText
import Testing

@testable import HaskapBench

/// Reports that were made, and their key, in a folder of their own.
private final class MadeReports {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
  var reports: String { "\(folder)/made" }
  var key: String { "\(folder)/made.key.jsonl" }

  init(reports: Int, years: Int = 2, seed: UInt64 = 7) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try ReportCorpus(reports: reports, years: years, seed: seed).write(to: self.reports)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func score(key: String? = nil) throws -> CorpusScore {
    let files = try FileManager.default.contentsOfDirectory(atPath: reports).sorted().map { name in
      let path = "\(reports)/\(name)"
      return CivicIndexBuilder.File(path: path, bytes: [UInt8](try bytes(of: path)))
    }
    return try ScoreBenchmark(files: files, key: key ?? self.key, folder: folder).run()
  }

  private func bytes(of path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// The key with its first lines changed.
  func spoiledKey(_ count: Int, _ change: (String) -> String) throws -> String {
    var lines = String(decoding: try bytes(of: key), as: UTF8.self).split(separator: "\n")
      .map(String.init)
    for place in lines.indices.prefix(count) { lines[place] = change(lines[place]) }
    let path = "\(folder)/spoiled.jsonl"
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: path))
    return path
  }
}

@Suite struct CorpusScoreTests {
  @Test func everyLayoutIsReadAsTheKeySays() throws {
    let score = try MadeReports(reports: 8).score()
    #expect(score.reports == 8 && score.cities.count == 4)
    // Where a narrow column broke a sentence a space may stay.
    for figure in ScoreFigure.ofRows where figure != .purposes {
      #expect(score.all[figure]?.f1 == 1, "\(figure): \(score.differences)")
    }
    // Of a misprint beside kanji the reader does not know what was meant.
    #expect(try #require(score.all[.whoIsWho]).f1 > 0.99)
    #expect(try #require(score.all[.projects]).f1 > 0.9)
  }

  /// 昭和, 平成 and 令和, with 昭和64年, 平成31年 and 令和元年 between them.
  @Test func fiftyYearsAreReadAsTheyArePrinted() throws {
    let score = try MadeReports(reports: 100, years: 50).score()
    for figure in [ScoreFigure.rows, .names, .years, .dates] {
      #expect(score.all[figure]?.f1 == 1, "\(figure): \(score.differences)")
    }
  }

  @Test func aSpoiledKeyLowersTheScore() throws {
    let made = try MadeReports(reports: 4)
    let before = try made.score()
    let after = try made.score(
      key: made.spoiledKey(10) { line in
        line.replacing("\"date\":\"20", with: "\"date\":\"19")
          .replacing("\"organization\":\"", with: "\"organization\":\"other-")
          .replacing("\"series\":\"", with: "\"series\":\"other-")
      })
    for figure in ScoreFigure.allCases {
      let (one, other) = (try #require(before.all[figure]), try #require(after.all[figure]))
      if [.dates, .whoIsWho, .projects].contains(figure) {
        #expect(other.f1 < one.f1, "\(figure)")
      } else {
        #expect(other == one, "\(figure)")
      }
    }
    #expect(after.differences.contains { $0.figure == .dates && $0.key.hasPrefix("19") })
  }

  @Test func reportsAndKeyMustBelongTogether() throws {
    let (made, more) = (try MadeReports(reports: 4), try MadeReports(reports: 6))
    let others = try MadeReports(reports: 4, seed: 8)
    let cases = [
      (made, more.key, "which is not there"), (more, made.key, "tells nothing of the report"),
      (made, others.key, "is not the report that"),
      (made, "\(made.reports)/浜里市-2024.txt", ":1: is no row of a key"),
      (made, "\(made.folder)/none", "cannot be read"),
    ]
    for (reports, key, sentence) in cases {
      let error = #expect(throws: InputError.self) { try reports.score(key: key) }
      #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    }
  }

  /// Worked out by hand: of three mentions of a and two of b, the index joins one pair rightly and
  /// one wrongly, and does not have the last.
  @Test func pairsOfMentions() {
    let labels = [("a", "x"), ("a", "x"), ("a", "y"), ("b", "y"), ("b", nil)]
    let tally = Tally(
      pairsOf: labels.map { Identified(city: "", printed: "", key: $0.0, found: $0.1) })
    #expect(tally == Tally(key: 4, found: 2, right: 1))
    #expect(tally.precision == 0.5 && tally.recall == 0.25 && abs(tally.f1 - 1.0 / 3) < 1e-9)
    #expect(Tally(["a", "a", "b"], ["a", "c"]) == Tally(key: 3, found: 2, right: 1))
    #expect(Tally().f1 == 1 && Tally(key: 1, found: 0, right: 0).f1 == 0)
  }

  @Test(arguments: [
    (["a", "b", "c"], ["a", "b", "c"], "0-0 1-1 2-2"),
    (["a", "b"], ["a", "x", "b"], "0-0 -1 1-2"),
    (["a", "b", "c"], ["a", "c"], "0-0 1- 2-1"),
    (["a", "b", "c"], ["a", "x", "c"], "0-0 1-1 2-2"),
    ([], ["a"], "-0"), (["a", "b"], ["x"], "0-0 1-"),
  ])
  func rowsArePairedInTheirOrder(_ key: [String], _ found: [String], _ pairs: String) {
    let text = RowPairing.pairs(key, found).map { pair in
      "\(pair.key.map(String.init) ?? "")-\(pair.found.map(String.init) ?? "")"
    }
    #expect(text.joined(separator: " ") == pairs)
  }

  /// Of nothing there is no share; a table fits a terminal.
  @Test func ofNothingThereIsNoShare() {
    var score = CorpusScore()
    score.all = Dictionary(uniqueKeysWithValues: ScoreFigure.allCases.map { ($0, Tally()) })
    let faulty = Tally(["a"], ["b"])
    score.cities = [.init(name: "浜里市", figures: score.all.merging([.rows: faulty]) { $1 })]
    let lines = ScoreReport(score).text.split(separator: "\n")
    let rows = lines.first { $0.hasPrefix("rows ") }
    #expect(rows?.split(separator: " ").suffix(4) == ["0", "–", "–", "–"])
    #expect(lines.contains { $0.hasPrefix("浜里市 ") && $0.contains("–") && $0.contains(" 0.00") })
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
  }
}
