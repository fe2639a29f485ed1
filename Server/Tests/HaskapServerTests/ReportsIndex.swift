import Foundation
import HaskapCivic
import HaskapDocuments
import HaskapServer
import Logging

/// An index of small reports in a folder of its own.
struct ReportsIndex {
  let folder: URL
  /// Of the projects of its own titles; each their title where there is none.
  private let host: String?
  var path: String { folder.appending(path: "index").path }

  /// - Parameter titles: of projects beside those that every index has.
  init(_ titles: [String] = [], host: String? = nil) throws {
    self.host = host
    folder = FileManager.default.temporaryDirectory.appending(path: "haskap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try build(titles)
  }

  /// Commits anew.
  func build(_ titles: [String]) throws {
    let lines =
      Self.records
      + titles.enumerated().map { number, title in
        Self.record(
          id: "more/\(number)", name: title, body: host ?? title, year: 2023, isLong: true)
      }
    let file = folder.appending(path: "records.jsonl")
    let text = lines.joined(separator: "\n") + "\n"
    try text.write(to: file, atomically: true, encoding: .utf8)
    let bytes = Array(text.utf8)
    _ = try CivicIndexBuilder(path: path).build(
      [.init(path: file.path, bytes: bytes)], of: SourcePaths([file.path]))
  }

  func server(timeLimit: Duration = .seconds(60)) throws -> PageServer {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    var configuration = ServerConfiguration(index: path, port: 0)
    configuration.timeLimit = timeLimit
    return try PageServer(configuration, logger: logger)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private static let records = [
    record(id: "a/1", name: "港まつり", body: "みなと振興会", year: 2020, people: 1200),
    record(id: "b/1", name: "港まつり", body: "みなと振興会", year: 2023, people: 1500),
    record(id: "b/2", name: "公園の清掃", body: "清流の会", year: 2023, people: 30, isAbout: true),
  ]

  private static func record(
    id: String, name: String, body: String, year: Int, people: Int = 10, isAbout: Bool = false,
    isLong: Bool = false
  ) -> String {
    var held: [String: Any] = ["start": "\(year)-08-01", "participants": people, "unit": "人"]
    if isAbout { held["approximate"] = true }
    var values: [String: Any] = [
      "id": id, "document": id.split(separator: "/").first.map(String.init) ?? id,
      "section": "① 共催", "fiscalYear": year, "name": name, "departments": ["観光課"],
      "organizations": [["name": body, "kind": "named", "role": "host"]],
      "occurrences": [held],
      "totalParticipants": people, "layout": "collaboration", "line": 1, "purpose": "\(name)を行う。",
    ]
    // Over a year that no report is about.
    if isLong { values["period"] = ["start": "\(year - 1)-10-01", "end": "\(year)-09-30"] }
    let data = try? JSONSerialization.data(withJSONObject: values, options: [.sortedKeys])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
