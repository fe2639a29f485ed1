import HaskapTestSupport
import Testing

@testable import Haskap

/// Numbers from outside that are far too large, too small or not numbers at all.
@Suite struct ExtremeNumbersTests {
  private func reader() throws -> (IndexReader, TemporaryFolder) {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce), schema: Schema([.text("body")]),
      options: .init(), replacing: false)
    for text in ["a", "a b", "a a a"] { try writer.add(["body": .init(stringLiteral: text)]) }
    try writer.commit()
    return (try IndexReader(path: folder.path), folder)
  }

  @Test(arguments: [0, -1, 1e-9, 1e40, 1e308, .infinity, .nan])
  func weightsOfASchemaAreBounded(weight: Double) {
    #expect(throws: SchemaError.self) { try Schema([.text("body", weight: weight)]) }
  }

  @Test(arguments: [1e40, 1e200, 1e308, .infinity, -1, .nan]) func boosts(factor: Double) throws {
    let (reader, _) = try reader()
    let searcher = reader.makeSearcher()
    let term = Query.term(field: "body", Array("a".utf8))
    let fields = Query.fields([WeightedField("body", weight: factor)], Array("a".utf8))
    for query in [
      .constantScore(.everything, factor), .boosted(.boosted(term, by: factor), by: factor),
      .any([.boosted(term, by: factor), .constantScore(.everything, factor)]), fields,
    ] as [Query] {
      let found = try searcher.search(query, limit: 5, counting: true)
      #expect(found.total == 3 || factor.isNaN || factor < 0)
      #expect(found.hits.allSatisfy { $0.score >= 0 })
    }
  }

  @Test(arguments: [-1.2, -1e300, 1e300, .infinity, .nan]) func rankings(value: Double) throws {
    let (reader, _) = try reader()
    let ranking = BM25(k1: value, b: value)
    #expect((0...100).contains(ranking.k1) && (0...1).contains(ranking.b))
    let found = try reader.makeSearcher(ranking: ranking)
      .search(.term(field: "body", Array("a".utf8)), limit: 5, counting: true)
    #expect(found.total == 3)
    #expect(found.hits.count == 3)
  }
}
