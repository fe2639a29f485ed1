import Foundation
import Haskap
import HaskapTestSupport
import Testing

@testable import HaskapDocuments

@Suite struct SchemaGuessTests {
  private let folder = TemporaryFolder()

  private func schema(_ text: String, _ name: String) throws -> [String: String] {
    let path = "\(folder.path)/\(name)"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let source = try DocumentSource(path: path)
    var sample: [SourceDocument] = []
    while let document = try source.next() { sample.append(document) }
    let fields = try SchemaGuess.schema(of: sample).fields
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.kind.name) })
  }

  @Test func numbersTruthsAndTimes() throws {
    let guess = try schema(
      """
      {"a": 1.5, "b": true, "c": "9:30", "d": 1, "e": 12345678901234567890, "f": "2:1", "t": "海"}
      {"a": 2, "b": false, "c": "17:00:30", "d": 2, "e": 1.5, "f": "9:30", "t": "山"}
      """, "a.jsonl")
    #expect(guess["a"] == "decimal")
    #expect(guess["b"] == "boolean")
    #expect(guess["c"] == "time")
    #expect(guess["d"] == "integer")
    #expect(guess["e"] == "decimal")
    #expect(guess["f"] == "keyword")
  }

  /// Nothing of what a table says is lost by taking it as a number.
  @Test func tables() throws {
    let guess = try schema("a,b,c,d\n1.5,1.50,true,TRUE\n-2.25,2.50,false,FALSE\n", "a.csv")
    #expect(guess["a"] == "decimal")
    #expect(guess["b"] != "decimal")
    #expect(guess["c"] == "boolean")
    #expect(guess["d"] != "boolean")
  }

  /// Who says that a column holds numbers means those that people write as well, as queries do.
  @Test(arguments: [
    ("1,200", "1200"), ("１，２００", "1200"), ("-12,345,678", "-12345678"), ("007", "7"), ("1,20", nil),
    ("1,2345", nil), ("1,200円", "1200"), ("1,200万", nil), ("", nil), ("-", nil), (",100", nil),
    ("1200,300", nil),
  ])
  func numbersWithCommas(_ text: String, _ number: String?) {
    let value = Field.integer("n").value(of: .text(text))
    #expect(value == number.flatMap { Int64($0) }.map { .integer($0) })
  }

  @Test func valuesComeBackAsTheyAre() throws {
    let path = "\(folder.path)/b.jsonl"
    try #"{"id": "x", "a": 1.5, "b": true, "c": "9:30", "t": "海。"}"#
      .write(toFile: path, atomically: false, encoding: .utf8)
    _ = try DocumentIndexer(index: "\(folder.path)/i").build([path])
    let index = try Index(path: "\(folder.path)/i")
    let answer = try index.search("a:>=1.5 b:true c:9:00..10:00", facets: ["a", "b"])
    let document = try #require(answer.hits.first?.document)
    #expect(document["a"] == [.text("1.5")])
    #expect(document["b"] == [.boolean(true)])
    #expect(document["c"] == [.text("09:30")])
    #expect(answer.facets.map { $0.counts.map(\.value) } == [[.text("1.5")], [.boolean(true)]])
  }
}
