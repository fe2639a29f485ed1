import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct KeyTests {
  private let folder = TemporaryFolder()

  private func writer() throws -> IndexWriter {
    try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce),
      schema: Schema([.keyword("id"), .text("body")], key: "id"), options: .init(),
      replacing: false)
  }

  /// In memory as well as on disk the last document of a key is the one that counts.
  @Test func addKeepsKeysUnique() throws {
    let writer = try writer()
    for text in ["a", "b"] { try writer.add(["id": "1", "body": .init(stringLiteral: text)]) }
    try writer.commit()
    #expect(try IndexReader(path: folder.path).documentCount == 1)
    try writer.add(["id": "1", "body": "c"])
    try writer.commit()
    let reader = try IndexReader(path: folder.path)
    let found = try reader.makeSearcher().search(.everything, limit: 9)
    #expect(try found.hits.map { try reader.storedDocument($0).text("body") } == ["c"])
  }

  @Test func anEmptyKeyIsRefusedAndTheWriterGoesOn() throws {
    let writer = try writer()
    #expect(throws: DocumentError.self) { try writer.add(["id": "", "body": "a"]) }
    #expect(throws: DocumentError.self) { try writer.replace(["id": "", "body": "a"]) }
    try writer.add(["id": "2", "body": "a"])
    try writer.commit()
    #expect(try IndexReader(path: folder.path).documentCount == 1)
  }

  @Test func aDocumentThatIsTooLargeIsNamed() throws {
    let writer = try writer()
    var document: Document = ["id": "heavy"]
    document.append(String(repeating: "a", count: DocumentPlan.maxTextLength), to: "body")
    let error = #expect(throws: DocumentError.self) { try writer.add(document) }
    #expect(error?.field == "body")
    #expect(error?.found.contains("'heavy'") == true)
    try writer.add(["id": "2", "body": "a"])
    try writer.commit()
    #expect(try IndexReader(path: folder.path).documentCount == 1)
  }
}
