import Haskap
import HaskapCivic
import HaskapQuery
import HaskapTestSupport

/// Asks an index everything that can be asked. What is damaged is told by errors; what this is about
/// is that it ends, and not by a signal.
enum Questions {
  static let stored = [
    "w0", "w1 w2", "\"w0 w1\"", "\"w1 w0\"~3", "w0 OR w3 OR w9", "w1 -w0", "w1*", "w?2", "w1~1",
    "body:w3", "id:12*", "tag:t1", "year:2019..2020", "price:>=1.5", "open:true",
    "starts:9:00..11:00", "day:[2019-08-22 TO *]", "*",
    "どんぐり文庫", "国会", "\"協働のまち\"", "子ども 令和5年度", "の", "図書", "*文庫", "清*", "title:会~1",
    "\"どんぐり 国会\"~5", "(w0 OR 国会) -tag:t2", "tag:t0..t3", "zzz", "w40 w41 w42",
  ]
  static let civic = ["事業", "子ども 居場所", "\"ボランティア\"", "町内会 -清掃", "まちづくり*", "会"]

  /// Each is asked all; a question that fails must not keep the others from being asked.
  static func ask(_ path: String, _ queries: [String]) {
    guard let reader = try? IndexReader(path: path) else { return }
    for query in queries { _ = answer(reader, query) }
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    _ = try? interpreter.matches(of: ["どんぐり文庫", "国会"], in: "國會のどんぐり文庫", field: "title")
    for field in reader.schema.fields { _ = try? reader.keywords(of: field.name).count }
  }

  /// All that is asked of a query; nil when the schema, which may lie as well, takes it for nothing.
  static func answer(_ reader: IndexReader, _ text: String) -> Result<SearchResponse?, any Error> {
    Result {
      guard let prepared = try prepare(text, reader) else { return nil }
      let found = try prepared.run(SearchRequest(limit: 10, countsTotal: true))
      for hit in found.hits.prefix(3) {
        _ = try reader.storedDocument(hit)
        _ = try prepared.explain(segment: hit.segment, document: hit.document)
      }
      for field in ["tag", "year", "day", "price", "open", "starts"] {
        _ = try? prepared.run(
          SearchRequest(limit: 5, sort: SearchSort(field: field), facets: [field]))
      }
      return found
    }
  }

  private static func prepare(_ text: String, _ reader: IndexReader) throws -> PreparedQuery? {
    let fields = QueryFields(reader.schema.fields.map(\.name))
    guard let node = try? QueryParser.parse(text, fields: fields) else { return nil }
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    return try reader.makeSearcher().prepare(interpreter.query(node))
  }

  /// What ways of asking the same tell differently: the best, all, their number, each by itself.
  static func contradiction(_ reader: IndexReader, _ text: String) -> String? {
    guard let prepared = try? prepare(text, reader),
      let all = try? prepared.run(SearchRequest(limit: .max, countsTotal: true)),
      let few = try? prepared.run(SearchRequest(limit: 3)), let count = try? prepared.count()
    else { return nil }
    if few.hits != Array(all.hits.prefix(3)) { return "the best are \(few.hits), of all others" }
    if all.total != count || all.hits.count != count {
      return "\(count) match, or \(all.total ?? -1), or \(all.hits.count)"
    }
    for hit in all.hits.prefix(3) {
      guard let isMatch = try? prepared.matches(hit),
        let why = try? prepared.explain(segment: hit.segment, document: hit.document)
      else { continue }
      if !isMatch || why.score != hit.score { return "\(hit) is explained by \(why.score)" }
    }
    return nil
  }

  /// One of the commands of an index of reports.
  static func askCivic(_ path: String, _ number: UInt64) {
    guard let index = try? CivicIndex(path: path) else { return }
    switch number % 8 {
    case 0: _ = try? index.years()
    case 1: _ = try? index.project("防災")
    case 2: _ = try? index.organization("町内会")
    case 3: _ = try? index.department("市民生活課")
    case 4: _ = try? index.records()
    default:
      var request = CivicRequest()
      request.query = number & 64 == 0 ? "" : civic[Int(number >> 8) % civic.count]
      _ = try? index.search(request)
    }
  }

  /// What a reader tells of a sound index, to be compared.
  static func answers(_ path: String, _ queries: [String]) throws -> [SearchResponse] {
    let reader = try IndexReader(path: path)
    return try queries.compactMap { text in
      guard let prepared = try prepare(text, reader) else { return nil }
      let found = try prepared.run(SearchRequest(limit: 20, countsTotal: true))
      for hit in found.hits { _ = try reader.storedDocument(hit) }
      return found
    }
  }
}
