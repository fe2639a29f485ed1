import Foundation
import Testing

/// What is called an exact answer has every word as it was typed.
@Suite struct PrecisionTests {
  /// Two to four scalars of one script, which the documents may or may not have.
  private struct Words {
    var state: UInt64
    private static let scripts = [
      Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロンー"),
      Array("市民町内会清掃事業防災訓練協働推進課年度大会教室音楽美術図書館公園道路"),
      Array("あいうえおかきくけこさしすせそたちつてと"), Array("0123456789"), Array("abcdefghij"),
    ]

    mutating func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }

    mutating func word() -> String {
      let script = Self.scripts[next(below: Self.scripts.count)]
      return String((0..<2 + next(below: 3)).map { _ in script[next(below: script.count)] })
    }
  }

  @Test func wordsThatAreNotThereHaveNoExactAnswer() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var words = Words(state: seed)
    // Commas keep the words apart, so that a document has its words and parts of them alone.
    let texts = (0..<40).map { _ in (0..<30).map { _ in words.word() }.joined(separator: "、") }
    let program = GenericProgram()
    let lines = texts.enumerated().map {
      "{\"id\": \"\($0.offset)\", \"body\": \"\($0.element)\"}\n"
    }
    try program.write(lines.joined(), to: "d.jsonl")
    try program.write(
      """
      {"key": "id", "fields": [{"name": "id", "type": "keyword"},
       {"name": "body", "type": "text", "grams": true}]}
      """, to: "s.json")
    try program.run("index", "d.jsonl", "--schema", "s.json", "--index", "ix")
    let absent = (0..<400).map { _ in words.word() }
      .filter { word in !texts.contains { $0.contains(word) } }.prefix(200)
    for word in absent {
      let run = try program.run("search", "--index", "ix", "--json", "--", word)
      let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(answer?["exactTotal"] as? Int == 0, "seed \(seed): \(word)")
    }
  }

  /// A number is one of another spelling only where a word ends with what it counts.
  @Test func numbersOverTheEndsOfWords() throws {
    let program = GenericProgram()
    let texts = ["12月2日市内で清掃", "4日市民ホール", "10日町内会で集合", "第2回大会", "2日間の開催", "2日に開く"]
    try program.write(
      texts.map { "{\"body\": \"\($0)\"}\n" }.joined(), to: "d.jsonl")
    try program.run("index", "d.jsonl", "--index", "ix")
    for (word, total) in [("二日市", 0), ("四日市", 0), ("十日町", 0), ("第二回", 1), ("二日", 3), ("二日間", 1)] {
      let run = try program.run("search", "--index", "ix", "--json", "--", word)
      let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(answer?["total"] as? Int == total, "\(word)")
    }
  }

  /// A word is found in a tag as in a text, below what has it as its whole tag.
  @Test func wordsOfTags() throws {
    let program = GenericProgram()
    try program.write(
      """
      {"id": "1", "tag": ["ビール祭り", "秋"], "body": "港"}
      {"id": "2", "tag": "ビール", "body": "山"}
      {"id": "3", "tag": "ＢＥＥＲ祭", "body": "川"}
      {"id": "4", "tag": "祭り", "body": "雪"}

      """, to: "d.jsonl")
    try program.write(
      """
      {"key": "id", "fields": [{"name": "id", "type": "keyword"}, {"name": "tag", "type": "keyword"},
       {"name": "body", "type": "text", "grams": true}]}
      """, to: "s.json")
    try program.run("index", "d.jsonl", "--schema", "s.json", "--index", "ix")
    let expected = [
      "ビール": ["2", "1"], "祭り": ["4", "1"], "beer": ["3"], "\"ル祭\"": ["1"], "ビール 港": ["1"], "4": [],
      "json": [], "d.json": [],
    ]
    for (query, ids) in expected {
      let answer = try program.run("search", "--index", "ix", "--json", "--", query).object()
      let hits = answer["hits"] as? [[String: Any]] ?? []
      #expect(
        hits.map { ($0["document"] as? [String: Any])?["id"] as? String } == ids, "\(query)")
      #expect(answer["exactTotal"] as? Int == ids.count, "\(query)")
    }
  }

  /// ール is in スクール, which is nothing like プール; and what is quoted has no pieces.
  @Test(arguments: ["ズール", "TEL", "どみー", "\"style\"", "200円"])
  func aPieceOfAWordIsNoPartOfAQuestion(word: String) throws {
    let folder = try Questions.Reports.corpus.program
    let answer = try folder.run("search", word, "--json").object()
    #expect(answer["partialTotal"] == nil && (answer["hits"] as? [Any])?.isEmpty == true)
  }

  /// What has some of the words has one of them: カップ is no part of ハスカップ.
  @Test func someOfTheWordsAreWhole() throws {
    let folder = try Questions.Reports.corpus.program
    for (year, isThere) in [("2023", true), ("2020", false)] {
      let answer = try folder.run("search", "ハスカップ カヌー", "--year", year, "--json").object()
      let partial = try #require(answer["hits"] as? [[String: Any]])
        .filter { $0["match"] as? String == "partial" }
      #expect(partial.isEmpty != isThere)
      #expect(partial.allSatisfy { $0["missing"] as? [String] == ["カヌー"] })
    }
  }

  /// A word that is there needs no other in its place, whatever is around it in the question.
  @Test func nothingIsInPlaceOfAWordThatIsThere() throws {
    let folder = try Questions.Reports.corpus.program
    let answer = try folder.run("search", "町内会と清掃をした事業は何ですか", "--json").object()
    let hits = try #require(answer["hits"] as? [[String: Any]])
    let meanings = hits.map { $0["meanings"] as? [[String: Any]] ?? [] }
    let named = zip(hits, meanings).filter { hit, _ in
      ["「053（ゼロごみ）の日」 (春・秋)", "苫小牧市環境美化活動事業"].contains(hit["name"] as? String)
    }
    #expect(named.count == 2 && named.allSatisfy { $0.1.isEmpty })
    #expect(meanings.contains { $0.contains { $0["word"] as? String == "清掃" } })
  }
}
