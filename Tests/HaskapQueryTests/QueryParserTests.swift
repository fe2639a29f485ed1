import HaskapQuery
import Testing

@Suite struct QueryParserTests {
  static let fields = QueryFields(["name", "organization"], aliases: ["団体": "organization"])

  func parse(_ query: String) throws -> QueryNode {
    try QueryParser.parse(query, fields: Self.fields)
  }

  @Test(arguments: [
    ("町内会", QueryNode.word("町内会")),
    ("町内会 清掃", .all([.word("町内会"), .word("清掃")])),
    ("町内会 町内会", .word("町内会")),
    ("(町内会 清掃 町内会) (町内会 清掃)", .all([.word("町内会"), .word("清掃")])),
    ("a b a OR c OR c", .any([.all([.word("a"), .word("b")]), .word("c")])),
    ("-a -a name:b name:b", .all([.not(.word("a")), .field("name", .word("b"))])),
    ("町内会　清掃", .all([.word("町内会"), .word("清掃")])),
    ("\"環境 美化\"", .phrase("環境 美化")),
    ("“環境美化”", .phrase("環境美化")),
    ("まちか*", .prefix("まちか")),
    ("*", .word("*")),
    ("祭り OR まつり", .any([.word("祭り"), .word("まつり")])),
    ("祭り|まつり｜フェスタ", .any([.word("祭り"), .word("まつり"), .word("フェスタ")])),
    ("a b OR c", .any([.all([.word("a"), .word("b")]), .word("c")])),
    ("a (b OR c)", .all([.word("a"), .any([.word("b"), .word("c")])])),
    ("防災 -訓練", .all([.word("防災"), .not(.word("訓練"))])),
    ("防災 －（訓練 OR 研修）", .all([.word("防災"), .not(.any([.word("訓練"), .word("研修")]))])),
    ("name:祭り", .field("name", .word("祭り"))),
    ("NAME:祭り", .field("name", .word("祭り"))),
    ("団体：\"民報社\"", .field("organization", .phrase("民報社"))),
    ("name:(a b)", .field("name", .all([.word("a"), .word("b")]))),
    (
      "name:--5 name:-5 name:-a",
      .all([
        .field("name", .word("--5")), .field("name", .word("-5")), .field("name", .not(.word("a"))),
      ])
    ),
    ("10:30", .word("10:30")),
    ("https://example.jp/a", .word("https://example.jp/a")),
    ("題名:何か", .word("題名:何か")),
    ("2.5km-3km", .word("2.5km-3km")),
    ("こ*も", .wildcard("こ*も")),
    ("*会", .wildcard("*会")),
    ("a＊b?c*", .wildcard("a*b?c*")),
    ("?", .word("?")),
    ("何？", .word("何")),
    ("※花火 場所： @市民 →‘町’", .all([.word("花火"), .word("場所"), .word("市民"), .word("町")])),
    ("→ @mail c++ ○○町", .all([.word("→"), .word("@mail"), .word("c++"), .word("○○町")])),
    ("「何」。", .phrase("何")),
    ("『何』？ 誰", .all([.phrase("何"), .word("誰")])),
    ("\"何\"？", .phrase("何")),
    ("（何）、誰", .all([.word("何"), .word("誰")])),
    ("（何）？", .word("何")),
    ("a || b", .any([.word("a"), .word("b")])),
    ("「何」ですか？", .word("「何」ですか")),
    ("、町内会。", .word("町内会")),
    ("町内会、清掃。", .all([.word("町内会"), .word("清掃")])),
    ("、、町内会、、清掃", .all([.word("町内会"), .word("清掃")])),
    ("「何」『誰』、【町】\"会\"", .all([.phrase("何"), .phrase("誰"), .phrase("町"), .phrase("会")])),
    ("[何 誰] `町` 会\\ ^港＾", .all(["何", "誰", "町", "会", "港"].map(QueryNode.word))),
    ("ｎａｍｅ：何 name::誰", .all([.field("name", .word("何")), .field("name", .word("誰"))])),
    ("name:::1", .field("name", .word("::1"))),
    (
      "\"何\"\u{200D} “誰”\u{FE0F} 「町」ﾞ。 （会）\u{3099}",
      .all([.phrase("何"), .phrase("誰"), .phrase("町"), .word("会")])
    ),
    ("町内会,清掃/花壇＆港", .all([.word("町内会"), .word("清掃"), .word("花壇"), .word("港")])),
    ("1,200人 5/26 A/B ab,cd", .all(["1,200人", "5/26", "A/B", "ab,cd"].map { .word($0) })),
    ("+町内会 ＃清掃 C++ #1", .all(["町内会", "清掃", "C++", "#1"].map { .word($0) })),
    ("'町内会' [清掃] it's", .all(["町内会", "清掃", "it's"].map { .word($0) })),
    ("町内会、団体:港", .all([.word("町内会"), .field("organization", .word("港"))])),
    ("name:町内会、清掃", .field("name", .word("町内会、清掃"))),
    ("漱石「こゝろ、他」、坊", .all([.word("漱石「こゝろ、他」"), .word("坊")])),
    ("【清掃】 《港》", .all([.phrase("清掃"), .phrase("港")])),
    ("いつですか?", .word("いつですか")),
    ("？", .word("？")),
    ("**", .word("*")),
    ("http://a.jp/b?c", .word("http://a.jp/b?c")),
    ("committe~", .fuzzy("committe", distance: 1)),
    ("committe~2 b", .all([.fuzzy("committe", distance: 2), .word("b")])),
    ("10~20", .word("10~20")),
    ("5~7", .word("5~7")),
    ("~a", .word("~a")),
    ("令和2～5", .word("令和2～5")),
    ("\"町内会 清掃\"~5", .near("町内会 清掃", slop: 5)),
    ("“a b”~0 c", .all([.near("a b", slop: 0), .word("c")])),
    ("name:[a TO b]", .field("name", .range(QueryRange("a", "b")))),
    ("name:{あ い TO *]", .field("name", .range(QueryRange("あ い", nil, includesLower: false)))),
    ("name:［* TO b｝", .field("name", .range(QueryRange(nil, "b", includesUpper: false)))),
    ("name:a..b", .field("name", .range(QueryRange("a", "b")))),
    ("name:>=1.5", .field("name", .range(QueryRange("1.5", nil)))),
    ("name:＜-5", .field("name", .range(QueryRange(nil, "-5", includesUpper: false)))),
    ("name:(a..b c)", .field("name", .all([.range(QueryRange("a", "b")), .word("c")]))),
    (
      "name:(a.. OR ..b OR >5)",
      .field(
        "name",
        .any([
          .range(QueryRange("a", nil)), .range(QueryRange(nil, "b")),
          .range(QueryRange("5", nil, includesLower: false)),
        ]))
    ),
    (
      "name:([a TO b} OR [c])",
      .field("name", .any([.range(QueryRange("a", "b", includesUpper: false)), .word("c")]))
    ),
    ("(name:a..b OR c..)", .any([.field("name", .range(QueryRange("a", "b"))), .word("c")])),
    ("name:<b>", .field("name", .word("<b>"))),
    ("name:>", .field("name", .word(">"))),
    ("name:a..", .field("name", .range(QueryRange("a", nil)))),
    ("name:..b -a", .all([.field("name", .range(QueryRange(nil, "b"))), .not(.word("a"))])),
    ("name:\"a..b\"", .field("name", .phrase("a..b"))),
    ("a..b", .word("a..b")),
    ("[a TO b]", .all([.word("[a"), .word("TO"), .word("b]")])),
    ("name:w?rd", .field("name", .wildcard("w?rd"))),
    ("or", .word("or")),
    ("a(b)", .all([.word("a"), .word("b")])),
    ("a AND b", .all([.word("a"), .word("b")])),
    ("祭り かつ 港", .all([.word("祭り"), .word("港")])),
    ("祭り または 港", .any([.word("祭り"), .word("港")])),
    ("祭り ＯＲ 港", .any([.word("祭り"), .word("港")])),
    ("祭り or 港", .any([.word("祭り"), .word("港")])),
    ("祭り NOT 港", .all([.word("祭り"), .not(.word("港"))])),
    ("祭り not 港", .all([.word("祭り"), .not(.word("港"))])),
    ("do not disturb", .all([.word("do"), .word("not"), .word("disturb")])),
    ("a AND NOT b", .all([.word("a"), .not(.word("b"))])),
    ("a AND (b OR c)", .all([.word("a"), .any([.word("b"), .word("c")])])),
    ("OR", .word("OR")),
    ("または", .word("または")),
    ("かつ 丼", .all([.word("かつ"), .word("丼")])),
    ("name:-5", .field("name", .word("-5"))),
    ("name:-5..0", .field("name", .range(QueryRange("-5", "0")))),
    ("name:－５", .field("name", .word("－５"))),
    ("name:-a", .field("name", .not(.word("a")))),
    ("TEL：0144-32-6111", .word("TEL：0144-32-6111")),
    ("10：30 集合", .all([.word("10：30"), .word("集合")])),
    ("「環境美化」", .phrase("環境美化")),
    ("｢環境美化｣", .phrase("環境美化")),
    ("『坊っちゃん』 漱石", .all([.phrase("坊っちゃん"), .word("漱石")])),
    ("漱石「こゝろ」", .word("漱石「こゝろ」")),
    ("-5℃", .word("-5℃")),
    ("-10人", .not(.word("10人"))),
    ("-2023年度", .not(.word("2023年度"))),
  ]) func reads(query: String, expected: QueryNode) throws {
    #expect(try parse(query) == expected)
  }

