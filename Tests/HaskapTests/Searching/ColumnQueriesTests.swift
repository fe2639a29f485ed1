import HaskapTestSupport
import Testing

@testable import Haskap

/// Facets, filters, sorting and highlights of a reader against loops over plain arrays, with
/// several segments and deletions.
@Suite struct ColumnQueriesTests {
  struct Row {
    var key: Int
    var years: [Int64]
    var departments: [String]
    var day: String
  }

  let folder = TemporaryFolder()
  let rows: [Row]
  let reader: IndexReader

  init() throws {
    var random = SplitMix(seed: 21)
    let names = ["環境", "総務", "福祉", "A課", "が"]
    var rows = (0..<300).map { key in
      Row(
        key: key,
        years: (0..<key % 3).map { _ in Int64.random(in: 2015...2025, using: &random) },
        departments: (0..<key % 4).map { _ in
          names[Int.random(in: 0..<names.count, using: &random)]
        },
        day: Day(number: Int64.random(in: 18_000...20_000, using: &random)).description)
    }
    let schema = try Schema(
      [
        .keyword("key"), .integer("year", stored: false), .keyword("department", stored: false),
        .date("day"), .text("title"),
      ], key: "key")
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for row in rows {
      var document: Document = ["key": "\(row.key)", "day": "\(row.day)", "title": "町内会ﾌﾟﾗｻﾞ"]
      for year in row.years { document.append(year, to: "year") }
      for department in row.departments { document.append(department, to: "department") }
      try writer.add(document)
      if row.key % 70 == 69 { try writer.commit() }
    }
    for key in stride(from: 0, to: 300, by: 7) { try writer.delete(key: "\(key)") }
    rows.removeAll { $0.key % 7 == 0 }
    try writer.commit()
    self.rows = rows
    reader = try IndexReader(path: folder.path)
  }

  private func run(
    _ request: SearchRequest, for query: Query = .everything
  ) throws -> SearchResponse {
    try reader.makeSearcher().prepare(query).run(request)
  }

  private func facets(_ field: String) throws -> [FacetCount] {
    try run(SearchRequest(limit: 0, facets: [field])).facets[0]
  }

  private func keys(_ hits: [Hit]) throws -> [Int] {
    try hits.map { try #require(try reader.storedDocument($0).text("key").flatMap(Int.init)) }
  }

  private func keys(_ documents: DocumentSets) throws -> Set<Int> {
    let request = SearchRequest(limit: 1000, sort: SearchSort(field: "day"))
    return Set(try keys(run(request, for: .documents(documents)).hits))
  }

  @Test func severalSegmentsAndDeletions() {
    #expect(reader.segmentCount == 5)
    #expect(reader.documentCount == rows.count)
  }

  @Test func facets() throws {
    let counts = rows.reduce(into: [String: Int]()) { counts, row in
      for department in Set(row.departments) { counts[department, default: 0] += 1 }
    }
    // The keywords' bytes decide between equal counts.
    let ordered = counts.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8))
    }
    #expect(
      try facets("department") == ordered.map { FacetCount(value: .text($0.key), count: $0.value) })
    let years = try facets("year")
    #expect(Set(years.compactMap(\.value.integer)) == Set(rows.flatMap(\.years)))
    for year in years {
      #expect(year.count == rows.count { $0.years.contains(year.value.integer ?? 0) })
    }
    #expect(years.map(\.count) == years.map(\.count).sorted(by: >))
    #expect(try facets("day").reduce(0) { $0 + $1.count } == rows.count)
  }

  @Test func filters() throws {
    #expect(
      try keys(reader.documents(where: "year", isIn: 2018...2020))
        == Set(rows.filter { $0.years.contains { (2018...2020).contains($0) } }.map(\.key)))
    let days = try #require(Day("2020-01-01"))...#require(Day("2021-12-31"))
    #expect(
      try keys(reader.documents(where: "day", isIn: days))
        == Set(rows.filter { ("2020-01-01"..."2021-12-31").contains($0.day) }.map(\.key)))
    for range in ["総務"..."総務", "A"..."環", "龠"..."龠", "a"..."環境"] {
      let expected = rows.filter { row in
        row.departments.contains {
          ExactString($0) >= ExactString(range.lowerBound)
            && ExactString($0) <= ExactString(range.upperBound)
        }
      }
      #expect(
        try keys(reader.documents(where: "department", isIn: range)) == Set(expected.map(\.key)),
        "\(range)")
    }
    #expect(
      try keys(reader.documents(having: "year"))
        == Set(rows.filter { !$0.years.isEmpty }.map(\.key)))
  }

  @Test(arguments: [false, true])
  func sorting(descending: Bool) throws {
    let withYear = rows.filter { !$0.years.isEmpty }
    let byYear = withYear.sorted {
      let (left, right) =
        descending ? ($1.years.max(), $0.years.max()) : ($0.years.min(), $1.years.min())
      return (left ?? 0, $0.key) < (right ?? 0, $1.key)
    }
    let expected = byYear.map(\.key) + rows.filter(\.years.isEmpty).map(\.key)
    for (offset, limit) in [(0, 10), (5, 20), (150, 200), (0, 0), (400, 5), (-3, Int.max)] {
      let page = try run(
        SearchRequest(
          limit: limit, offset: offset,
          sort: SearchSort(field: "year", isDescending: descending))
      ).hits
      let want = Array(expected.dropFirst(max(0, offset)).prefix(limit))
      #expect(try keys(page) == want, "offset \(offset), limit \(limit)")
    }
    let sort = SearchSort(field: "department", isDescending: descending)
    let names = try keys(run(SearchRequest(limit: 1000, sort: sort)).hits)
    let firsts = names.compactMap { key in
      let all = rows.first { $0.key == key }?.departments.map(ExactString.init) ?? []
      return descending ? all.max() : all.min()
    }
    #expect(firsts == (descending ? firsts.sorted(by: >) : firsts.sorted()))
    #expect(names.count == rows.count)
  }

  @Test func wrongFields() throws {
    #expect(throws: SchemaError.self) { try facets("title") }
    #expect(throws: SchemaError.self) { try facets("none") }
    #expect(throws: SchemaError.self) { try reader.documents(where: "department", isIn: 1...2) }
    #expect(throws: SchemaError.self) { try reader.matches(of: [], in: "", field: "year") }
  }

  /// Half-width kana become full-width ones, of fewer characters; the marks are on the original.
  @Test func matchesStandInTheOriginal() throws {
    let text = "町内会のﾌﾟﾗｻﾞ会議"
    let matches = try reader.matches(
      of: ["プラザ", "会議"].map { Array($0.utf8) }, in: text, field: "title")
    let words = matches.map {
      String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)
    }
    #expect(words == ["ﾌﾟﾗｻﾞ", "会議"])
    #expect(matches.map(\.term) == [0, 1])
  }
}
