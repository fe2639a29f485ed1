import Foundation
import Testing

/// Answers in other words than those that were asked for.
@Suite struct MeaningTests {
  typealias Reports = Questions.Reports

  @Test(arguments: Questions.corpora)
  func anotherWordIsToldAsSuch(_ reports: Reports) throws {
    let run = try reports.program.run("search", "ゴミ拾い", "--limit", "3")
    #expect(run.status == 1, "what has other words is not what was asked for")
    #expect(run.output.contains("「ゴミ拾い」を含むものはありません。"))
    #expect(run.output.contains("関連: ゴミ拾い → ") && !run.output.contains("同義: "))
    let answer = try reports.program.run("search", "ゴミ拾い", "--json").object()
    #expect(answer["total"] as? Int == 0)
    #expect(answer["meaningTotal"] as? Int ?? 0 > 0)
    let hits = try #require(answer["hits"] as? [[String: Any]])
    let meanings = hits.flatMap { $0["meanings"] as? [[String: Any]] ?? [] }
    let cleaning = meanings.first { $0["found"] as? String == "清掃" }
    #expect(cleaning?["relation"] as? String == "related")
  }

  @Test func whatHasTheWordStandsAboveOtherWords() throws {
    let program = try Reports.corpus.program
    let answer = try program.run("search", "清掃", "--json", "--limit", "50").object()
    let total = try #require(answer["total"] as? Int)
    let hits = try #require(answer["hits"] as? [[String: Any]])
    #expect(total > 0)
    for (place, hit) in hits.enumerated() {
      #expect((hit["meanings"] == nil && hit["missing"] == nil) == (place < total))
    }
  }

  /// くま is not in たくましい, 議会 not in 協議会, mobi not in Mobility.
  @Test(arguments: [("熊", "くま"), ("議員", "議会"), ("乗り物", "mobi")])
  func otherWordsStandAsWords(_ word: String, _ other: String) throws {
    let folder = try ReportFolder()
    try folder.write("\(word) = \(other)\n", to: "words.txt")
    #expect(try folder.program.run("index", "--thesaurus", "words.txt").status == 0)
    let answer = try folder.program.run("search", word, "--json", "--limit", "500").object()
    let hits = answer["hits"] as? [[String: Any]] ?? []
    let found = hits.flatMap { $0["meanings"] as? [[String: Any]] ?? [] }
    #expect(!found.contains { $0["found"] as? String == other })
  }

  /// What a related word only names the department of is no answer.
  @Test func relatedWordsAreNoneOfDepartments() throws {
    let folder = try ReportFolder()
    for (relation, isFound) in [("=", true), ("~", false)] {
      try folder.write("ぬるぽ \(relation) スポーツ都市\n", to: "words.txt")
      #expect(try folder.program.run("index", "--thesaurus", "words.txt").status == 0)
      let answer = try folder.program.run("search", "ぬるぽ", "--json", "--limit", "500").object()
      let hits = answer["hits"] as? [[String: Any]] ?? []
      let found = hits.filter {
        ($0["departments"] as? [String])?.contains("スポーツ都市推進課") == true
      }
      #expect(found.isEmpty != isFound)
    }
  }

  /// フェスタ is a wider word than 盆踊り, and 祭り a nearer one.
  @Test func broaderWordsAnswerWhereNoNearerOneDoes() throws {
    let folder = try ReportFolder()
    for (words, isFound) in [("", true), ("ぬるぽ ~ 町内会", false)] {
      try folder.write("フェスタ > ぬるぽ\n\(words)\n", to: "words.txt")
      #expect(try folder.program.run("index", "--thesaurus", "words.txt").status == 0)
      let answer = try folder.program.run("search", "ぬるぽ", "--json", "--limit", "500").object()
      let hits = answer["hits"] as? [[String: Any]] ?? []
      let found = hits.flatMap { $0["meanings"] as? [[String: Any]] ?? [] }
      #expect(found.contains { $0["found"] as? String == "フェスタ" } == isFound)
      #expect(!found.isEmpty)
    }
  }

