import Glibc
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

  /// Documents that begin alike in all ways, longer and shorter than what they may share, over
  /// several blocks; also after a copy, as merging makes one.
  @Test(arguments: [11, 12] as [UInt64]) func sharedBeginningsComeBack(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let documents = (0..<400).map { number -> Document in
      let prefix = String(repeating: "枝", count: Int.random(in: 0...150, using: &random))
      return [
        "body": .init(stringLiteral: prefix + "\(number % 7)"), "year": .init(integerLiteral: 1),
      ]
    }
    let store = try write(documents)
    for (number, document) in documents.enumerated() {
      #expect(try store.document(number, fields: fields) == document)
    }
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 2)
    let writer = try DocumentStoreWriter(files)
    let order = Array(200..<400) + [7, 8, 9] + documents.indices.reversed()
    var cursor = DocumentStoreCursor(store)
    for number in order { try writer.append(encoded: cursor.encoded(number)) }
    try writer.finish(files)
    let copy = try DocumentStore(files, documentCount: order.count)
    for (number, original) in order.enumerated() {
      #expect(try copy.document(number, fields: fields) == documents[original])
    }
  }

  /// Keys that differ at their ends take few bytes.
  @Test func keysAreStoredWithoutTheirBeginnings() throws {
    _ = try write((0..<3200).map { ["id": "000160/3368_ruby_25107/\($0)"] })
    var status = stat()
    #expect(stat("\(folder.path)/1.documents", &status) == 0)
    #expect(status.st_size < 3200 * 8)
  }

  @Test func fieldsBeyondTheSchemaAreAnError() throws {
    let store = try write([["year": 1]])
    #expect(throws: FormatError.self) { try store.document(0, fields: [.keyword("id")]) }
  }
}
