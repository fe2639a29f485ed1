import Foundation
import HaskapDocuments
import Testing

@testable import HaskapCivic

/// The originals, where they are at hand: beside the package, in `../shared`.
enum SharedReports {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared").standardizedFileURL

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func reading(_ prefix: String) throws -> Reading { ReportReader.read(try text(prefix)) }

  static func text(_ prefix: String) throws -> ReportText {
    let seeds = folder.appending(path: "seeds")
    let files = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
    let file = try #require(files.first { $0.hasPrefix(prefix) })
    let bytes = try Data(contentsOf: seeds.appending(path: file))
    return try ReportText(file: file, bytes: Array(bytes))
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

  @Test(
    "rows beside the golden ones: department, form, organisations, dates and total",
    arguments: [("001", SharedRowsKey.shared2023), ("002", SharedRowsKey.shared2020)])
  func rows(_ document: String, _ key: String) throws {
    let found = Set(try SharedReports.reading(document).records.map(SharedRowsKey.line))
    for line in key.split(separator: "\n").map(String.init) { #expect(found.contains(line)) }
  }

  @Test("every row of ④: name, host and department as printed, but for those listed by hand")
  func sponsorships() throws {
    let lines = try SharedReports.text("002").lines
    let records = try SharedReports.reading("002").records.filter { $0.section?.first == "④" }
    #expect(records.count == 181)
    for record in records {
      let cells = lines[record.line - 1].split(separator: "\t").map(String.init)
      let place = "\(record.section?.dropFirst(5) ?? "") \(record.number ?? 0)"
      let other = SharedRowsKey.sponsored2020[place]
      #expect(record.name == other?.name ?? cells[1])
      #expect(record.organizations.map(\.name) == other?.hosts ?? [cells[2]])
      #expect(record.departments == [cells[3]])
      for host in record.organizations {
        #expect(host.role == .host)
        #expect(host.kind == (SharedRowsKey.persons.contains(host.name) ? .person : .named))
      }
    }
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
