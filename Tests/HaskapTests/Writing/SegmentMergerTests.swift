import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct SegmentMergerTests {
  /// The dictionary of a column forgets what only deleted documents had.
  @Test(arguments: [false, true]) func keywordsGoWithTheirDocuments(reorder: Bool) throws {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce),
      schema: Schema([.keyword("id"), .keyword("place")], key: "id"), options: .init(),
      replacing: false)
    for number in 0..<6 {
      try writer.add(["id": "\(number)", "place": ["tomakomai", "place\(number)"]])
      if number % 3 == 2 { try writer.commit() }
    }
    for number in [1, 2, 4] { try writer.delete(key: "\(number)") }
    try writer.optimize(reorder: reorder)
    try writer.commit()
    let segment = try #require(IndexReader(path: folder.path).segments.first)
    let keywords = try #require(segment.columns[1]?.keywords)
    let texts = try (0..<keywords.count).map { try keywords.text(at: $0) }
    #expect(texts == ["place0", "place3", "place5", "tomakomai"])
  }
}
