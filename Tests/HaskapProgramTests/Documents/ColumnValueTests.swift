import Foundation
import Testing

/// What people type for the value of a field: read where it can be meant, else looked for as text.
@Suite struct ColumnValueTests {
  private let program = GenericProgram()

  init() throws {
    try program.write(
      """
      {"id":"1","title":"花火の夜","tags":["花火","夏"],"code":"AB-1","price":1500,"temp":28}
      {"id":"2","title":"花の市","tags":["花"],"code":"AB-2","price":500,"temp":-5}
      {"id":"12","title":"冬の海","tags":["冬"],"code":"CD-1","price":15000,"temp":5}

      """, to: "d.jsonl")
    try program.run("index", "d.jsonl", "--index", "ix")
  }

  private func answer(_ query: String) throws -> [String: Any] {
    let run = try program.run("search", query, "--index", "ix", "--json", "--lang", "en")
    #expect(run.status < 2, "\(query): \(run.errors)")
    return try run.object()
  }

  private func found(_ query: String) throws -> [String] {
    let hits = try answer(query)["hits"] as? [[String: Any]] ?? []
    return hits.compactMap { ($0["document"] as? [String: Any])?["id"] as? String }
  }

  @Test(arguments: [
    ("price:1500円", ["1"]), ("price:1,500", ["1"]), ("price:¥1,500..", ["1", "12"]),
    ("price:15,000円", ["12"]), ("temp:28.0", ["1"]), ("temp:28℃", ["1"]), ("temp:-5", ["2"]),
    ("price:>=１，５００円", ["1", "12"]), ("price:(500円 OR 1500円)", ["1", "2"]),
  ])
  func numbersAsTheyAreWritten(_ query: String, _ ids: [String]) throws {
    #expect(try Set(found(query)) == Set(ids))
    #expect(try answer(query)["notes"] == nil)
  }

  @Test(arguments: [
    ("day:令和5年度", ["b", "c"]), ("day:2023年度", ["b", "c"]), ("day:令和5年", ["a", "b"]),
    ("day:令和4年度..令和5年度", ["a", "b", "c"]),
  ])
  func fiscalYearsOfDays(_ query: String, _ ids: [String]) throws {
    let days = [("a", "2023-03-31"), ("b", "2023-04-01"), ("c", "2024-03-31"), ("d", "2024-04-01")]
    let lines = days.map { "{\"id\":\"\($0)\",\"day\":\"\($1)\"}\n" }
    try program.write(lines.joined(), to: "days.jsonl")
    try program.run("index", "days.jsonl", "--index", "ix", "--replace")
    #expect(try Set(found(query)) == Set(ids))
  }

  @Test(arguments: [
    ("day:昭和64年", ["a"]), ("day:平成元年", ["b"]), ("day:1989", ["a", "b"]),
    ("day:昭和64年..平成元年", ["a", "b"]),
  ])
  func erasEnd(_ query: String, _ ids: [String]) throws {
    try program.write(
      "{\"id\":\"a\",\"day\":\"1989-01-07\"}\n{\"id\":\"b\",\"day\":\"1989-01-08\"}\n",
      to: "eras.jsonl")
    try program.run("index", "eras.jsonl", "--index", "ix", "--replace")
    #expect(try Set(found(query)) == Set(ids))
  }

