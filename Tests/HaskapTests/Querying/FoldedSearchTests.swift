import HaskapQuery
import HaskapTestSupport
import HaskapText
import Testing

@testable import Haskap

/// Words are found under other spellings, after their own, where the schema has it so.
@Suite struct FoldedSearchTests {
  private let folder = TemporaryFolder()

  /// The numbers of the texts that a query finds, best first.
  private func found(_ query: String, in texts: [String], _ fields: [Field]) throws -> [Int] {
    let reader = try index(texts, Schema(fields))
    let query = try QueryInterpreter(reader.schema).query(QueryParser.parse(query))
    return try reader.makeSearcher().search(query, limit: texts.count).hits.map { Int($0.document) }
  }

  private func index(_ texts: [String], _ schema: Schema) throws -> IndexReader {
    let writer = try IndexWriter(replacing: folder.path, schema: schema)
    for text in texts {
      var document = Document()
      for field in schema.fields { document.append(text, to: field.name) }
      try writer.add(document)
    }
    try writer.commit()
    return try IndexReader(path: folder.path)
  }

  /// Each is a query, a text that has it, one that has another form of it, and one that has none.
  static let cases = [
    ("学校", "学校", "學校", "大学と高校"),
    ("子ども会", "子ども会", "こども会", "子犬の会"), ("佐々木", "佐々木", "佐佐木", "佐木"),
    ("サーバー", "サーバー", "サーバ", "サバ"), ("らーめん", "らーめん", "ら－めん", "らめん"),
    ("ボランティアセンター", "ボランティアセンター", "ボランティア・センター", "ボランティアとセンター"),
    ("ボランティア・センター", "ボランティア・センター", "ボランティアセンター", "ボランティアとセンター"),
    ("ヴァイオリン", "ヴァイオリン", "バイオリン", "オイリン"), ("ひまわり", "ひまわり", "ヒマワリ", "日まわり"),
    ("12月", "12月", "十二月", "二月"), ("苫小牧", "苫小牧", "苦小牧", "小牧"),
    ("令和5年度", "令和5年度", "2023年度", "2023年"), ("Ｒ５年度", "R5年度", "令和５年度", "令和6年度"),
    ("２０２３年", "2023年", "令和五年", "令和6年"), ("平成31年度", "平成31年度", "令和元年度", "平成3年度"),
    ("令和2〜5年度", "令和2〜5年度", "2020～2023年度", "2020年度"), ("令5", "令5", "令和5年度", "令和4年度"),
  ]

  @Test(arguments: cases)
  func otherFormsComeAfterTheirOwn(_ query: String, _ own: String, _ other: String, _ none: String)
    throws
  {
    let texts = [other, none, own].map { "これは\($0)です。" }
    #expect(try found(query, in: texts, [.text("body", grams: true)]) == [2, 0])
  }

  /// In fields without grams, too, as far as words are cut alike.
  @Test(arguments: ["学校", "子ども会", "令和5年度", "12月"])
  func fieldsOfWordsFold(_ query: String) throws {
    let example = try #require(Self.cases.first { $0.0 == query })
    let texts = [example.2, example.3, example.1].map { "これは\($0)です。" }
    #expect(try found(query, in: texts, [.text("body")]) == [2, 0])
  }

  @Test(arguments: cases)
  func nothingIsFoldedWhereTheSchemaSaysSo(
    _ query: String, _ own: String, _ other: String, _ none: String
  ) throws {
    let texts = [other, none, own].map { "これは\($0)です。" }
    let plain = Field.text("body", grams: true, foldings: [])
    #expect(try found(query, in: texts, [plain]) == [2])
  }

  @Test func eachFieldHasItsOwnFoldings() throws {
    let fields: [Field] = [
      .text("title", grams: true, foldings: [.kanji]),
      .text("body", grams: true, foldings: [.spelling]),
    ]
    let reader = try index(["學校のこども"], Schema(fields))
    let searcher = reader.makeSearcher()
    let names = QueryFields(["title", "body"])
    func count(_ query: String) throws -> Int {
      let node = try QueryParser.parse(query, fields: names)
      return try searcher.count(QueryInterpreter(reader.schema).query(node))
    }
    #expect(try count("title:学校") == 1 && count("body:学校") == 0)
    #expect(try count("title:子供") == 0 && count("body:子供") == 1)
    #expect(try count("学校") == 1 && count("子供") == 1)
    #expect(reader.schema.fields.map { $0.textOptions?.foldings } == [[.kanji], [.spelling]])
  }

  /// 年 and 年度 are told apart, but what is typed is found wherever it stands.
  @Test func yearsAreFoundAsGrepWould() throws {
    let texts = ["令和5年度", "令和5年", "令和50年"]
    #expect(try found("令和5年", in: texts, [.text("body", grams: true)]) == [1, 0])
    #expect(try found("令和5年度", in: texts, [.text("body", grams: true)]) == [0])
  }

  @Test func prefixes() throws {
    let texts = ["市民との協働事業", "協働", "協力", "reworking at work", "workshop"]
    let grams = [Field.text("body", grams: true)]
    #expect(Set(try found("協働*", in: texts, grams)) == Set(try found("協働", in: texts, grams)))
    #expect(Set(try found("協*", in: texts, grams)) == [0, 1, 2])
    #expect(Set(try found("work*", in: texts, grams)) == [3, 4])
    #expect(Set(try found("works*", in: texts, [.text("body")])) == [4])
  }

  /// The words of the schema are kept in the index, so that queries are cut by them.
  @Test func wordsAreKeptInTheIndex() throws {
    let word = UserWord("どんぐり文庫")
    let fields = [Field.text("body", analyzer: "japanese", grams: true)]
    let texts = ["どんぐり文庫の会", "文庫"]
    let reader = try index(texts, Schema(fields, words: [word]))
    #expect(reader.schema.words == [word])
    #expect(try QueryInterpreter(reader.schema).words(of: "どんぐり文庫") == ["どんぐり文庫"])
    let term = Query.term(field: "body", Array("どんぐり文庫".utf8))
    #expect(try reader.makeSearcher().count(term) == 1)
    let built = try #require(reader.commits[0].manifest.fingerprints["japanese"])
    #expect(built != (try Analyzer(named: "japanese").fingerprint))
    let plain = try index(texts, Schema(fields))
    #expect(try plain.makeSearcher().count(term) == 0)
  }
}
