import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import Testing

/// Values of Swift as documents, and back.
@Suite struct CodingTests {
  private struct Page: Codable, Equatable {
    enum Kind: String, Codable { case news, report }
    struct Author: Codable, Equatable {
      var name: String
      var born: Int?
    }

    var id: String
    var title: String
    var views: Int
    var rating: Double
    var day: Day?
    var seen: Date?
    var open = true
    var kind = Kind.news
    var tags: [String] = []
    var author: Author?
    var link: URL?
    var picture: Data?
  }

  private static let schema = Result {
    try Schema(
      [
        .keyword("id"), .text("title", grams: true), .integer("views"), .decimal("rating"),
        .date("day"), .date("seen"), .keyword("open"), .keyword("kind"), .keyword("tags"),
        .text("author.name"), .integer("author.born"), .keyword("link"), .stored("picture"),
      ], key: "id")
  }

  private static let pages = [
    Page(id: "1", title: "港まつり", views: -3, rating: 4.25),
    Page(
      id: "2", title: "雪まつり", views: 90_000, rating: -1e-9, day: Day("2023-04-02"),
      seen: Date(timeIntervalSince1970: 1_700_000_000.5), open: false, kind: .report,
      tags: ["雪", "冬"], author: .init(name: "中谷", born: 1900),
      link: URL(string: "https://example.jp/a?b=c"), picture: Data([0, 255, 7])),
    Page(id: "3", title: "", views: .max, rating: 3, author: .init(name: "")),
  ]

  private let folder = TemporaryFolder()

  private func index() throws -> Index {
    let writer = try IndexWriter(path: folder.path, schema: Self.schema.get())
    for page in Self.pages { try writer.add(encoding: page) }
    try writer.commit()
    return try Index(path: folder.path)
  }

  @Test func throughAnIndex() throws {
    let index = try index()
    for page in Self.pages {
      #expect(try index.document(key: page.id)?.decoded(as: Page.self) == page)
    }
    let found: [Page] = try index.search("まつり", sort: "views").hits.map { try $0.decoded() }
    #expect(found == [Self.pages[0], Self.pages[1]])
    #expect(try index.search("seen:2023-11-14").hits.count == 1)
  }

  @Test func typedColumns() throws {
    let index = try index()
    let views = try index.column("views", of: Int.self)
    let rating = try index.column("rating", of: Double.self)
    func found(_ filter: String, _ sort: String) throws -> [Int?] {
      try index.search(filter: filter, sort: sort).hits.map { $0.document[views] }
    }
    #expect(try found(views.from(-3, through: 90_000), views.descending) == [90_000, -3])
    #expect(try found(rating.from(-1), rating.ascending) == [90_000, .max, -3])
    #expect(try found(rating.through(0), rating.ascending) == [90_000])
    #expect(try found(rating.equal(to: 4.25), rating.ascending) == [-3])
    #expect(try found(index.column("day", of: Day.self).from(Day(number: 0)), "id") == [90_000])
    let open = try index.column("open", of: Bool.self)
    let counts = try index.search(facets: ["open"]).counts(of: open)
    #expect(counts.map(\.value) == [true, false] && counts.map(\.count) == [2, 1])
    #expect(throws: InputError.self) { try index.column("title", of: String.self) }
    #expect(throws: InputError.self) { try index.column("views", of: Day.self) }
  }

  /// A document is what it is, and errors say where in a value they are.
  @Test func errorsNameThePath() throws {
    func path(_ value: some Encodable) -> String? {
      do {
        _ = try DocumentEncoder(Self.schema.get()).encode(value)
        return nil
      } catch EncodingError.invalidValue(_, let context) {
        return context.codingPath.map(\.stringValue).joined(separator: "/")
      } catch {
        return "\(error)"
      }
    }
    #expect(path(["id": "1"]) == nil)
    #expect(path(["height": 3]) == "height")
    #expect(path(["views": "many"]) == "views")
    #expect(path(["author": ["born": 1.5]]) == "author/born")
    #expect(path(["tags": [["a"], ["b"]]]) == "tags/0/0")
    #expect(path(["tags": [["a": "b"]]]) == "tags/0/a")
    #expect(path(["title": Data([1])]) == "title")
    #expect(path(7) == "")

    let decoder = DocumentDecoder()
    let document: Document = ["id": "1", "title": "海", "views": "many", "rating": 1.5]
    #expect(throws: DecodingError.self) { try decoder.decode(Page.self, from: document) }
    do {
      _ = try decoder.decode(Page.self, from: document)
    } catch DecodingError.typeMismatch(_, let context) {
      #expect(context.codingPath.map(\.stringValue) == ["views"])
    }
    do {
      _ = try decoder.decode([String: [String: Int]].self, from: ["a.b": 1, "c.d": "x"])
    } catch DecodingError.typeMismatch(_, let context) {
      #expect(context.codingPath.map(\.stringValue) == ["c", "d"])
    }
    #expect(
      try decoder.decode([String: [String: Int]].self, from: ["a.b": 1, "c.d": 2])
        == ["a": ["b": 1], "c": ["d": 2]])
  }
}
