import Foundation
import Haskap
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapDocuments

/// Schemas as other programs write and read them.
@Suite struct SchemaFileTests {
  @Test func roundTrip() throws {
    let schema = try Schema(
      [
        .keyword("id", stored: false, column: false), .keyword("tag"),
        .text(
          "body", analyzer: "japanese", positions: false, weight: 2.5, b: 0.1, grams: true,
          foldings: [.kanji, .year]),
        .text("title"), .integer("year", stored: false), .date("day"), .stored("raw"),
        .decimal("price"), .boolean("open", stored: false), .time("starts"),
      ], key: "id", words: [UserWord("ふくろう文庫"), UserWord("あすなろ会", cost: 40)])
    #expect(try read(SchemaFile.text(of: schema)) == schema)
  }

  @Test func whatIsNotSaidIsUsual() throws {
    let text = #"{"fields": [{"name": "a", "type": "text"}, {"name": "b", "type": "keyword"}]}"#
    let schema = try read(text)
    #expect(try schema == Schema([.text("a"), .keyword("b")]))
  }

  @Test(arguments: [
    #"{"fields": []}"#, #"{"fields": [{"name": "a", "type": "number"}]}"#,
    #"{"fields": [{"name": "a", "type": "text", "weight": 0}]}"#,
    #"{"fields": [{"name": "a", "type": "text"}], "key": "a"}"#,
    #"{"fields": [{"name": "a", "type": "text", "foldings": ["none"]}]}"#,
  ])
  func faults(text: String) {
    #expect(throws: SchemaError.self) {
      try read(text)
    }
  }

  @Test func anUnknownAnalyzerIsToldWithItsField() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/s.json"
    write(Array(#"{"fields": [{"name": "a", "type": "text", "analyzer": "xx"}]}"#.utf8), to: path)
    let error = #expect(throws: InputError.self) { try SchemaFile.read(path) }
    #expect(error?.description.hasPrefix("\(path): Field 'a': unknown analyzer \"xx\"") == true)
  }

  /// The index has a field of its own.
  @Test func asManyFieldsAsASchemaMayHave() throws {
    let fields = (1...Schema.mostFields).map { Field.keyword("f\($0)") }
    #expect(throws: InputError.self) { try FileField.added(to: Schema(fields)) }
    #expect(try FileField.added(to: Schema(Array(fields.dropLast()))).fields.count == fields.count)
  }

  private func read(_ text: String) throws -> Schema {
    try JSONDecoder().decode(Schema.self, from: Data(text.utf8))
  }
}
