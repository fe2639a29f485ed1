import HaskapQuery
import HaskapTestSupport
import Testing

@testable import Haskap

/// Files that lie with right checksums: whatever a file says, reading the index gives an error or an
/// answer, and neither ends the process nor leaves its memory. `Tests/Torture/run` tries far more.
@Suite struct ResealedTests {
  private let folder = TemporaryFolder()
  private static let queries = [
    "w0", "w1 w2", "\"w0 w1\"", "\"w1 w0\"~3", "w1*", "w?2", "w1~1", "tag:t1", "year:2019..2020",
    "price:>=1.5", "open:true", "starts:9:00..11:00",
    "国会", "\"協働のまち\"", "の", "*文庫", "w0 OR w3 -w9",
  ]

  private func makeIndex() throws -> SealedIndex {
    var options = IndexWriter.Options()
    options.pairs = PairRule(minCandidates: 400)
    options.plainLength = 0
    try StoredIndex.write(
      to: IndexWriter(replacing: folder.path, schema: StoredIndex.schema, options: options))
    return SealedIndex(folder.path)
  }

  private func use() {
    _ = IndexCheck.run(path: folder.path)
    guard let reader = try? IndexReader(path: folder.path) else { return }
    let interpreter = QueryInterpreter(reader.schema, reader: reader)
    let fields = QueryFields(reader.schema.fields.map(\.name))
    for text in Self.queries {
      guard let node = try? QueryParser.parse(text, fields: fields),
        let query = try? interpreter.query(node)
      else { continue }
      let prepared = try? reader.makeSearcher().prepare(query)
      let found = try? prepared?.run(SearchRequest(limit: 5, countsTotal: true, facets: ["tag"]))
      for hit in found?.hits ?? [] { _ = try? reader.storedDocument(hit) }
      _ = try? prepared?.run(SearchRequest(limit: 5, sort: SearchSort(field: "day")))
    }
  }

  private func with(
    _ index: SealedIndex, _ name: String, _ body: [UInt8], _ test: () throws -> Void
  ) rethrows {
    let changed = index.resealed(name, body)
    for (name, bytes) in changed { write(bytes, to: "\(folder.path)/\(name)") }
    try test()
    for name in changed.keys { write(index.files[name] ?? [], to: "\(folder.path)/\(name)") }
  }

  /// So that the others try what they are meant to.
  @Test func resealingTheSameIsSound() throws {
    let index = try makeIndex()
    for name in index.names {
      with(index, name, index.body(name)) {
        #expect(IndexCheck.run(path: folder.path).isSound, "\(name)")
      }
    }
  }

  @Test func randomLies() throws {
    let index = try makeIndex()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("ResealedTests: seed \(seed)")
    var random = SplitMix(seed: seed)
    for name in index.names {
      for _ in 0..<8 {
        var body = index.body(name)
        Mutation.change(&body, &random)
        with(index, name, body) { use() }
      }
    }
  }

  /// Keywords stand in a column as well.
  @Test func checkComparesKeywords() throws {
    let schema = try Schema([.keyword("tag", stored: false)])
    let writer = try IndexWriter(replacing: folder.path, schema: schema)
    for number in 0..<9 { try writer.add(["tag": number % 3 == 0 ? ["a", "b", "a"] : ["b"]]) }
    try writer.commit()
    #expect(IndexCheck.run(path: folder.path).isSound)
    let index = SealedIndex(folder.path)
    let name = try #require(index.names.first { $0.hasSuffix(".postings") })
    // Gaps between documents: 0, 3, 6 becomes 0, 2, 5.
    var body = index.body(name)
    let place = try #require(body.firstIndex(of: 2))
    body[place] = 1
    with(index, name, body) {
      let problem = IndexCheck.run(path: folder.path).problems.first as? FormatError
      #expect(problem?.expected == "no 'a' in document 2, as in its column")
    }
  }

  /// What a check refuses is not sealed anew.
  @Test func optimizingRefusesWhatCheckRefuses() throws {
    let index = try makeIndex()
    let name = try #require(index.names.first { $0.hasSuffix(".norms") })
    var body = index.body(name)
    body[3] ^= 1
    try with(index, name, body) {
      #expect(!IndexCheck.run(path: folder.path).isSound)
      let writer = try IndexWriter(path: folder.path, schema: StoredIndex.schema)
      #expect(throws: FormatError.self) { try writer.optimize() }
    }
  }

  /// PhraseIndex are compared with the texts.
  @Test func checkReadsPairs() throws {
    let index = try makeIndex()
    let name = try #require(index.names.first { $0.hasSuffix(".pairs") })
    var unseen = 0
    let listEnd = index.body(name).count / 2
    for place in stride(from: 0, to: listEnd, by: 97) {
      var body = index.body(name)
      body[place] ^= 4
      with(index, name, body) { if IndexCheck.run(path: folder.path).isSound { unseen += 1 } }
    }
    #expect(unseen * 4 < listEnd / 97, "bounds alone may be other ones: \(unseen)")
  }
}
