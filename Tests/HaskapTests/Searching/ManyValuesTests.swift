import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct ManyValuesTests {
  /// A document counts once for each of its values, few or many.
  @Test(arguments: [1, 15, 16, 17, 200]) func facetsCountDocuments(count: Int) throws {
    let values = (0..<count).map { "v\($0 % 7)" }
    let reader = try reader([values, ["v0"], []])
    let found = try reader.makeSearcher().prepare(.everything)
      .run(SearchRequest(limit: 0, facets: ["tag"])).facets
    let wanted = (0..<min(7, count)).map {
      FacetCount(value: .text("v\($0)"), count: $0 == 0 ? 2 : 1)
    }
    #expect(found == [wanted])
  }

  /// Keywords that differ in their bytes alone stay apart, in the order of the bytes.
  @Test func keywordsAreComparedByTheirBytes() throws {
    let values = ["か\u{3099}", "が", "b", "a"]
    let found = try reader([values]).keywords(of: "tag")
    #expect(found.map { Array($0.utf8) } == ["a", "b", "か\u{3099}", "が"].map { Array($0.utf8) })
  }

  private func reader(_ documents: [[String]]) throws -> IndexReader {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce), schema: Schema([.keyword("tag")]),
      options: .init(), replacing: false)
    for values in documents {
      var document = Document()
      for value in values { document.append(value, to: "tag") }
      try writer.add(document)
    }
    try writer.commit()
    return try IndexReader(path: folder.path)
  }
}
