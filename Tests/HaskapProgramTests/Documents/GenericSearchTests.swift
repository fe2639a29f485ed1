import Foundation
import Testing

@Suite struct GenericSearchTests {
  private let program: GenericProgram

  init() throws { program = try GenericFixture.indexed() }

  /// The keys of what is found, in the order of the answer.
  private func found(_ arguments: String...) throws -> [String] {
    let run = try search(arguments + ["--json"])
    let hits = try #require(try run.object()["hits"] as? [[String: Any]])
    return hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
  }

  private func search(_ arguments: [String]) throws -> Program.Run {
    try Program(folder: program.path).run(["search", "--index", "ix"] + arguments)
  }

  @Test func theQueryLanguage() throws {
    #expect(Set(try found("町内会")) == ["b1", "b2", "b3"])
    #expect(try found("町内会 -花火") == ["b1", "b3"])
    #expect(try found("title:海") == ["b4"])
    #expect(Set(try found("ホッキ OR 除雪")) == ["b3", "b4"])
    // Any run of characters, over the cuts of words as well.
    #expect(try found("どミーティ") == ["b1"])
    #expect(Set(try found("tags:町内会")) == ["b1", "b3"])
    #expect(try found("Harbour") == ["b5"])
  }

  @Test func rangesOfIntegersAndDays() throws {
    #expect(Set(try found("year:2010..2021")) == ["b1", "b2", "b5"])
    #expect(try found("year:..1999") == ["b4"])
    #expect(try found("year:2022..") == ["b3"])
    #expect(try found("year:2021") == ["b2"])
    #expect(try found("year:令和2") == ["b1"])
    #expect(try found("published:2010-02") == ["b5"])
    #expect(Set(try found("published:2020-08-25..2021-07-01")) == ["b1", "b2"])
    #expect(try found("published:令和5年") == ["b3"])
    #expect(try found("published:..1999") == ["b4"])
    #expect(try found("published:..1999-12-30", "--limit", "3").isEmpty)
  }

  @Test func sortingAndPaging() throws {
    #expect(try found("*", "--sort", "year") == ["b4", "b5", "b1", "b2", "b3"])
    #expect(try found("*", "--sort", "year:desc") == ["b3", "b2", "b1", "b5", "b4"])
    #expect(try found("*", "--sort", "year", "--limit", "2") == ["b4", "b5"])
    let run = try program.run(
      "search", "*", "--index", "ix", "--sort", "year", "--offset", "3", "--json")
    let hits = try #require(try run.object()["hits"] as? [[String: Any]])
    #expect(hits.map { $0["rank"] as? Int } == [4, 5])
  }

  @Test func snippetsMarkTheWords() throws {
    let text = try search(["花火"]).output
    #expect(text.contains("港で[花火]があがった。"))
    let answer = try search(["花火", "--json"]).object()
    let hit = try #require((answer["hits"] as? [[String: Any]])?.first)
    let snippet = try #require(hit["snippet"] as? [String: Any])
    #expect(snippet["field"] as? String == "body")
    #expect(snippet["marks"] as? [[Int]] == [[2, 4]])
  }

  /// What stands between quotes is marked in its own spelling alone, and never cut into words.
  @Test func quotationsStandForThemselves() throws {
    try program.write(
      """
      {"id":"q1","body":"ごみの日にゴミを出した。"}
      {"id":"q2","body":"港の祭りと町の祭り。"}

      """, to: "q.jsonl")
    try program.run("index", "q.jsonl", "--index", "quoted")
    func output(_ query: String) throws -> Program.Run {
      try program.run("search", query, "--index", "quoted")
    }
    #expect(try output("ごみ").output.contains("[ごみ]の日に[ゴミ]を"))
    #expect(try output("\"ごみ\"").output.contains("[ごみ]の日にゴミを"))
    let none = try output("\"港祭り\"")
    #expect(none.status == 1)
    #expect(none.output.hasPrefix("「\"港祭り\"」を含むものはありません。\nもしかして: 港の祭り\n合うものはありません。"))
    let some = try output("\"港の祭り\" ラーメン")
    #expect(some.status == 1 && some.output.contains("[港の祭り]と町の祭り"))
  }

  @Test func facetsCountAllMatches() throws {
    let run = try program.run("search", "*", "--index", "ix", "--limit", "1", "--json")
    let answer = try run.object()
    #expect(answer["total"] as? Int == 5)
    let facets = try #require(answer["facets"] as? [String: [[String: Any]]])
    let tags = try #require(facets["tags"])
    #expect(tags.first?["value"] as? String == "町内会")
    #expect(tags.map { $0["count"] as? Int } == [2, 1, 1, 1])
    #expect(facets["id"] == nil)
  }

