import HaskapTestSupport
import Testing

@testable import Haskap

/// An index that was cut by other data is neither searched nor written, and the check says so.
@Suite struct AnalyzerMismatchTests {
  private let folder = TemporaryFolder()
  private let schema: Schema
  private let fingerprint: String

  init() throws {
    schema = try Schema([.keyword("id"), .text("body")], key: "id")
    let writer = try IndexWriter(path: folder.path, schema: schema)
    try writer.add(["id": "1", "body": "町内会"])
    try writer.commit()
    fingerprint = try #require(try AnalyzerSet(schema).fingerprints["icu"])
  }

  private func change(_ fingerprints: [String: String]) throws {
    let directory = IndexDirectory(path: folder.path)
    var manifest = try Manifest(directory)
    manifest.fingerprints = [:]
    for (name, fingerprint) in fingerprints { manifest.fingerprints[name] = fingerprint }
    try manifest.commit(to: directory)
  }

  @Test(arguments: [["icu": "icu 1.0"], [:], ["whitespace": "1"]])
  func readersWritersAndChecks(fingerprints: [String: String]) throws {
    try change(fingerprints)
    let expected = AnalyzerMismatch(
      path: folder.path, analyzer: "icu", built: fingerprints["icu"] ?? "nothing",
      present: fingerprint)
    #expect(throws: expected) { try IndexReader(path: folder.path) }
    #expect(throws: expected) { try IndexWriter(path: folder.path, schema: schema) }
    let problems = IndexCheck.run(path: folder.path).problems
    #expect(problems.compactMap { $0 as? AnalyzerMismatch } == [expected])
    #expect(expected.description.contains("build the index again"))
  }

  /// The reader that was open keeps its snapshot, and does not take up the one it cannot search.
  @Test func reopening() throws {
    let reader = try IndexReader(path: folder.path)
    try change(["icu": "another"])
    #expect(throws: AnalyzerMismatch.self) { try reader.reopenIfChanged() }
    try change(["icu": fingerprint])
    #expect(try reader.reopenIfChanged().documentCount == 1)
  }
}
