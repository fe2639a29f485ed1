import Haskap
import HaskapQuery
import HaskapTestSupport
import Testing

/// The example of the README, word for word but for the folder.
@Suite struct ReadmeTests {
  @Test func indexesAndSearches() throws {
    let folder = TemporaryFolder()
    let schema = try Schema(
      [.keyword("id"), .text("title", weight: 3, grams: true), .text("body", grams: true)],
      key: "id")
    let writer = try IndexWriter(path: folder.path, schema: schema)
    try writer.add(["id": "1", "title": "まちかどミーティング", "body": "市長が各地区で町内会と意見を交わす。"])
    try writer.commit()

    let reader = try IndexReader(path: folder.path)
    let query = try QueryInterpreter(reader.schema).query(QueryParser.parse("町内会 意見"))
    let found = try reader.makeSearcher().search(query, limit: 10)
    #expect(try found.hits.map { try reader.storedDocument($0).text("title") } == ["まちかどミーティング"])
  }
}
