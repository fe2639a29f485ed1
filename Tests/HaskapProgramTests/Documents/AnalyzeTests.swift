import Foundation
import Testing

@Suite struct AnalyzeTests {
  @Test func kindsOfFormsAreToldInTheLanguage() throws {
    let program = try Questions.Reports.corpus.program
    let japanese = try program.run("analyze", "子供サーバー", "--lang", "ja").output
    #expect(japanese.contains("表記の揺れ、語末の長音") && !japanese.contains("longVowel"))
    #expect(try program.run("analyze", "子供サーバー", "--lang", "en").output.contains("long vowel"))
  }

  @Test func showsWordsWithTheirPlaces() throws {
    let run = try GenericProgram().run("analyze", "㈱苫東の会議")
    #expect(run.status == 0)
    #expect(run.output.contains("normalized  (株)苫東の会議"))
    #expect(run.output.contains("  0–3      株"))
    #expect(run.output.contains("from ㈱"))
    #expect(run.output.contains("  12–18    会議"))
  }

  /// Behind `--` everything is text.
  @Test func textThatBeginsAsAnOption() throws {
    let run = try GenericProgram().run("analyze", "--json", "--", "--help", "会議")
    #expect(try run.object()["original"] as? String == "--help 会議")
    let none = try GenericProgram().run("analyze", "--")
    #expect(none.status == 2 && none.errors.contains("<text>"))
  }

  /// In a process that has cut nothing before.
  @Test func firstTextIsCutAsLaterOnes() throws {
    let run = try GenericProgram().run("analyze", "ーのé", "--json")
    let pieces = try #require(try run.object()["pieces"] as? [[String: Any]])
    #expect(pieces.compactMap { $0["text"] as? String } == ["ー", "の", "é"])
  }

  /// ICU splits 協働; the words of a city's index do not.
  @Test(arguments: [("icu", ["協", "働", "の"]), ("japanese", ["協働", "の"])])
  func analyzers(name: String, words: [String]) throws {
    let program = GenericProgram()
    try program.write("{\"body\": \"協働\"}\n", to: "docs.jsonl")
    try program.write(
      """
      {"words": ["協働"], "fields": [{"name": "body", "type": "text", "analyzer": "japanese"}]}
      """, to: "schema.json")
    try program.run("index", "docs.jsonl", "--schema", "schema.json", "--index", "ix")
    let run = try program.run(
      "analyze", "協働の", "--analyzer", name, "--index", "ix", "--json")
    let pieces = try #require(try run.object()["pieces"] as? [[String: Any]])
    let found = pieces.filter { $0["isWord"] as? Bool == true }.compactMap { $0["text"] as? String }
    #expect(found == words)
  }

  /// An index keeps the words of its schema.
  @Test func wordsOfAnIndex() throws {
    let program = GenericProgram()
    try program.write("{\"body\": \"どんぐり文庫\"}\n", to: "docs.jsonl")
    try program.write(
      """
      {"words": ["どんぐり文庫"], "fields": [{"name": "body", "type": "text", "analyzer": "japanese"}]}
      """, to: "schema.json")
    try program.run("index", "docs.jsonl", "--schema", "schema.json", "--index", "ix")
    let plain = try program.run("analyze", "どんぐり文庫", "--analyzer", "japanese")
    #expect(plain.output.contains("words       2"))
    let own = try program.run("analyze", "どんぐり文庫", "--analyzer", "japanese", "--index", "ix")
    #expect(own.output.contains("words       1"))
  }

  @Test func punctuationHasNoWords() throws {
    #expect(try GenericProgram().run("analyze", "、。").status == 1)
  }

  @Test func errors() throws {
    let unknown = try GenericProgram().run("analyze", "海", "--analyzer", "kuromoji")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("expected one of icu, japanese"))
    #expect(GenericProgram.isOneSentence(unknown.errors))
    #expect(try GenericProgram().run("analyze").status == 2)
    #expect(try GenericProgram().run("analyze", "海", "--nonsense").status == 2)
  }
}
