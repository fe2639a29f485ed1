import HaskapQuery
import HaskapTestSupport
import Testing

@testable import Haskap

/// What patterns, words near each other and ranges find when they are typed.
@Suite struct PatternLanguageTests {
  private static let documents: [Document] = [
    ["id": "1", "title": "Committee", "body": "町内会の清掃と防災訓練", "year": 2020],
    ["id": "2", "title": "Comittee", "body": "町内会が地区の公園で行う春の清掃", "year": 2021],
    ["id": "3", "title": "commuter", "body": "市長と語るまちかどミーティング", "year": 2022],
    ["id": "4", "title": "zoo", "body": "ＡＢＣ放送 colour", "year": 2023],
  ]
  private let folder = TemporaryFolder()
  private let reader: IndexReader
  private let interpreter: QueryInterpreter

  init() throws {
    let schema = try Schema(
      [
        .keyword("id"), .text("title", positions: false), .text("body", grams: true),
        .integer("year"),
      ], key: "id")
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for document in Self.documents { try writer.add(document) }
    try writer.commit()
    reader = try IndexReader(path: folder.path)
    let reader = reader
    interpreter = QueryInterpreter(
      schema,
      resolvers: [
        "year": { text in
          let ends = text.split(separator: ".").compactMap { Int64($0) }
          let range = (ends.first ?? 0)...(ends.last ?? 0)
          return .documents(try reader.documents(where: "year", isIn: range))
        }
      ])
  }

  private func found(_ query: String) throws -> String {
    let fields = QueryFields(["id", "title", "body", "year"])
    let parsed = try interpreter.query(QueryParser.parse(query, fields: fields))
    let hits = try reader.makeSearcher().search(parsed, limit: 10).hits
    return try hits.map { try reader.storedDocument($0).text("id") ?? "" }.joined()
  }

  @Test(arguments: [
    ("com*ee", "12"), ("COM*TTEE", "12"), ("comm?ter", "3"), ("?oo", "4"), ("*oo", "4"),
    ("*ィング", "3"),
    // Wide letters are normalized.
    ("Ａ*c", "4"), ("col*r", "4"), ("清*災", "1"), ("清*民", ""),
    // Japanese runs over words.
    ("body:町?会*清掃", "12"), ("body:町?会?清掃", "1"), ("*語る*ミーテ?ング", "3"), ("title:c*会", ""),
    ("id:*", "1234"), ("id:[2 TO 3]", "23"), ("id:{2 TO *]", "34"), ("id:..2", "12"),
    ("title:[comm TO committee]", "1"), ("title:[COMM TO D}", "13"),
    ("year:2021..2022", "23"), ("year:[2021 TO 2022]", "23"),
    ("committee~", "12"), ("commitee~2", "123"),
    ("\"colour abc\"~1", "4"), ("\"colour abc\"~0", ""),
    ("body:\"清掃 町内会\"~3", "1"), ("body:\"清掃 町内会\"~20", "12"),
    // A word that the analyzer cuts: pairs of characters.
    ("body:まちかどミーテング~", "3"), ("-com*", "4"),
  ])
  func finds(query: String, expected: String) throws {
    #expect(String(try found(query).sorted()) == expected, "\(query)")
  }

  /// The word itself comes before those like it.
  @Test func nearerWordsComeFirst() throws {
    #expect(try found("committee~2") == "12")
    #expect(try found("comittee~2") == "21")
  }

  @Test func rangesThatLeaveOutAnEnd() {
    let error = #expect(throws: QueryError.self) { try found("year:{2021 TO 2022]") }
    #expect(error?.field == "year")
  }

  @Test func fieldsWithoutPositions() {
    #expect(throws: QueryError.self) { try found("title:\"zoo committee\"~2") }
  }
}
