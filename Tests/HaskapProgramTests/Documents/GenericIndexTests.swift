import Foundation
import Testing

@Suite struct GenericIndexTests {
  @Test func guessesASchemaAndShowsIt() throws {
    let program = GenericProgram()
    try program.write(GenericFixture.books, to: "books.jsonl")
    let run = try program.run("index", "books.jsonl", "--index", "ix", "--json")
    let summary = try run.object()
    #expect(run.status == 0)
    #expect(summary["documents"] as? Int == 5)
    #expect(summary["isSchemaGuessed"] as? Bool == true)
    let schema = try #require(summary["schema"] as? [String: Any])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    let types = fields.map { "\($0["name"] ?? "") \($0["type"] ?? "")" }
    #expect(schema["key"] as? String == "id")
    #expect(
      types == [
        "id keyword", "title text", "author text", "year integer", "published date",
        "tags keyword", "body text", "shelf.room keyword", "price decimal", "lent boolean",
      ])
    #expect(fields[1]["weight"] as? Double == 3)
    #expect(fields[6]["grams"] as? Bool == true)
  }

  /// The schema that is shown is a schema file, and gives the same index.
  @Test func theSchemaShownCanBeGiven() throws {
    let program = GenericProgram()
    try program.write(GenericFixture.books, to: "books.jsonl")
    let shown = try program.run("index", "books.jsonl", "--guess")
    try program.write(shown.output, to: "schema.json")
    let given = try program.run(
      "index", "books.jsonl", "--schema", "schema.json", "--index", "given", "--json")
    let guessed = try program.run("index", "books.jsonl", "--index", "guessed", "--json")
    let (one, other) = (try given.object(), try guessed.object())
    #expect(one["schema"] as? NSDictionary == other["schema"] as? NSDictionary)
    #expect(one["bytes"] as? Int == other["bytes"] as? Int)
    #expect(one["isSchemaGuessed"] as? Bool == false)
  }

  @Test func readsATableUnderItsNames() throws {
    let program = GenericProgram()
    try program.write(GenericFixture.table, to: "table.tsv")
    #expect(try program.run("index", "table.tsv", "--index", "ix").status == 0)
    let answer = try program.run("search", "海", "--index", "ix", "--json").object()
    let hit = try #require((answer["hits"] as? [[String: Any]])?.first)
    let document = try #require(hit["document"] as? [String: Any])
    #expect(document as NSDictionary == ["id": "x1", "title": "海の本", "year": 1999, "code": "007"])
  }

  @Test func readsStandardInput() throws {
    let program = GenericProgram()
    try program.write(GenericFixture.books, to: "books.jsonl")
    let run = try program.shell("cat books.jsonl | $HASKAP index - --index ix")
    #expect(run.status == 0)
    #expect(try program.run("search", "ホッキ", "--index", "ix").output.contains("北の海"))
  }

  /// A later document of the same key takes the place of the earlier one, and that is said.
  @Test func sameKeyReplaces() throws {
    let program = GenericProgram()
    try program.write(
      "{\"fields\":[{\"name\":\"k\",\"type\":\"keyword\"}],\"key\":\"k\"}", to: "s.json")
    try program.write("{\"k\":\"a\"}\n{\"k\":\"b\",\"x\":1}\n{\"k\":\"a\"}\n", to: "d.jsonl")
    let run = try program.run("index", "d.jsonl", "--schema", "s.json", "--index", "ix")
    #expect(run.output.hasPrefix("2 documents"))
    #expect(run.errors.contains("1 document replaced by later ones of the same 'k'"))
    #expect(run.errors.contains("field 'x' is not in the schema; 1 value of it left out"))
  }

  /// Without a schema too: an id that comes again is the same document, told anew.
  @Test func aGuessedKeyReplaces() throws {
    let program = GenericProgram()
    try program.write(
      "{\"id\":\"1\",\"title\":\"海\"}\n{\"id\":\"2\",\"title\":\"空\"}\n", to: "a.jsonl")
    try program.write("{\"id\":\"2\",\"title\":\"山\"}\n", to: "b.jsonl")
    let run = try program.run("index", "a.jsonl", "b.jsonl", "--index", "ix")
    #expect(run.output.contains("\n2 documents") && run.errors.contains("of the same 'id'"))
    #expect(try program.run("search", "山", "--index", "ix").status == 0)
    #expect(try program.run("search", "空", "--index", "ix").status == 1)
  }

  /// Numbers with a fraction, and days and moments in any spelling, are columns; what was written of
  /// a moment stays.
  @Test func columnsOfNumbersAndDays() throws {
    let program = GenericProgram()
    let lines = [
      "{\"n\":4.5,\"d\":\"2024/03/05\",\"t\":\"2024-03-05T10:20:30+09:00\",\"x\":\"海\",\"f\":false}",
      "{\"n\":-3,\"d\":\"令和6年4月7日\",\"t\":\"2024-04-06 09:00\",\"x\":\"海\"}",
      "{\"n\":1e2,\"d\":\"2024年5月8日\",\"t\":\"2024/5/7 9:30\",\"x\":\"海\"}",
    ]
    try program.write(lines.joined(separator: "\n"), to: "d.jsonl")
    try program.run("index", "d.jsonl", "--index", "ix")
    func found(_ query: String) throws -> [Double] {
      let answer = try program.run(
        "search", query, "--sort", "n", "--index", "ix", "--json"
      ).object()
      let documents = (answer["hits"] as? [[String: Any]])?.map { $0["document"] as? [String: Any] }
      return documents?.compactMap { $0?["n"] as? Double } ?? []
    }
    #expect(try found("海") == [-3, 4.5, 100])
    #expect(try found("n:0..50") == [4.5])
    // True and false are no text, though it takes one for words to be looked for in.
    let guess = try program.run("index", "d.jsonl", "--guess").output
    #expect(
      guess.contains("\"f\", \"type\": \"boolean\"") && guess.contains("\"x\", \"type\": \"text\""))
    #expect(try found("d:2024-04..") == [-3, 100])
    #expect(try found("d:令和6年3月5日") == [4.5])
    #expect(try found("t:2024-04..2024-05") == [-3, 100])
    #expect(guess.contains("\"t\", \"type\": \"moment\""))
    #expect(try found("t:2024-03-05T10:20") == [4.5])
    #expect(try found("t:2024-04-06T08:59..2024-05-07T09:29") == [-3])
    #expect(try program.run("search", "n:4.5", "--index", "ix").output.contains("10:20:30+09:00"))
    #expect(try program.run("search", "n:soon", "--index", "ix").status == 1)
  }

  /// Moments of one day are in order, and a day among them is its beginning.
  @Test func momentsOfADay() throws {
    let program = GenericProgram()
    let times = ["2024-03-05T10:20", "2024-03-05 09:00:00Z", "2024-03-05", "2024-03-04T23:59"]
    let lines = times.enumerated().map { "{\"id\":\"\($0)\",\"x\":\"海\",\"t\":\"\($1)\"}" }
    try program.write(lines.joined(separator: "\n"), to: "d.jsonl")
    try program.write("海\n", to: "q.txt")
    try program.run("index", "d.jsonl", "--index", "ix")
    let brief = try program.run(
      "search", "--queries", "q.txt", "--sort", "t", "--index", "ix"
    ).object()
    let hits = try #require(brief["hits"] as? [[String: Any]])
    #expect(hits.compactMap { $0["id"] as? String } == ["3", "2", "1", "0"])
  }

  /// Each mistake is told with its place in one sentence, and the index stays as it was.
  @Test(arguments: [
    ("{\"id\":1", "bad.jsonl:2: expected ',' or '}' at byte 8"),
    ("[1]", "bad.jsonl:2: expected an object"),
    ("{\"id\":\"2\"} x", "bad.jsonl:2: expected nothing after the object"),
    ("{\"id\":\"\t\"}", "bad.jsonl:2: expected a control character as an escape"),
    ("{\"title\":\"無名\"}", "bad.jsonl:2: Field 'id' of a document: expected one key"),
    (
      "{\"id\":\"2\",\"year\":\"soon\"}",
      "bad.jsonl:2: field 'year': expected an integer, found 'soon'"
    ),
    ("{\"id\":\"2\",\"day\":\"2023-02-29\"}", "bad.jsonl:2: field 'day': expected a day such as"),
  ])
  func aBadLineLeavesTheIndex(line: String, message: String) throws {
    let program = try GenericFixture.indexed()
    try program.write(
      """
      {"key":"id","fields":[{"name":"id","type":"keyword"},{"name":"title","type":"text"},
      {"name":"year","type":"integer"},{"name":"day","type":"date"}]}
      """, to: "schema.json")
    try program.write("{\"id\":\"1\",\"year\":\"5\"}\n\(line)\n", to: "bad.jsonl")
    let run = try program.run(
      "index", "bad.jsonl", "--schema", "schema.json", "--index", "ix", "--replace")
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(GenericProgram.isOneSentence(run.errors))
    let answer = try program.run("search", "町内会", "--index", "ix", "--json").object()
    #expect(answer["total"] as? Int == 3)
  }

  @Test func whatIsBadIsPassedOverAndCounted() throws {
    let program = GenericProgram()
    try program.write(
      "{\"id\":\"1\",\"t\":\"\\uD800海\"}\n{\"id\"\n[]\n{\"id\":\"2\",\"t\":\"山\"}\n",
      to: "d.jsonl")
    let run = try program.run("index", "d.jsonl", "--skip-bad", "--index", "ix", "--json")
    let summary = try run.object()
    #expect(run.status == 0 && summary["documents"] as? Int == 2)
    #expect(((summary["skipped"] as? [[String: Any]])?.first)?["count"] as? Int == 2)
    let told = try program.run("add", "d.jsonl", "--skip-bad", "--index", "ix")
    #expect(told.output.contains("1 unchanged"))
    let again = try program.run("index", "d.jsonl", "--skip-bad", "--index", "ix")
    #expect(again.errors.contains("d.jsonl: 2 documents passed over; the first: d.jsonl:2: "))
    #expect(again.errors.contains("1 escape of half a surrogate pair in JSON became U+FFFD"))
    #expect(try program.run("search", "海", "--index", "ix").status == 0)
  }

  @Test(arguments: ["array.json", "table.csv", "packed.jsonl.gz"])
  func readsOtherFiles(name: String) throws {
    let program = GenericProgram()
    try program.write("[{\"id\":\"x1\",\n\"title\":\"海の本\"}]", to: "array.json")
    try program.write("id,title\r\nx1,\"海の本\"\r\n", to: "table.csv")
    try program.write("{\"id\":\"x1\",\"title\":\"海の本\"}\n", to: "packed.jsonl")
    _ = try program.shell("gzip packed.jsonl")
    #expect(try program.run("index", name, "--index", "ix").status == 0)
    #expect(try program.run("search", "海", "--index", "ix").output.contains("海の本"))
    let guess = try program.run("index", name, "--guess")
    #expect(guess.output.contains("\"key\": \"id\""))
  }

  /// A title and a day in each row make no report.
  @Test(arguments: [
    "id,title,price,day,tag\n1,海の本,5,2024-03-05,a\n2,山の本,7,2024-03-06,b\n",
    "id,タイトル,本文,日付,分類\n1,海の本,海の話。,2024-03-05,a\n2,山の本,山の話。,2024-03-06,b\n",
  ])
  func tablesWithDaysAreDocuments(_ table: String) throws {
    let program = GenericProgram()
    try program.write(table, to: "d.csv")
    #expect(try program.run("index", "d.csv", "--index", "ix").status == 0)
    let day = table.contains("day") ? "day" : "日付"
    let run = try program.run("search", "\(day):>=2024-03-06", "--index", "ix")
    #expect(run.output.contains("山の本") && !run.output.contains("海の本"))
    try program.write("事業名,開催日,内容\n清掃,2024-03-05,浜の清掃\n", to: "r.csv")
    #expect(try program.run("index", "r.csv", "--index", "reports").output.contains("1 report,"))
  }

  @Test func bytesThatAreNoUTF8() throws {
    let program = GenericProgram()
    func index(_ title: [UInt8], _ name: String) throws -> Program.Run {
      let bytes = Array("{\"title\":\"".utf8) + title + Array("\"}\n".utf8)
      try Data(bytes).write(to: URL(filePath: "\(program.path)/\(name)"))
      return try program.run("index", name, "--index", name + "-index")
    }
    #expect(try index([0x93, 0xFA], "sjis.jsonl").status == 0)
    #expect(try program.run("search", "日", "--index", "sjis.jsonl-index").status == 0)
    let run = try index([0xE9], "latin.jsonl")
    #expect(run.status == 2)
    #expect(run.errors.contains("latin.jsonl:1: expected UTF-8 at byte 11"), "\(run.errors)")
  }

  @Test(arguments: [
    ("{\"fields\":[{\"name\":\"a\",\"type\":\"txt\"}]}", "there is no type 'txt'"),
    ("{\"fields\":[{\"type\":\"text\"}]}", "fields[0]: 'name' is missing"),
    (
      "{\"fields\":[{\"name\":\"a\",\"type\":\"text\",\"wieght\":3}]}",
      "fields[0]: there is no key 'wieght'; use name, type"
    ),
    ("{\"feilds\":[]}", "there is no key 'feilds'; use fields, key, words"),
    (
      "{\"fields\":[{\"name\":\"a\",\"type\":\"text\"}],\"words\":[{\"text\":\"x\",\"cots\":3}]}",
      "there is no key 'cots'; use text, cost, reading"
    ),
    ("{\"fields\":[{\"name\":\"a\",\"type\":\"text\",\"weight\":\"x\"}]}", "fields[0].weight"),
    ("{\"fields\":[{\"name\":\"a\",\"type\":\"text\"}],\"key\":\"a\"}", "not a keyword field"),
    ("{\"fields\":[", "schema.json: "),
  ])
  func aBadSchemaIsExplained(schema: String, message: String) throws {
    let program = GenericProgram()
    try program.write(GenericFixture.books, to: "books.jsonl")
    try program.write(schema, to: "schema.json")
    let run = try program.run("index", "books.jsonl", "--schema", "schema.json", "--index", "ix")
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(GenericProgram.isOneSentence(run.errors))
  }

  @Test func documentsAndReportsDoNotMix() throws {
    let program = try GenericFixture.indexed()
    try program.write("報告\n", to: "report.txt")
    let run = try program.run("index", "books.jsonl", "report.txt", "--index", "ix")
    #expect(run.status == 2)
    #expect(run.errors.contains("build an index for each"))
  }

  /// Lines that `haskap records --json` writes are reports still.
  @Test func recordsOfReportsAreNoDocuments() throws {
    let program = GenericProgram()
    try program.write(
      "{\"document\":\"d\",\"layout\":\"collaboration\",\"name\":\"清掃\",\"line\":1}\n",
      to: "r.jsonl")
    #expect(try program.run("index", "r.jsonl", "--index", "ix").output.contains("1 record"))
    #expect(try program.run("search", "清掃", "--index", "ix").output.contains("事業"))
  }
}
