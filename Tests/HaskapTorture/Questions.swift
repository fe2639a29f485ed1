import Haskap
import HaskapCivic
import HaskapQuery
import HaskapTestSupport

/// Asks an index everything that can be asked. What is damaged is told by errors; what this is about
/// is that it ends, and not by a signal.
enum Questions {
  static let stored = [
    "w0", "w1 w2", "\"w0 w1\"", "\"w1 w0\"~3", "w0 OR w3 OR w9", "w1 -w0", "w1*", "w?2", "w1~1",
    "body:w3", "id:12*", "tag:t1", "year:2019..2020", "day:[2019-08-22 TO *]", "*",
    "どんぐり文庫", "国会", "\"協働のまち\"", "子ども 令和5年度", "の", "図書", "*文庫", "清*", "title:会~1",
    "\"どんぐり 国会\"~5", "(w0 OR 国会) -tag:t2", "tag:t0..t3", "zzz", "w40 w41 w42",
  ]

  /// A question that fails must not keep the others from being asked.
  static func ask(_ path: String, _ queries: [String]) {
    guard let reader = try? IndexReader(path: path) else { return }
    let names = reader.schema.fields.map(\.name)
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    for text in queries {
      guard let node = try? QueryParser.parse(text, fields: QueryFields(names)),
        let query = try? interpreter.query(node)
      else { continue }
      try? ask(reader, query)
    }
    _ = try? interpreter.matches(of: ["どんぐり文庫", "国会"], in: "國會のどんぐり文庫", field: "title")
    for name in names { _ = try? reader.keywords(of: name).count }
  }

  private static func ask(_ reader: IndexReader, _ query: Query) throws {
    let prepared = try reader.makeSearcher().prepare(query)
    let found = try? prepared.run(SearchRequest(limit: 10, countsTotal: true))
    _ = try? prepared.count()
    for hit in found?.hits.prefix(3) ?? [] {
      _ = try? reader.storedDocument(hit)
      _ = try? prepared.explain(segment: hit.segment, document: hit.document)
    }
    for field in ["tag", "year", "day"] {
      _ = try? prepared.run(
        SearchRequest(limit: 5, sort: SearchSort(field: field), facets: [field]))
    }
  }

  static func askCivic(_ path: String) {
    guard let index = try? CivicIndex(path: path) else { return }
    for text in ["事業", "子ども 居場所", "\"ボランティア\"", "町内会 -清掃", "まちづくり*", ""] {
      var request = CivicRequest()
      request.query = text
      _ = try? index.search(request)
    }
    _ = try? index.years()
    _ = try? index.project("防災")
    _ = try? index.organization("町内会")
    _ = try? index.department("市民生活課")
    _ = try? index.records()
  }

  /// What a reader tells of a sound index, to be compared.
  static func answers(_ path: String, _ queries: [String]) throws -> [SearchResponse] {
    let reader = try IndexReader(path: path)
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    let names = QueryFields(reader.schema.fields.map(\.name))
    return try queries.map { text in
      let query = try interpreter.query(QueryParser.parse(text, fields: names))
      let found = try reader.makeSearcher().search(query, limit: 20, counting: true)
      for hit in found.hits { _ = try reader.storedDocument(hit) }
      return found
    }
  }
}
