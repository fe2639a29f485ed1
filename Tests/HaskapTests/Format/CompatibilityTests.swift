import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap

/// Indexes that earlier code has written are still read: one a version of the format, stored under
/// `Index/Compatibility`. With `HASKAP_RECORD` set the one of the present version is written anew,
/// and the test fails so that nobody takes that for a success.
@Suite struct CompatibilityTests {
  private static let present = 4

  private func folder(_ version: Int) -> String {
    #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
      + "/Index/Compatibility/v\(version)"
  }

  @Test(arguments: 1...present) func everyVersionIsRead(version: Int) throws {
    let folder = folder(version)
    if version == Self.present, getenv("HASKAP_RECORD") != nil { try record(folder) }
    let reader = try IndexReader(path: folder)
    #expect(IndexCheck.run(path: folder).problems.isEmpty)
    #expect(reader.schema == (try DurableIndex.schema))
    #expect(DurableIndex.commits(reader) == 7)
    #expect(reader.segmentCount > 1)
    #expect(reader.segments.contains { $0.deletions != nil })
    #expect(try DurableIndex.answers(reader).documents == DurableIndex.model(after: 7))
    let phrase = Query.phrase(field: "body", ["w1", "w2"].map { Array($0.utf8) })
    let found = DurableIndex.model(after: 7).values.count { document in
      let words = document.text("body")?.split(separator: " ") ?? []
      return zip(words, words.dropFirst()).contains { $0 == "w1" && $1 == "w2" }
    }
    #expect(try reader.makeSearcher().count(phrase) == found)
  }

  private func record(_ folder: String) throws {
    let writer = try IndexWriter(replacing: folder, schema: DurableIndex.schema)
    for commit in 1...7 { try DurableIndex.apply(commit, to: writer) }
    unlink("\(folder)/\(WriterLock.name)")
    Issue.record("the index was written anew; look at the change and run again")
  }
}