  /// Slips of the hand: what is left is looked for, and a note says what was left out.
  @Test(arguments: [
    ("a \"b", QueryNode.all([.word("a"), .word("b")]), [QueryNote(.unbalanced("\""), at: 2)]),
    ("(a b", .all([.word("a"), .word("b")]), [QueryNote(.unbalanced("("), at: 0)]),
    ("町内会（清掃", .all([.word("町内会"), .word("清掃")]), [QueryNote(.unbalanced("("), at: 3)]),
    ("a)", .word("a"), [QueryNote(.unbalanced(")"), at: 1)]),
    ("「町内会", .word("町内会"), [QueryNote(.unbalanced("「"), at: 0)]),
    ("町内会」", .word("町内会"), [QueryNote(.unbalanced("」"), at: 3)]),
    ("a ()", .word("a"), []),
    ("OR a", .word("a"), [QueryNote(.danglingOperator("OR"), at: 0)]),
    ("a AND", .word("a"), [QueryNote(.danglingOperator("AND"), at: 2)]),
    ("a NOT", .word("a"), [QueryNote(.danglingOperator("NOT"), at: 2)]),
    ("a OR OR b", .any([.word("a"), .word("b")]), [QueryNote(.danglingOperator("OR"), at: 2)]),
    ("a － b", .all([.word("a"), .word("b")]), [QueryNote(.danglingOperator("－"), at: 2)]),
    ("--a", .word("--a"), [QueryNote(.plainText("--a"), at: 0)]),
    ("海 －－help", .all([.word("海"), .word("－－help")]), [QueryNote(.plainText("－－help"), at: 2)]),
    ("--", .word("--"), []),
    ("---a", .word("---a"), [QueryNote(.plainText("---a"), at: 0)]),
    ("祭り~99", .word("祭り~99"), [QueryNote(.plainText("祭り~99"), at: 0)]),
    ("9時~17", .word("9時~17"), []),
    ("name:", .word("name:"), [QueryNote(.emptyField("name"), at: 0)]),
    ("団体：", .word("団体："), [QueryNote(.emptyField("団体"), at: 0)]),
    ("word~3", .word("word~3"), [QueryNote(.plainText("word~3"), at: 0)]),
    ("\"a b\"~", .phrase("a b"), [QueryNote(.plainText("~"), at: 5)]),
    ("a or b", .any([.word("a"), .word("b")]), [QueryNote(.readAsOperator("or"), at: 2)]),
    (
      "name:[a TO b", .all([.field("name", .word("[a")), .word("TO"), .word("b")]),
      [QueryNote(.malformedRange, at: 5)]
    ),
    (
      "nmae:a", .word("nmae:a"),
      [QueryNote(.unknownField("nmae", known: ["name", "organization"]), at: 0)]
    ),
  ]) func forgives(query: String, expected: QueryNode, notes: [QueryNote]) throws {
    let read = try QueryParser.read(query, fields: Self.fields)
    #expect(read.node == expected)
    #expect(read.notes == notes)
  }

