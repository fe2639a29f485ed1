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
    ("10:30", .word("10:30")),
    ("https://example.jp/a", .word("https://example.jp/a")),
    ("題名:何か", .word("題名:何か")),
    ("2.5km-3km", .word("2.5km-3km")),
    ("こ*も", .wildcard("こ*も")),
    ("*会", .wildcard("*会")),
    ("a＊b?c*", .wildcard("a*b?c*")),
    ("?", .word("?")),
    ("何？", .word("何？")),
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
    ("name:a..", .field("name", .range(QueryRange("a", nil)))),
    ("name:..b -a", .all([.field("name", .range(QueryRange(nil, "b"))), .not(.word("a"))])),
    ("name:\"a..b\"", .field("name", .phrase("a..b"))),
    ("a..b", .word("a..b")),
    ("[a TO b]", .all([.word("[a"), .word("TO"), .word("b]")])),
    ("name:w?rd", .field("name", .wildcard("w?rd"))),
    ("or", .word("or")),
    ("a(b)", .all([.word("a"), .word("b")])),
  ]) func reads(query: String, expected: QueryNode) throws {
    #expect(try parse(query) == expected)
  }

  @Test(arguments: [
    ("", QuerySyntaxError.Reason.empty, 0),
    (" 　", .empty, 0),
    ("a \"b", .unclosedQuote, 2),
    ("(a b", .unclosedBracket, 0),
    ("(", .unclosedBracket, 0),
    ("a)", .strayBracket, 1),
    (")", .strayBracket, 0),
    ("()", .missingOperand("()"), 1),
    ("OR a", .missingOperand("OR"), 0),
    ("a OR", .missingOperand("OR"), 2),
    ("a OR OR b", .missingOperand("OR"), 2),
    ("a -", .missingOperand("-"), 2),
    ("name:", .missingOperand("name:"), 0),
    ("word~3", .distance("3"), 4),
    ("a word~0", .distance("0"), 6),
    ("\"a b\"~", .missingSlop, 5),
    ("\"a b\"~x", .missingSlop, 5),
    ("\"a b\"~99999999999999999999", .missingSlop, 5),
    ("name:[a TO b", .unclosedRange, 5),
    ("b name:[a b]", .malformedRange, 7),
    ("name:[TO b]", .malformedRange, 5),
    ("name:[a TO]", .malformedRange, 5),
    ("name:[a TO b TO c]", .malformedRange, 5),
    ("nmae:a", .unknownField("nmae", known: ["name", "organization"]), 0),
  ]) func refuses(query: String, reason: QuerySyntaxError.Reason, offset: Int) {
    #expect(throws: QuerySyntaxError(reason, at: offset)) { try parse(query) }
  }

  @Test func refusesDeepNesting() {
    let query = String(repeating: "(", count: 100_000) + "a"
    #expect(throws: QuerySyntaxError(.tooDeep(limit: 64), at: 64)) { try parse(query) }
    let minuses = String(repeating: "-", count: 100_000) + "a"
    #expect(throws: QuerySyntaxError(.tooDeep(limit: 64), at: 64)) { try parse(minuses) }
  }

  @Test func listsPositiveTexts() throws {
    let node = try parse("a -b (name:c OR \"d e\") f*")
    #expect(node.positiveTexts == ["a", "c", "d e", "f"])
    let patterns = try parse("w?r*d g~ \"h i\"~3 name:[j TO k] -l*m")
    #expect(patterns.positiveTexts == ["w", "r", "d", "g", "h", "i"])
  }
}