  /// Numbers, days and keys are no words: the filter is proposed.
  @Test func valuesAsBareWords() throws {
    try program.write(
      """
      {"id":"abc1","t":"海の話","price":84.03,"at":"12:30","day":"2024-03-05","lent":true}
      {"id":"abc12","t":"山の話","price":5.5,"at":"9:00","day":"2024-03-06","lent":false}

      """, to: "values.jsonl")
    try program.run("index", "values.jsonl", "--index", "ix", "--replace")
    for (query, filter) in [
      ("abc1", "id:abc1"), ("84.03", "price:84.03"), ("\"84.03\"", "price:84.03"),
      ("12:30", "at:12:30"),
      ("令和6年3月5日", "day:令和6年3月5日"), ("true", "lent:true"), ("84.04", nil),
    ] {
      let proposed = try answer(query)["suggestions"] as? [String] ?? []
      #expect(proposed.first { $0.contains(":") } == filter, "\(query): \(proposed)")
      if let filter { #expect(try found(filter) == ["abc1"]) }
    }
  }

  /// What has a word as it was typed comes first, be it as a tag alone.
  @Test func tagsComeBeforeOtherSpellings() throws {
    try program.write(
      """
      {"id":"1","t":"海で泳ぐ日の長い話と続きの話","g":"祭り"}
      {"id":"2","t":"まつり","g":"赤"}
      {"id":"3","t":"川の話","g":"祭り"}
      {"id":"4","t":"川の祭り の話と続きの話と長い長い物語で終わらない","g":"赤"}

      """, to: "tags.jsonl")
    try program.run("index", "tags.jsonl", "--index", "ix", "--replace")
    #expect(try found("祭り") == ["4", "1", "3", "2"])
  }

  @Test func anOptionIsLookedForAsText() throws {
    try program.write(
      "{\"id\":\"1\",\"t\":\"海で haskap --help を見る\"}\n{\"id\":\"2\",\"t\":\"海で泳ぐ\"}\n",
      to: "o.jsonl")
    try program.run("index", "o.jsonl", "--index", "ix", "--replace")
    let run = try program.run("search", "--index", "ix", "--json", "--", "--help")
    let hits = try run.object()["hits"] as? [[String: Any]] ?? []
    #expect(hits.count == 1 && hits[0]["match"] as? String == "exact")
  }

  @Test(arguments: [
    "price:安い", "price:1万円", "price:1500円以上", "price:1,50", "temp:28.5", "temp:--5", "price:..",
    "price:15*", "price:[a TO 5]", "price:(安い OR 高い)", "price:12abc", "price:>安い",
  ])
  func othersAreText(_ query: String) throws {
    let answer = try answer(query)
    #expect(answer["total"] as? Int == 0)
    let notes = answer["notes"] as? [String] ?? []
    let hasNote = notes.contains { $0.contains("cannot be read") && $0.contains("5..10") }
    #expect(hasNote, "\(notes)")
  }

  @Test func turnedRangesTellTheOther() throws {
    let notes = try answer("price:1500..500")["notes"] as? [String] ?? []
    #expect(notes.first?.contains("price:500..1500") == true)
  }

  /// As bare words, in all of a tag or in a part of one; between quotes only all of it.
  @Test func labels() throws {
    #expect(try found("tags:花") == ["2", "1"])
    #expect(try found("tags:\"花\"") == ["2"])
    #expect(try Set(found("-tags:花")) == ["12"])
    for pattern in ["code:ab*", "code:AB*", "code:ａｂ*", "code:ab-?", "code:a*"] {
      #expect(try Set(found(pattern)) == ["1", "2"], "\(pattern)")
    }
    // The key is the name of one document.
    #expect(try found("id:1") == ["1"])
  }

  /// AB-2 is spelled nearly so, and told as that; case and width of letters do not count.
  @Test func keywordsTellTheSpelling() throws {
    let near = try answer("code:ab-1~")
    #expect((near["total"] as? Int, near["exactTotal"] as? Int) == (2, 1))
    let hits = try #require(near["hits"] as? [[String: Any]])
    #expect(hits.map { $0["match"] as? String } == ["exact", "fuzzy"])
    #expect(try answer("code:ab*")["exactTotal"] as? Int == 2)
  }

  @Test func partialAnswersTellWhatTheyLack() throws {
    let answer = try answer("花火 冬")
    let hits = try #require(answer["hits"] as? [[String: Any]])
    let missing = hits.map { $0["missing"] as? [String] ?? [] }
    #expect(Set(missing) == [["花火"], ["冬"]])
    let screen = try program.run("search", "花火 冬", "--index", "ix", "--lang", "en").output
    #expect(screen.contains("Without: 冬") && screen.contains("Without: 花火"))
    let one = try program.run("search", "花火冬", "--index", "ix", "--lang", "en").output
    #expect(!one.contains("Without: "))
  }

  @Test func tablesAndLinesTellTheMatch() throws {
    let table = try program.run("search", "花火 冬", "--index", "ix", "--csv", "--lang", "en").output
    #expect(table.contains("rank,match,score,missing,") && table.contains(",花火,"))
    let japanese = try program.run("search", "花火", "--index", "ix", "--csv", "--lang", "ja").output
    #expect(japanese.contains("一致") && japanese.contains("入力どおり"))
    try program.write("花火 冬\n", to: "q.txt")
    let line = try program.run("search", "--queries", "q.txt", "--index", "ix").output
    #expect(line.contains("\"match\":\"partial\"") && line.contains("\"missing\":[\"花火\"]"))
  }

  /// What is cut off stands in the parts as in the text.
  @Test func partsAreTheText() throws {
    let words = (0..<80).map { "言葉\($0)が続く。" }.joined()
    try program.write(
      "{\"id\":\"1\",\"title\":\"長い\",\"body\":\"\(words)花火。\(words)\"}\n", to: "l.jsonl")
    try program.run("index", "l.jsonl", "--index", "long")
    let run = try program.run("search", "花火", "--index", "long", "--json").object()
    let hit = try #require((run["hits"] as? [[String: Any]])?.first)
    let snippet = try #require(hit["snippet"] as? [String: Any])
    let parts = try #require(snippet["parts"] as? [[String: Any]])
    let text = try #require(snippet["text"] as? String)
    #expect(text.hasPrefix("…") && text.hasSuffix("…"))
    #expect(parts.compactMap { $0["text"] as? String }.joined() == text)
  }

}
