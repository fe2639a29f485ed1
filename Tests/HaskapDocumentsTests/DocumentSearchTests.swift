import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import Testing

/// Files of documents become an index and answers by the library alone.
@Suite struct DocumentSearchTests {
  private let folder = TemporaryFolder()
  private let reader: IndexReader

  init() throws {
    let file = "\(folder.path)/d.jsonl"
    let lines = """
      {"id":"a","title":"港まつり","views":120000,"published":"2023-04-02","body":"港で花火があがった。"}
      {"id":"b","title":"雪まつり","views":90000,"published":"2023-03-31","body":"雪の像がならんだ。"}
      {"id":"c","title":"読書会","views":12,"published":"2021-01-01","body":"本を読んだ。"}

      """
    try lines.write(toFile: file, atomically: false, encoding: .utf8)
    let summary = try DocumentIndexer(index: "\(folder.path)/i").build([file])
    #expect(summary.documents == 3)
    reader = try IndexReader(path: "\(folder.path)/i")
  }

  private func found(_ request: DocumentRequest) throws -> [String?] {
    try DocumentSearch(request, in: reader).answer().hits.map { $0.document.text("id") }
  }

  @Test func columnsInQueries() throws {
    #expect(Set(try found(DocumentRequest("views:90000.."))) == ["a", "b"])
    #expect(try found(DocumentRequest("published:2023-04..")) == ["a"])
    #expect(try found(DocumentRequest("まつり views:..99999")) == ["b"])
    #expect(try found(DocumentRequest("views:soon")).isEmpty)
    var filtered = DocumentRequest("まつり")
    filtered.filter = "views:soon"
    #expect(throws: InputError.self) { try found(filtered) }
  }

  /// All in one call of the library.
  @Test func inOneLine() throws {
    let index = try Index(path: "\(folder.path)/i")
    let answer = try index.search(
      "まつり", filter: "views:90000..", limit: 1, offset: 1, sort: "views:desc", facets: ["views"])
    #expect(answer.total == 2 && answer.hits.map { $0.document.text("id") } == ["b"])
    #expect(answer.hits.first?.snippet != nil)
    #expect(answer.facets.first?.counts.map(\.value) == [.integer(90000), .integer(120_000)])
    // A filter changes no rank, and holds for partial answers too.
    let scores = try index.search("まつり").hits.map(\.score)
    #expect(try index.search("まつり", filter: "published:2023..").hits.map(\.score) == scores)
    #expect(try index.search("花火ラーメン", filter: "views:..99").hits.isEmpty)
    #expect(try index.document(key: "c")?.document.text("title") == "読書会")
    #expect(throws: InputError.self) { try index.search("海", sort: "height") }
    #expect(throws: (any Error).self) { try index.search("海", facets: ["height"]) }
  }

  @Test func sortingAndPaging() throws {
    var request = DocumentRequest()
    request.sort = .init(field: "views", isDescending: true)
    (request.offset, request.limit) = (1, 1)
    #expect(try found(request) == ["b"])
  }

  /// What no document has as a whole is answered by its parts, and said to be.
  @Test func partialAnswers() throws {
    let answer = try DocumentSearch(DocumentRequest("花火ラーメン"), in: reader).answer()
    #expect(answer.isPartial)
    #expect(answer.hits.first?.document.text("id") == "a")
    #expect(answer.hits.first?.snippet?.snippet.text.contains("花火") == true)
  }

  /// Pairs of letters are no words, and nor is a piece of a word; a quotation stands for the whole.
  @Test(arguments: ["花壇", "図書会議", "火事と像", "\"花火大会\"", "本日 \"港 花火\"", "\"雪\" \"港\" \"海\"", "花火 海 雪"])
  func piecesAreNoWords(query: String) throws {
    let answer = try DocumentSearch(DocumentRequest(query), in: reader).answer()
    let expected =
      ["火事と像": ["b"], "\"雪\" \"港\" \"海\"": ["a", "b"], "花火 海 雪": ["a", "b"]][query] ?? []
    #expect(Set(answer.hits.map { $0.document.text("id") }) == Set(expected))
    #expect(answer.total == expected.count)
  }

  /// Pages of a question end where the next ones begin, and all count the same.
  @Test func pagesOfPartialAnswers() throws {
    let parts = ["港で", "花火を見た。", "雪が降った。", "像をつくった。", "祭りがあった。"]
    let lines = (0..<130).map { number in
      let body = (0..<9).map { parts[(number * ($0 + 2) + $0 * $0) % parts.count] }.joined()
      return #"{"id":"\#(number)","kind":"k\#(number % 3)","body":"\#(body)"}"#
    }
    let file = "\(folder.path)/p.jsonl"
    try lines.joined(separator: "\n").write(toFile: file, atomically: false, encoding: .utf8)
    _ = try DocumentIndexer(index: "\(folder.path)/p").build([file])
    let index = try Index(path: "\(folder.path)/p")
    func ids(_ limit: Int, _ offset: Int) throws -> [String?] {
      let answer = try index.search(
        "港の雪の祭りの花火と像はどこですか", limit: limit, offset: offset, facets: ["kind"])
      #expect(answer.isPartial && answer.total == 130)
      #expect(answer.facets.first?.counts.map(\.count) == [44, 43, 43])
      return answer.hits.map { $0.document.text("id") }
    }
    let all = try ids(130, 0)
    #expect(Set(all).count == 130)
    #expect(try stride(from: 0, to: 130, by: 7).flatMap { try ids(7, $0) } == all)
    #expect(try ids(0, 0).isEmpty && ids(10, 130).isEmpty)
  }
}
