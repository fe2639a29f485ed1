import HaskapTestSupport
import Testing

@testable import Haskap

/// Documents that share a keyword with others, across segments, against a loop over all pairs.
@Suite struct SharedKeywordsTests {
  private struct Row {
    var key: Int
    var bodies: Set<String>
  }

  private let folder = TemporaryFolder()

  /// Keywords of many lengths, some in one segment alone, some in all.
  private func rows(_ random: inout SplitMix) -> [Row] {
    let names = (0..<60).map { String(repeating: "会", count: $0 % 4) + "\($0)" }
    return (0..<400).map { key in
      let segment = key / 100
      let bodies = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        let number = Int.random(in: 0..<60, using: &random)
        return number < 20 ? names[number] + "-\(segment)" : names[number]
      }
      return Row(key: key, bodies: Set(bodies))
    }
  }

  private func index(_ rows: [Row]) throws -> IndexReader {
    let schema = try Schema([.keyword("key"), .keyword("body", stored: false)], key: "key")
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for row in rows {
      var document: Document = ["key": "\(row.key)"]
      for body in row.bodies.sorted() { document.append(body, to: "body") }
      try writer.add(document)
      if row.key % 100 == 99 { try writer.commit() }
    }
    return try IndexReader(path: folder.path)
  }

  private func keys(_ documents: DocumentSets, _ reader: IndexReader) throws -> Set<Int> {
    Set(
      try documents.places.compactMap { segment, document in
        try reader.storedDocument(segment: segment, document: document).text("key").flatMap(
          Int.init)
      })
  }

  @Test func theJoinIsThatOfAllPairs() throws {
    var random = SplitMix(seed: 30)
    let rows = rows(&random)
    let reader = try index(rows)
    #expect(reader.segmentCount == 4)
    func some(_ share: Double) throws -> (Set<Int>, DocumentSets) {
      let keys = rows.map(\.key).filter { _ in Double.random(in: 0..<1, using: &random) < share }
      let found = try reader.makeSearcher().prepare(
        .any(keys.map { .term(field: "key", Array("\($0)".utf8)) })
      ).run(SearchRequest(limit: 0, gathersDocuments: true))
      return (Set(keys), found.documents ?? DocumentSets(words: []))
    }
    for share in [0.003, 0.02, 0.2, 1] {
      for otherShare in [0, 0.003, 0.02, 0.5, 1] {
        let ((own, documents), (other, others)) = (try some(share), try some(otherShare))
        let bodies = rows.filter { other.contains($0.key) }.reduce(into: Set<String>()) {
          $0.formUnion($1.bodies)
        }
        let expected = rows.filter { own.contains($0.key) && !$0.bodies.isDisjoint(with: bodies) }
        let joined = try reader.documents(documents, sharing: "body", with: others)
        #expect(try keys(joined, reader) == Set(expected.map(\.key)), "\(share) \(otherShare)")
      }
    }
    #expect(throws: SchemaError.self) {
      try reader.documents(DocumentSets(words: []), sharing: "text", with: DocumentSets(words: []))
    }
  }
}