  /// A word that is known as a whole is not taken apart, and what only says the kind of a thing does not
  /// answer for it: nothing has 児童 for 待機児童, or 教室 for 水泳教室.
  @Test(arguments: ["待機児童", "住民票", "水泳教室", "水漏れ", "そろばん", "料理教室"])
  func noPieceAnswersForTheWhole(_ word: String) throws {
    let answer = try Reports.corpus.program.run("search", word, "--json").object()
    #expect(answer["total"] as? Int == 0 && answer["partialTotal"] == nil)
  }

  /// 健康 is a piece of 健康増進, and no other word for it.
  @Test(arguments: ["健康増進", "企業支援", "子育て支援", "産業振興"])
  func piecesOfAWordAreNoOtherWords(_ word: String) throws {
    let program = try Reports.corpus.program
    let answer = try program.run("search", word, "--json", "--limit", "1000").object()
    let hits = answer["hits"] as? [[String: Any]] ?? []
    let below = hits.dropFirst(answer["total"] as? Int ?? 0)
    #expect(below.allSatisfy { $0["missing"] as? [String] == [word] })
    for (match, total) in [("partial", "partialTotal"), ("meaning", "meaningTotal")] {
      let some = below.filter { $0["match"] as? String == match }
      #expect(!some.isEmpty && some.count == answer[total] as? Int, "\(match)")
      if match == "meaning" { #expect(some.allSatisfy { $0["meanings"] != nil }) }
    }
  }

  /// So it is where the answer has the word as well in place of which another counts.
  @Test(arguments: ["子育て支援", "図書缶"])
  func whatCountsInPlaceOfAWordIsTold(_ query: String) throws {
    let arguments = ["search", query, "--explain", "--json", "--limit", "100"]
    let answer = try Reports.corpus.program.run(arguments).object()
    let hits = answer["hits"] as? [[String: Any]] ?? []
    #expect(hits.count > 1)
    for hit in hits {
      let parts = (hit["explanation"] as? [String: Any])?["parts"] as? [[String: Any]] ?? []
      let words = parts.flatMap { $0["words"] as? [[String: Any]] ?? [] }
        .compactMap { $0["word"] as? String }.filter { !query.contains($0) }
      let meanings = ["meanings", "countedMeanings"].flatMap { hit[$0] as? [[String: Any]] ?? [] }
      let found = meanings.compactMap { $0["found"] as? String }
      #expect(Set(words).isSubset(of: found), "\(hit["name"] ?? "")")
    }
    let plain = try Reports.corpus.program.run(arguments.filter { $0 != "--explain" }).object()
    let others = plain["hits"] as? [[String: Any]] ?? []
    #expect(others.count == hits.count)
    for (hit, other) in zip(hits, others) {
      #expect(hit["meanings"] as? NSArray == other["meanings"] as? NSArray)
    }
  }

  @Test func quotedWordsStandForThemselves() throws {
    let answer = try Reports.corpus.program.run("search", "\"ゴミ拾い\"", "--json").object()
    #expect(answer["meaningTotal"] == nil)
  }

  @Test func theUsersThesaurusIsKeptByTheIndex() throws {
    let folder = try ReportFolder()
    try folder.write("ぬるぽ = 清掃\n", to: "words.txt")
    let program = folder.program
    #expect(try program.run("index", "--thesaurus", "words.txt").status == 0)
    let kept = try program.run("search", "ぬるぽ")
    #expect(kept.output.contains("同義: ぬるぽ → 清掃"))
    try folder.write("がっ = 清掃\n", to: "more.txt")
    let given = try program.run("search", "がっ", "--thesaurus", "more.txt")
    #expect(given.output.contains("同義: がっ → 清掃"))
    try folder.write("一 = \n", to: "bad.txt")
    let bad = try program.run("search", "がっ", "--thesaurus", "bad.txt", "--lang", "en")
    #expect(bad.status == 2 && bad.errors.contains("bad.txt, line 1: "))
  }
}
