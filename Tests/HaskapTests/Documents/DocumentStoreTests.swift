import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct DocumentStoreTests {
  let folder = TemporaryFolder()
  let fields: [Field] = [.keyword("id"), .text("body"), .stored("raw"), .integer("year")]

  private func write(_ documents: [Document]) throws -> DocumentStore {
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 1)
    let writer = try DocumentStoreWriter(files)
    for document in documents {
      try writer.append(
        document.values.map { value in
          (fields.firstIndex { $0.name == value.field } ?? -1, value.value)
        })
    }
    try writer.finish(files)
    return try DocumentStore(files, documentCount: documents.count)
  }

  @Test func documentsComeBackInOrder() throws {
    var raw: Document = ["id": "x", "body": ["a", "町内会"], "year": -5]
    raw.append(.bytes([0, 255, 0]), to: "raw")
    var documents: [Document] = [
      [:], raw, ["year": [9_223_372_036_854_775_807, -9_223_372_036_854_775_808], "id": ""], [:],
    ]
    documents += (0..<300).map { ["body": "文書\($0)"] }
    let store = try write(documents)
    for (number, document) in documents.enumerated() {
      #expect(try store.document(number, fields: fields) == document)
    }
    #expect(throws: FormatError.self) { try store.document(304, fields: fields) }
    #expect(throws: FormatError.self) { try store.document(-1, fields: fields) }
  }

  @Test func fieldsBeyondTheSchemaAreAnError() throws {
    let store = try write([["year": 1]])
    #expect(throws: FormatError.self) { try store.document(0, fields: [.keyword("id")]) }
  }
}
