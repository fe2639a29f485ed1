import HaskapTestSupport
import Testing

@testable import Haskap

/// The writer against a plain dictionary, over random operations.
@Suite struct WriterModelTests {
  let folder = TemporaryFolder()
  let schema = try? Schema(
    [
      .keyword("id"), .text("body", analyzer: "whitespace", grams: true), .integer("year"),
      .keyword("department", stored: false),
    ], key: "id")

  private func document(_ key: Int, _ random: inout SplitMix) -> Document {
    let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      "w\(Int.random(in: 0..<20, using: &random))"
    }
    return [
      "id": "\(key)", "body": "\(words.joined(separator: " "))",
      "year": ["2020", "2023"].randomElement(using: &random) == "2020" ? [2020] : [2021, 2023],
      "department": "d\(key % 3)",
    ]
  }

  /// What a reader should see: the document of each key as it is stored.
  private func check(_ reader: IndexReader, _ model: [String: Document], _ note: Comment) throws {
    var seen: [String: Document] = [:]
    for (number, segment) in reader.segments.enumerated() {
      for document in 0..<segment.documentCount where segment.isLive(document) {
        let stored = try reader.storedDocument(segment: number, document: document)
        seen[try #require(stored.text("id"))] = stored
        let years = try #require(segment.columns[2]).view()
        let column = try years.range(of: document).map { try years.value(at: $0) }
        #expect(column == stored["year"].compactMap(\.integer), note)
        let department = try #require(segment.columns[3])
        let place = try #require(try department.view().first(of: document))
        let key = try #require(stored.text("id").flatMap(Int.init))
        #expect(try department.keywords?.text(at: Int(place)) == "d\(key % 3)", note)
      }
    }
    #expect(seen == model, note)
    #expect(reader.documentCount == model.count, note)
    for word in 0..<20 {
      let expected = model.values.filter { document in
        document.text("body")?.split(separator: " ").contains("w\(word)") == true
      }
      let term = Query.term(field: "body", Array("w\(word)".utf8))
      #expect(try reader.makeSearcher().count(term) == expected.count, note)
    }
  }

  private func stored(_ document: Document) -> Document {
    var result = Document()
    for (field, value) in document.values where field != "department" {
      result.append(value, to: field)
    }
    return result
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func randomOperations(seed: UInt64) throws {
    let schema = try #require(schema)
    var random = SplitMix(seed: seed)
    var options = IndexWriter.Options()
    options.memoryBudget = seed % 2 == 0 ? 1 << 20 : 1
    var committed: [String: Document] = [:]
    for session in 0..<6 {
      let writer = try IndexWriter(
        IndexDirectory(path: folder.path, system: .withoutForce), schema: schema,
        options: options, replacing: false)
      var model = committed
      for operation in 0..<60 {
        let key = Int.random(in: 0..<40, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<7:
          let document = document(key, &random)
          try writer.replace(document)
          model["\(key)"] = stored(document)
        case 7..<9:
          try writer.delete(key: "\(key)")
          model["\(key)"] = nil
        default:
          if Bool.random(using: &random) {
            try writer.optimize(reorder: Bool.random(using: &random))
          }
          try writer.commit(payload: [UInt8(session), UInt8(operation)])
          committed = model
          let reader = try IndexReader(path: folder.path)
          #expect(reader.payload == [UInt8(session), UInt8(operation)])
          try check(reader, committed, "seed \(seed), session \(session), step \(operation)")
        }
      }
      let reader = try IndexReader(path: folder.path)
      try check(reader, committed, "seed \(seed): what was not committed is not seen")
    }
  }
}
