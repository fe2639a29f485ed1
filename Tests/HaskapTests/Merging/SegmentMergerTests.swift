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

  /// Merged columns are, byte for byte, those of a segment of the remaining documents.
  @Test(arguments: [3, 4] as [UInt64]) func columnsEqualFreshOnes(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let places = ["環境", "総務", "A", "が", "か\u{3099}", "環境整備"]
    let documents = (0..<700).map { number -> Document in
      var document: Document = ["id": "\(number * 7919 % 1000)", "size": 4]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        document.append(places.randomElement(using: &random) ?? "", to: "place")
      }
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        document.append(Int64.random(in: -9...2030, using: &random), to: "year")
      }
      return document
    }
    let isLive = documents.map { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let merged = try columns { writer in
      for (number, document) in documents.enumerated() {
        try writer.add(document)
        if number % 300 == 299 { try writer.commit() }
      }
      try writer.commit()
      for (document, isLive) in zip(documents, isLive) where !isLive {
        try writer.delete(key: document.text("id") ?? "")
      }
    }
    let fresh = try columns { writer in
      for (document, isLive) in zip(documents, isLive) where isLive { try writer.add(document) }
    }
    #expect(merged == fresh)
  }

  /// The bytes of the columns of an index with one segment.
  private func columns(_ body: (IndexWriter) throws -> Void) throws -> [UInt8] {
    let folder = TemporaryFolder()
    let fields: [Field] = [.keyword("id"), .keyword("place"), .integer("year"), .integer("size")]
    let writer = try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce), schema: Schema(fields, key: "id"),
      options: .init(), replacing: false)
    try body(writer)
    try writer.optimize()
    try writer.commit()
    let reader = try IndexReader(path: folder.path)
    #expect(reader.segmentCount == 1)
    let file = reader.segments[0].columns.file
    return Array(try file.verified(file.body))
  }
}
