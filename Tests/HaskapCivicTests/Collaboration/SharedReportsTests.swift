import Foundation
import Testing

@testable import HaskapCivic

/// The originals, where they are at hand: beside the package, in `../shared`.
enum SharedReports {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared").standardizedFileURL

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func reading(_ prefix: String) throws -> Reading {
    let seeds = folder.appending(path: "seeds")
    let files = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
    let file = try #require(files.first { $0.hasPrefix(prefix) })
    let bytes = try Data(contentsOf: seeds.appending(path: file))
    return ReportReader.read(try ReportText(file: file, bytes: Array(bytes)))
  }

  /// The names of a report's records by section and number, as an editor wrote them down.
  static func names(_ document: String) throws -> [String: String] {
    let key = try String(
      contentsOf: folder.appending(path: "eval/records_key.jsonl"), encoding: .utf8)
    var names: [String: String] = [:]
    for line in key.split(separator: "\n") {
      guard let entry = JSONValue(String(line))?.object, entry["document"]?.string == document,
        let section = entry["section"]?.string, let number = entry["number"]?.int
      else { continue }
      names["\(section) \(number)"] = entry["name"]?.string
    }
    return names
  }
}

@Suite("The reports themselves", .enabled(if: SharedReports.isPresent, "../shared is not here"))
struct SharedReportsTests {
  @Test(
    "every record, none invented, every name to the character",
    arguments: [
      ("001", 23), ("002", 218),
    ]) func names(_ document: String, _ count: Int) throws
  {
    let reading = try SharedReports.reading(document)
    let key = try SharedReports.names(document)
    #expect(key.count == count)
    #expect(reading.records.count == count)
    for record in reading.records {
      let place = "\(record.section ?? "") \(record.number ?? 0)"
      #expect(record.name == key[place], "\(place)")
    }
  }

  @Test("the report of 2020 is whole: every printed count is met and every line read")
  func complete() throws {
    let reading = try SharedReports.reading("002")
    #expect(reading.warnings == [])
    #expect(reading.unreadLines == 0)
    #expect(reading.records.allSatisfy { $0.fiscalYear == 2020 && $0.departments.count == 1 })
    #expect(reading.records.allSatisfy { !$0.organizations.isEmpty })
  }

  @Test("only what the report itself has wrong is suspect")
  func suspects() throws {
    let notes = try SharedReports.reading("002").records.flatMap { record in
      record.notes.filter { $0.kind == .suspect }.map { "\(record.line): \($0.field)" }
    }
    #expect(notes == ["61: occurrences"])
    #expect(
      try SharedReports.reading("001").records.allSatisfy {
        $0.notes.allSatisfy { $0.kind != .suspect }
      })
  }
}
