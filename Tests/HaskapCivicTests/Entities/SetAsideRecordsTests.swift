import Haskap
import HaskapDocuments
import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Records that a build sets aside come back as they were, each with the bodies that it names.
struct SetAsideRecordsTests {
  /// Of several cities in turn, of more rows than are set aside together.
  private static func report(
    _ path: String, rows: Int, from line: Int = 1
  ) -> CivicIndexBuilder.File {
    let lines = (0..<rows).map { row in
      let city = ["中原市", "浜里町", "岬市"][row % 3]
      return """
        {"document":"kyodo","layout":"table","line":\(line + row),"name":"\(path)の催し\(row)",\
        "municipality":"\(city)","fiscalYear":2023,\
        "organizations":[{"name":"\(path)\(row)友の会","kind":"named","role":"related"}]}
        """
    }
    return .init(path: path + ".jsonl", bytes: Array(lines.joined(separator: "\n").utf8))
  }

  @Test func eachRecordKeepsItsNameAndItsBodies() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/index"
    var files = [Self.report("青", rows: 1000), Self.report("赤", rows: 20, from: 2001)]
    let builder = CivicIndexBuilder(path: path)
    _ = try builder.build(files, of: SourcePaths(files.map(\.path)))
    let first = try Self.told(of: path)
    #expect(first.count == 1020)
    // Once more, with what the index has of the first and another text of the second.
    files[1] = Self.report("赤", rows: 21, from: 2001)
    _ = try builder.build(files, of: SourcePaths(files.map(\.path)))
    let second = try Self.told(of: path)
    #expect(second.count == 1021)
    let changed = first.filter { second[$0.key] != $0.value }
    #expect(changed.isEmpty, "\(changed.prefix(3))")
    _ = try CivicIndexBuilder(path: path + "2").build(files, of: SourcePaths(files.map(\.path)))
    #expect(try Self.told(of: path + "2") == second)
  }

  /// By its id what a record is called; the bodies' mentions stand in the records that name them.
  private static func told(of path: String) throws -> [String: String] {
    let index = try CivicIndex(path: path)
    let records = try index.records()
    for body in try index.organizations().organizations {
      let named = body.mentions.map { records[$0.record].organizations[0].name }
      #expect(body.mentions.map(\.spelling) == named)
    }
    for record in records {
      let id = try #require(record.id)
      #expect(try index.entry(id: id)?.record == record)
      var request = CivicRequest()
      request.query = "\"\(record.organizations[0].name)\""
      request.types = [.project]
      if record.line % 97 == 0 { #expect(try index.search(request).hits.map(\.entry.id) == [id]) }
    }
    return Dictionary(records.map { ($0.id ?? "", $0.name) }) { one, other in one + other }
  }
}