  @Test func facetsTellOtherSpellings() throws {
    let lines = ["子供会", "子ども会", "こども会"].enumerated().map {
      "{\"id\": \"\($0)\", \"body\": \"\($1)\", \"city\": \"\($0 < 2 ? "北" : "南")\"}\n"
    }
    let program = GenericProgram()
    try program.write(lines.joined(), to: "d.jsonl")
    try program.write(
      """
      {"key": "id", "fields": [{"name": "id", "type": "keyword"}, {"name": "city", "type": "keyword"},
       {"name": "body", "type": "text", "grams": true}]}
      """, to: "s.json")
    try program.run("index", "d.jsonl", "--schema", "s.json", "--index", "ix")
    let answer = try program.run("search", "子供会", "--index", "ix", "--json").object()
    let facets = try #require(answer["facets"] as? [String: [[String: Any]]])
    let cities = try #require(facets["city"]).map {
      "\($0["value"] ?? "") \($0["count"] ?? 0) \($0["spelling"] ?? 0)"
    }
    #expect(cities == ["北 2 1", "南 1 1"])
  }

  @Test func explainsScores() throws {
    let run = try search(["花火", "--explain"])
    #expect(run.output.contains("点数"))
    #expect(run.output.contains("「花火」"))
    #expect(run.output.contains("に語として1回"))
    let english = try search(["花火", "--explain", "--lang", "en"])
    #expect(english.output.contains("× as whole words in"))
  }

  /// The parts add up to the score.
  @Test func explainsScoresInJSON() throws {
    let run = try search(["花火 町内会", "--explain", "--json"])
    let hits = try #require(try run.object()["hits"] as? [[String: Any]])
    for hit in hits {
      let explanation = try #require(hit["explanation"] as? [String: Any])
      let parts = try #require(explanation["parts"] as? [[String: Any]])
      let sum = parts.compactMap { $0["score"] as? Double }.reduce(0, +)
      #expect(abs(sum - (hit["score"] as? Double ?? -1)) < 1e-9)
      #expect(explanation["score"] as? Double == hit["score"] as? Double)
      let words = parts.flatMap { $0["words"] as? [[String: Any]] ?? [] }
      #expect(!words.isEmpty)
      #expect(words.allSatisfy { $0["spelling"] as? String == "typed" })
    }
  }

  /// The word, the condition it fails under, and what there would be without either.
  @Test func nothingFoundUnderACondition() throws {
    let run = try search(["花火", "year:2023"])
    #expect(run.status == 1)
    #expect(
      Array(run.lines.prefix(2)) == [
        "「花火」を含むものは1件ありますが、「year:2023」に合うものはありません。", "「year:2023」を外すと1件あります。",
      ])
    let answer = try search(["花火", "year:2023", "--json"]).object()
    #expect(answer["failedWords"] as? [String] == ["花火"])
    let words = try #require(answer["words"] as? [[String: Any]])
    #expect(words.first?["filters"] as? [String] == ["year:2023"])
    let relaxations = try #require(answer["relaxations"] as? [[String: Any]])
    #expect(relaxations.map { $0["part"] as? String } == ["year:2023"])
    #expect(relaxations.map { $0["count"] as? Int } == [1])
  }

  @Test(arguments: [
    ("まちかどミーテング", ["まちかどミーティング"]), ("Harbuor", ["harbour"]), ("町内怪", ["町内会"]), ("キー", []),
    ("雪かき", []),
  ])
  func didYouMean(word: String, suggestions: [String]) throws {
    let answer = try search([word, "--json"]).object()
    #expect(answer["suggestions"] as? [String] ?? [] == suggestions)
    let text = try search([word]).output
    #expect(text.contains("もしかして: \(suggestions.first ?? "")") == !suggestions.isEmpty)
  }

  @Test func nothingFound() throws {
    let run = try search(["ラーメン"])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("「ラーメン」を含むものはありません。\n合うものはありません。"))
  }

  /// Not all words match: what matches some is shown, and what the query asks of columns holds.
  @Test func partialAnswers() throws {
    let run = try search(["花火ラーメン year:2021"])
    #expect(run.status == 1)
    #expect(run.output.contains("一部の語に合うもの"))
    #expect(run.output.contains("港まつり"))
    #expect(try found("花火ラーメン year:1999").isEmpty)
  }

  @Test(arguments: [
    (["海", "--sort", "author", "--json"], "cannot sort by 'author'"),
    (["海", "--year", "2020", "--json"], "--year is for indexes of reports"),
    (["海", "--type", "activity", "--json"], "--type is for indexes of reports"),
  ])
  func errorsAreOneSentence(arguments: [String], message: String) throws {
    let run = try search(arguments + ["--lang", "en"])
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(GenericProgram.isOneSentence(run.errors))
  }

  @Test func organizationsAreOfReportsOnly() throws {
    let run = try program.run("organization", "町内会", "--index", "ix", "--lang", "en")
    #expect(run.status == 2)
    #expect(run.errors.contains("holds other documents than reports"))
  }
}
