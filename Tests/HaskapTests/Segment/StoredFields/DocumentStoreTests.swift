import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct DocumentStoreTests {
  let folder = TemporaryFolder()
  let fields: [Field] = [.keyword("id"), .text("body"), .stored("raw"), .integer("year")]

  private func write(
    _ documents: [Document], plainLength: Int = .max, segment: UInt64 = 1
  ) throws -> DocumentStore {
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: segment)
    let writer = try DocumentStoreWriter(files, plainLength: plainLength)
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
    for value in [.boolean(true), .boolean(false)] as [FieldValue] {
      raw.append(value, to: "raw")
    }
    var documents: [Document] = [
      [:], raw, ["year": [9_223_372_036_854_775_807, -9_223_372_036_854_775_808], "id": ""], [:],
    ]
    documents += (0..<300).map { ["body": "文書\($0)"] }
    let store = try write(documents)
    for (number, document) in documents.enumerated() {
      #expect(try store.document(number, fields: fields) == document)
      let body = try store.texts(of: number, fields: [1])
      #expect(body.map { String(decoding: $0.utf8, as: UTF8.self) } == document["body"].map(\.text))
    }
    #expect(throws: FormatError.self) { try store.document(304, fields: fields) }
    #expect(throws: FormatError.self) { try store.document(-1, fields: fields) }
  }

  /// Documents that begin alike in all ways, longer and shorter than what they may share, over
  /// several blocks, plain and packed; also after a copy, as merging makes one.
  @Test(arguments: [Int.max, 0, 3000]) func sharedBeginningsComeBack(plainLength: Int) throws {
    var random = SplitMix(seed: 11)
    let documents = (0..<400).map { number -> Document in
      let prefix = String(repeating: "枝", count: Int.random(in: 0...150, using: &random))
      return [
        "body": .init(stringLiteral: prefix + "\(number % 7)"), "year": .init(integerLiteral: 1),
      ]
    }
    let store = try write(documents, plainLength: plainLength)
    for (number, document) in documents.enumerated() {
      #expect(try store.document(number, fields: fields) == document)
    }
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 2)
    let writer = try DocumentStoreWriter(files, plainLength: plainLength)
    let order = Array(200..<400) + [7, 8, 9] + documents.indices.reversed()
    for number in order { try writer.append(encoded: store.encoded(number)) }
    try writer.finish(files)
    let copy = try DocumentStore(files, documentCount: order.count)
    for (number, original) in order.enumerated() {
      #expect(try copy.document(number, fields: fields) == documents[original])
    }
  }

  /// Texts of all lengths, some of which pack well and some not, in segments of all lengths whose
  /// blocks are copied, joined and, where documents go, made anew.
  @Test(arguments: [0, 20_000, Int.max]) func mergedDocumentsComeBack(plainLength: Int) throws {
    var random = SplitMix(seed: 31)
    let parts = [1, 3, 700, 40, 2, 300].map { count in
      (0..<count).map { _ -> Document in
        let length = 1 << Int.random(in: 0...Int.random(in: 3...13, using: &random), using: &random)
        let letters = Bool.random(using: &random) ? 0x4E00...0x9FFF : 0x3042...0x3046
        let text = String(
          String.UnicodeScalarView(
            (0..<length).compactMap { _ in Unicode.Scalar(Int.random(in: letters, using: &random)) }
          ))
        return ["id": "key", "body": .init(stringLiteral: text)]
      }
    }
    let stores = try parts.enumerated().map {
      try write($1, plainLength: plainLength, segment: UInt64($0 + 1))
    }
    let isLive = parts.enumerated().map { part, documents in
      documents.map { _ in part != 2 || Int.random(in: 0..<50, using: &random) > 0 }
    }
    let files = SegmentFiles(IndexDirectory(path: folder.path), segment: 9)
    let writer = try DocumentStoreWriter(files, plainLength: plainLength)
    let staying: [(documentCount: Int, isLive: ((Int) -> Bool)?)] = isLive.map { live in
      (live.count, { live[$0] })
    }
    let order = MergePermutation(staying)
    try DocumentMerger(stores: stores, order: order).write(to: writer)
    try writer.finish(files)
    let merged = try DocumentStore(files, documentCount: order.count)
    try merged.blocks.check()
    let expected = zip(parts, isLive).flatMap { zip($0, $1).filter(\.1).map(\.0) }
    #expect(expected.count == order.count)
    for (number, document) in expected.enumerated() {
      #expect(try merged.document(number, fields: fields) == document, "\(number)")
    }
    let packed = try (0..<merged.blocks.count).count { try merged.stored($0).first == 1 }
    #expect((packed > 0) == (plainLength < .max))
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
