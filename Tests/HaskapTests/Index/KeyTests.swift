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

  /// Keys that lie before, between and behind those of a segment, and dense or far apart.
  @Test(arguments: [1, 2, 3] as [UInt64]) func keysAreFoundTogether(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let numbers = Set((0..<900).map { _ in Int.random(in: 3_000..<7_000, using: &random) }).sorted()
    let writer = try writer()
    for number in numbers { try writer.add(["id": .init(stringLiteral: "苫\(number)")]) }
    try writer.commit()
    let segment = try #require(IndexReader(path: folder.path).segments.first)
    for (count, range) in [(0, 0..<1), (40, 0..<9_999), (900, 3_000..<7_000), (9, 100..<200)] {
      let asked = Set((0..<count).map { _ in Int.random(in: range, using: &random) })
      let keys = asked.map { ExactString("苫\($0)") } + [ExactString("あ"), ExactString("鵡")]
      let found = try segment.documents(keywords: keys.sorted(), field: "id")
      #expect(found.map { numbers[Int($0)] } == numbers.filter(asked.contains))
    }
  }
}