  @Test func longLoosePhrasesArePhrases() throws {
    let text = String(repeating: "海 ", count: 200)
    let read = try QueryParser.read("\"\(text)\"~9", fields: Self.fields)
    #expect(read.node == .phrase(text))
    #expect(read.notes == [QueryNote(.plainText("~9"), at: 402)])
  }

  @Test func refusesNothingAndTooMuch() throws {
    #expect(throws: QuerySyntaxError(.empty, at: 0)) { try parse(" 　") }
    _ = try parse(String(repeating: "あ", count: QueryParser.longestQuery))
    #expect(throws: QuerySyntaxError(.tooLong(limit: 10_000), at: 10_000)) {
      try parse(String(repeating: "あ", count: 10_001))
    }
    // Marks upon one letter count as well.
    #expect(throws: QuerySyntaxError(.tooLong(limit: 10_000), at: 10_000)) {
      try parse("e" + String(repeating: "\u{301}", count: 10_000))
    }
  }

  /// Whatever is typed is read, brackets and signs without end among it.
  @Test func readsAnything() throws {
    for sign in [
      "(", ")", "-", "name:", "\"", "OR ", "AND NOT ", "「", "a:", "name:[", "*", "~", "(-",
    ] {
      let many = String(repeating: sign, count: QueryParser.longestQuery / sign.count)
      _ = try parse(many)
    }
    let seed = UInt64.random(in: 0..<1 << 32)
    var state = seed
    let pieces = [
      "a", "町", " ", "　", "(", "）", "\"", "「", "」", "-", "OR", "and", "または", "name:", "：", "*", "?",
      "~", "2", "[", " TO ", "]", "..", "。", "|",
    ]
    for _ in 0..<20_000 {
      var query = "x"
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        query += pieces[Int(state >> 33) % pieces.count]
      }
      #expect(throws: Never.self, "seed \(seed): \(query)") { try parse(query) }
    }
  }

  @Test func limitsWordsAndPatterns() throws {
    let words = try QueryParser.read((0..<300).map { "a\($0)" }.joined(separator: " "))
    #expect(words.node == .all((0..<256).map { .word("a\($0)") }))
    #expect(words.notes.map(\.reason) == [.tooManyWords(limit: 256)])
    let patterns = try QueryParser.read(String(repeating: "a* ", count: 40))
    #expect(patterns.notes.map(\.reason) == [.tooManyPatterns(limit: 32)])
    let long = String(repeating: "あ", count: 70) + "*い"
    #expect(try QueryParser.parse(long) == .word(long))
  }

  @Test func equalNotesAreFew() throws {
    let read = try QueryParser.read(String(repeating: "- ", count: 4000) + "a (")
    let reasons = read.notes.map(\.reason)
    #expect(reasons == Array(repeating: .danglingOperator("-"), count: 3) + [.unbalanced("(")])
  }

  @Test func listsPositiveTexts() throws {
    let node = try parse("a -b (name:c OR \"d e\") f*")
    #expect(node.positiveTexts == ["a", "c", "d e", "f"])
    let patterns = try parse("w?r*d g~ \"h i\"~3 name:[j TO k] -l*m")
    #expect(patterns.positiveTexts == ["w", "r", "d", "g", "h", "i"])
  }
}
