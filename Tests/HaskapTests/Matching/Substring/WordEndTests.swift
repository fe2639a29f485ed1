import HaskapQuery
import HaskapTestSupport
import Testing

@testable import Haskap

/// Variants that count only where a word ends, such as オコナ for オコナー.
@Suite struct WordEndTests {
  /// What was read in one window is not read again in the next, where the grams are and no document
  /// has all of them.
  @Test func windowsWithoutAMatchAreEmpty() throws {
    let folder = TemporaryFolder()
    let window = 1 << WindowGrid.largestBits
    let texts = [window / 2: "オコナ", window + 3: "オコ", window + 7: "コナ"]
    let schema = try Schema([.text("body", grams: true)])
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for number in 0..<window + 10 {
      var document = Document()
      document.append(texts[number] ?? "春", to: "body")
      try writer.add(document)
    }
    try writer.commit()
    let reader = try IndexReader(path: folder.path)
    let query = try QueryInterpreter(schema, reader: reader).query(.word("オコナー"))
    let found = try reader.makeSearcher().search(query, limit: 5, counting: true)
    #expect(found.total == 1 && found.hits.map(\.document) == [UInt32(window / 2)])
  }
}
