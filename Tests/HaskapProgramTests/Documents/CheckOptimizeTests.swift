import Foundation
import Haskap
import Testing

@Suite struct CheckOptimizeTests {
  /// Lists of what reports hold are in the order of the reports, whatever is brought together.
  @Test func reportsStayInTheirOrder() throws {
    let folder = try ReportFolder.indexed()
    func lists() throws -> [String] {
      try ["organization 苫小牧市社会福祉協議会 --csv", "department 生涯学習課 --csv"].map {
        try folder.program.shell("$HASKAP \($0)").output
      }
    }
    let before = try lists()
    let run = try folder.program.run("optimize", "--reorder")
    #expect(run.status == 0 && run.errors.contains("stay in their order"))
    #expect(try lists() == before && before.allSatisfy { $0.count > 1000 })
  }

  /// A writer that was stopped between the records and what is made of them leaves this.
  @Test func whatIsMadeOfTheRecordsMayBeMissing() throws {
    let folder = try ReportFolder.indexed()
    try FileManager.default.removeItem(atPath: "\(folder.path)/Index/current/entities/manifest")
    let run = try folder.program.shell("$HASKAP check --lang en")
    #expect(run.status == 0)
    #expect(run.output.contains("sound") && run.output.contains("is not kept beside them"))
    let notes = try folder.program.shell("$HASKAP check --json --lang en").object()["notes"]
    #expect((notes as? [String])?.count == 1)
    try folder.program.run("index")
    #expect(try folder.program.shell("$HASKAP check --json").object()["notes"] as? [String] == [])
  }

  @Test(arguments: ["--json", "--json --reorder"])
  func joinsSegmentsAndKeepsThePayload(options: String) throws {
    let program = GenericProgram()
    let path = "\(program.path)/ix"
    try Self.writeSegments(to: path)
    #expect(try IndexReader(path: path).segmentCount > 1)

    let summary = try program.shell("$HASKAP optimize --index ix \(options)").object()
    let after = try #require(summary["after"] as? [String: Any])
    #expect(after["segments"] as? Int == 1)
    #expect(after["documents"] as? Int == 2)
    let reader = try IndexReader(path: path)
    #expect(reader.payload == [1, 2, 2])
    #expect(reader.segmentCount == 1)
    #expect(try program.run("check", "--index", "ix").status == 0)
    #expect(try program.run("search", "文書", "--index", "ix").output.contains("全2件中"))
  }

  /// The writer and its lock are gone when this returns.
  private static func writeSegments(to path: String) throws {
    let schema = try Schema([.keyword("id"), .text("body", grams: true)], key: "id")
    let writer = try IndexWriter(path: path, schema: schema)
    for number in 0..<3 {
      try writer.replace(["id": "\(number % 2)", "body": "文書 \(number)"])
      try writer.commit(payload: [1, 2, UInt8(number)])
    }
  }
}
