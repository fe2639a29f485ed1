import HaskapTestSupport
import Testing

@testable import Haskap

/// One run of a prepared query gives what runs for each part of the request give.
@Suite struct PreparedQueryTests {
  private let folder = TemporaryFolder()
  private let reader: IndexReader
  private let rows: [Row]

  private struct Row {
    var key: Int
    var text: String
    var years: [Int]
  }

  init() throws {
    var random = SplitMix(seed: 5)
    let words = ["市の協働", "町内会", "防災", "を清掃", "協働のまち"]
    let rows = (0..<9_000).map { key in
      Row(
        key: key,
        text: (0..<Int.random(in: 1...6, using: &random)).map { _ in
          words[Int.random(in: 0..<words.count, using: &random)]
        }.joined(),
        years: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          Int.random(in: 2000...2012, using: &random)
        })
    }
    self.rows = rows
    let schema = try Schema([
      .keyword("key"), .text("body", positions: false, grams: true), .integer("year"),
    ])
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for row in rows {
      var document = Document()
      document.append("\(row.key)", to: "key")
      document.append(row.text, to: "body")
      for year in row.years { document.append(year, to: "year") }
      try writer.add(document)
      if row.key == 5_000 { try writer.commit() }
    }
    try writer.commit()
    reader = try IndexReader(path: folder.path)
  }

  private func unit(_ text: String) -> Query {
    .unit(
      TextUnit(
        fields: [WeightedField("body")], variants: [UnitVariant(utf8: Array(text.utf8))]))
  }

  private func keys(_ hits: [Hit]) throws -> [Int] {
    try hits.map { try #require(try reader.storedDocument($0).text("key").flatMap(Int.init)) }
  }

  /// In any order, with one twice and one that there is not.
  @Test(arguments: ["協働", "の", "なし"])
  func hitsAreAskedTogether(text: String) throws {
    let prepared = try reader.makeSearcher().prepare(unit(text))
    var hits = try reader.makeSearcher().search(.everything, limit: 9_000).hits.shuffled()
    hits += [hits[0], Hit(segment: 7, document: 0, score: 0)]
    let expected = try keys(Array(hits.dropLast())).map { rows[$0].text.contains(text) } + [false]
    #expect(try prepared.matches(hits) == expected)
  }

  @Test(arguments: ["協働", "の", "内会", "災を清", "なし"])
  func onePassGivesAll(text: String) throws {
    let prepared = try reader.makeSearcher().prepare(unit(text))
    let wanted = rows.filter { $0.text.contains(text) }
    let all = try prepared.run(
      SearchRequest(
        limit: 20, offset: 3, countsTotal: true, facets: ["year"], gathersDocuments: true))
    #expect(all.total == wanted.count)
    let alone = try prepared.run(SearchRequest(limit: 20, offset: 3))
    #expect(all.hits == alone.hits)
    #expect(alone.total == nil && alone.facets.isEmpty && alone.documents == nil)
    for count in all.facets[0] {
      #expect(count.count == wanted.count { $0.years.contains(Int(count.value.integer ?? 0)) })
    }
    #expect(all.facets[0].count == Set(wanted.flatMap(\.years)).count)
    let found = try #require(all.documents).words.joined().reduce(0) { $0 + $1.nonzeroBitCount }
    #expect(found == wanted.count)
    let sorted = try prepared.run(
      SearchRequest(limit: 9_000, countsTotal: true, sort: SearchSort(field: "year")))
    #expect(sorted.total == wanted.count)
    let order = wanted.sorted {
      ($0.years.min() ?? .max, $0.key) < ($1.years.min() ?? .max, $1.key)
    }
    #expect(try keys(sorted.hits) == order.map(\.key))
  }

  @Test func threadsShareAPreparedQuery() async throws {
    let prepared = try reader.makeSearcher().prepare(.any([unit("協働"), unit("の"), unit("災を")]))
    let request = SearchRequest(limit: 50, countsTotal: true, facets: ["year"])
    let expected = try prepared.run(request)
    try await withThrowingTaskGroup(of: SearchResponse.self) { group in
      for _ in 0..<8 { group.addTask { try prepared.run(request) } }
      for try await response in group { #expect(response == expected) }
    }
  }

  /// Each has some of the segments, and what they found is put together.
  @Test(arguments: ["協働", "の", "災を清", "なし"])
  func threadsFindTogetherWhatOneFinds(text: String) throws {
    let alone = try reader.makeSearcher().prepare(unit(text))
    let together = try reader.makeSearcher(threads: 3).prepare(unit(text))
    var requests = [0, 3, 9_000].map { limit in
      SearchRequest(limit: limit, offset: 2, countsTotal: true)
    }
    requests.append(
      SearchRequest(limit: 20, countsTotal: true, facets: ["year", "key"], gathersDocuments: true))
    for isDescending in [true, false] {
      let sort = SearchSort(field: "year", isDescending: isDescending)
      requests.append(SearchRequest(limit: 8_000, offset: 5, sort: sort))
    }
    for request in requests {
      var (expected, found) = (try alone.run(request), try together.run(request))
      #expect(found.documents?.words == expected.documents?.words)
      (expected.documents, found.documents) = (nil, nil)
      #expect(found == expected)
    }
    #expect(try together.count() == alone.count())
    #expect(try together.hasMatch() == (alone.count() > 0))
    #expect(try alone.hasMatch() == (alone.count() > 0))
  }

  @Test func queriesAreCountedTogether() throws {
    let queries = ["協働", "なし", "の", "災を清", "町内会防"].map(unit)
    let alone = reader.makeSearcher()
    let expected = try queries.map(alone.count)
    #expect(try reader.makeSearcher(threads: 2).counts(queries, atLeast: 0) == expected)
    #expect(try alone.counts(queries, atLeast: 0) == expected)
  }

  @Test func aTimeLimitEndsAllThreads() throws {
    let searcher = reader.makeSearcher(threads: 3)
    #expect(throws: TimeLimitExceeded.self) {
      try TimeLimit.run(.zero) { try searcher.prepare(unit("協働")).count() }
    }
    let prepared = try searcher.prepare(unit("協働"))
    #expect(throws: TimeLimitExceeded.self) { try TimeLimit.run(.zero) { try prepared.count() } }
  }

  /// What the dictionaries tell is never too little.
  @Test func noMoreMatchThanAreKnown() throws {
    let words = ["協働", "の", "災を清", "町内会防", "なし"].map(unit)
    let queries =
      words + [
        .any(words), .best(words), .all([words[0], words[1]]), .any(words, minimumShouldMatch: 2),
        .all([.everything, .not(words[0])]), .filter(words[1]), .everything,
        .prefix(field: "key", Array("12".utf8)), .all([words[0], .not(words[1])]),
      ]
    for query in queries {
      let prepared = try reader.makeSearcher().prepare(query)
      let count = try prepared.count()
      #expect(prepared.mostMatches >= count, "\(query)")
      for least in [0, count / 2, count, count + 1] {
        #expect(try prepared.count(atLeast: least) == (least > count ? nil : count), "\(query)")
      }
    }
  }

  @Test func anUnansweredPhraseNamesItsField() throws {
    let terms = ["防災", "を"].map { Array($0.utf8) }
    let error = #expect(throws: QueryError.self) {
      try reader.makeSearcher().count(.phrase(field: "body", terms))
    }
    #expect(error?.field == "body")
  }
}
