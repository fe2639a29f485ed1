import HaskapQuery
import HaskapTestSupport
import Testing

@testable import Haskap

/// Columns of decimal numbers, booleans and times of day against loops over plain arrays, in
/// several segments with deletions and in one that they are merged to.
@Suite struct NumberColumnsTests {
  private struct Row {
    var key: Int
    var prices: [Double]
    var open: Bool?
    var starts: [Int64]
  }

  private let folder = TemporaryFolder()
  private let rows: [Row]
  private let reader: IndexReader

  init() throws {
    var random = SplitMix(seed: 5)
    let rows = (0..<400).map { key in
      Row(
        key: key,
        prices: (0..<key % 3).map { _ in Double.random(in: -20...20, using: &random).rounded() / 4
        },
        open: [true, false, nil].randomElement(using: &random) ?? nil,
        starts: (0..<key % 2).map { _ in 900_000 * Int64.random(in: 0...96, using: &random) })
    }
    let schema = try Schema(
      [.keyword("key"), .decimal("price"), .boolean("open"), .time("starts")], key: "key")
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for row in rows {
      var document: Document = ["key": "\(row.key)"]
      for price in row.prices {
        let value: FieldValue = price == 3 ? .integer(3) : .text(DecimalNumber.text(price))
        document.append(value, to: "price")
      }
      if let open = row.open { document.append(open, to: "open") }
      for start in row.starts { document.append("\(TimeOfDay(milliseconds: start))", to: "starts") }
      try writer.add(document)
      if row.key % 90 == 89 { try writer.commit() }
    }
    for key in stride(from: 0, to: 400, by: 7) { try writer.delete(key: "\(key)") }
    try writer.commit()
    self.rows = rows.filter { $0.key % 7 > 0 }
    reader = try IndexReader(path: folder.path)
  }

  private func readers() throws -> [IndexReader] {
    let writer = try IndexWriter(path: folder.path, schema: reader.schema)
    try writer.optimize()
    try writer.commit()
    #expect(IndexCheck.run(path: folder.path).problems.isEmpty)
    return [reader, try IndexReader(path: folder.path)]
  }

  private func keys(_ hits: [Hit], _ reader: IndexReader) throws -> [Int] {
    try hits.map { try #require(try reader.storedDocument($0).text("key").flatMap(Int.init)) }
  }

  private func found(_ text: String, _ reader: IndexReader) throws -> Set<Int> {
    let node = try QueryParser.parse(text, fields: QueryFields(["price", "open", "starts"]))
    let query = try QueryInterpreter(reader.schema, reader: reader).query(node)
    let hits = try reader.makeSearcher().search(query, limit: 1000).hits
    return Set(try keys(hits, reader))
  }

  @Test func queries() throws {
    func price(_ test: @escaping (Double) -> Bool) -> (Row) -> Bool {
      { $0.prices.contains(where: test) }
    }
    func start(_ range: ClosedRange<Double>) -> (Row) -> Bool {
      { $0.starts.contains { range.contains(Double($0) / 3_600_000) } }
    }
    let cases: [(String, (Row) -> Bool)] = [
      ("price:1.5", price { $0 == 1.5 }), ("price:3", price { $0 == 3 }),
      ("price:-0", price { $0 == 0 }), ("price:>=1.5", price { $0 >= 1.5 }),
      ("price:>1.5", price { $0 > 1.5 }), ("price:<-0.25", price { $0 < -0.25 }),
      ("price:≦１．２５", price { $0 <= 1.25 }), ("price:-1..2.5", price { (-1...2.5).contains($0) }),
      ("price:{-1 TO 2.5]", price { $0 > -1 && $0 <= 2.5 }),
      ("price:1～2", price { (1...2).contains($0) }),
      ("price:2..1", { _ in false }), ("price:*", { !$0.prices.isEmpty }),
      ("open:true", { $0.open == true }), ("open:FALSE", { $0.open == false }),
      ("open:*", { $0.open != nil }), ("-open:true", { $0.open != true }),
      ("starts:9:00", start(9...9)), ("starts:9時", start(9...9.9)),
      ("starts:>=午後5時", start(17...24)), ("starts:9:00..12:00", start(9...12)),
      ("starts:<0:15", start(0...0)), ("starts:24:00", start(24...24)),
    ]
    for reader in try readers() {
      for (text, matches) in cases {
        #expect(try found(text, reader) == Set(rows.filter(matches).map(\.key)), "\(text)")
      }
      for text in ["price:dear", "price:nan", "open:perhaps", "starts:25:00", "starts:noon"] {
        #expect(throws: QueryError.self) { try found(text, reader) }
      }
    }
  }

  @Test func ranges() throws {
    func keys(_ documents: DocumentSets) throws -> Set<Int> {
      let hits = try reader.makeSearcher().search(.documents(documents), limit: 1000).hits
      return Set(try self.keys(hits, reader))
    }
    #expect(
      try keys(reader.documents(whereDecimal: "price", isIn: -1...1.5))
        == Set(rows.filter { $0.prices.contains { (-1...1.5).contains($0) } }.map(\.key)))
    #expect(
      try keys(reader.documents(where: "open", is: false))
        == Set(rows.filter { $0.open == false }.map(\.key)))
    #expect(throws: SchemaError.self) { try reader.documents(whereDecimal: "open", isIn: 0...1) }
  }

  @Test(arguments: [false, true]) func sorting(descending: Bool) throws {
    for reader in try readers() {
      for field in ["price", "open", "starts"] {
        let values = Dictionary(
          uniqueKeysWithValues: rows.map { ($0.key, Self.value($0, field, descending)) })
        let request = SearchRequest(
          limit: 1000, sort: SearchSort(field: field, isDescending: descending))
        let order = try keys(reader.makeSearcher().prepare(.everything).run(request).hits, reader)
        let expected = rows.map(\.key).sorted {
          let (left, right) = (values[$0] ?? nil, values[$1] ?? nil)
          guard let left, let right else {
            return (left == nil ? 1 : 0, $0) < (right == nil ? 1 : 0, $1)
          }
          return left == right ? $0 < $1 : (left < right) != descending
        }
        #expect(order == expected, "\(field)")
      }
    }
  }

  /// What a document counts by.
  private static func value(_ row: Row, _ field: String, _ descending: Bool) -> Double? {
    switch field {
    case "price": descending ? row.prices.max() : row.prices.min()
    case "open": row.open.map { $0 ? 1 : 0 }
    default: row.starts.first.map(Double.init)
    }
  }

  @Test func facets() throws {
    for reader in try readers() {
      let request = SearchRequest(limit: 0, facets: ["price", "open", "starts"])
      let facets = try reader.makeSearcher().prepare(.everything).run(request).facets
      #expect(Set(facets[0].compactMap { Self.number($0.value) }) == Set(rows.flatMap(\.prices)))
      for price in facets[0] {
        #expect(price.count == rows.count { $0.prices.contains(Self.number(price.value) ?? .nan) })
      }
      for open in facets[1] { #expect(open.count == rows.count { $0.open == open.value.boolean }) }
      for start in facets[2] {
        let time = TimeOfDay(start.value.text ?? "")?.milliseconds
        #expect(start.count == rows.count { $0.starts.first == time && time != nil })
      }
    }
  }

  private static func number(_ value: FieldValue) -> Double? {
    value.text.flatMap(DecimalNumber.parse)
  }

  @Test func whatIsNone() throws {
    let writer = try IndexWriter(path: folder.path, schema: reader.schema)
    let values: [(String, FieldValue)] = [
      ("price", .text("nan")), ("price", .text("1e999")), ("price", .boolean(true)),
      ("open", .text("true")), ("open", .integer(1)), ("starts", .text("noon")),
      ("starts", .integer(9)),
    ]
    for (field, value) in values {
      var document: Document = ["key": "x"]
      document.append(value, to: field)
      let error = #expect(throws: DocumentError.self) { try writer.add(document) }
      #expect(error?.field == field)
    }
  }
}
