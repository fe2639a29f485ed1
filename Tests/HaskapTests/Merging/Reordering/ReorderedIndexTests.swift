import HaskapTestSupport
import Testing

@testable import Haskap

/// An index whose documents were reordered answers like one whose documents were not.
@Suite struct ReorderedIndexTests {
  /// Few long documents, whose positions take more than a byte, and many short ones.
  @Test(arguments: [(300, 900, 30), (900, 30, 12)])
  func answersStayTheSame(count: Int, longest: Int, queries: Int) throws {
    var corpus = OracleCorpus(seed: UInt64(count), words: 50)
    let documents = (0..<count).map { _ in corpus.document(longest: longest) }
    let folders = [TemporaryFolder(), TemporaryFolder()]
    try write(documents, to: folders[0], reorder: false)
    try write(documents, to: folders[1], reorder: true)
    let readers = try folders.map { try IndexReader(path: $0.path) }
    let ids = try readers.map(Self.ids)
    #expect(ids[0] != ids[1])
    #expect(ids[0] == ids[1].sorted())
    for _ in 0..<queries {
      let query = corpus.query(depth: 1)
      let answers = try zip(readers, ids).map { try answer($0, query, $1) }
      #expect(answers[0] == answers[1], "\(query)")
    }
    withExtendedLifetime(folders) {
      #expect(IndexCheck.run(path: folders[1].path).problems.isEmpty)
    }
  }

  /// The same documents in the same segments give the same bytes, however many threads work.
  @Test func isDeterministic() throws {
    var corpus = OracleCorpus(seed: 6, words: 50)
    let documents = (0..<500).map { _ in corpus.document(longest: 20) }
    let files = try [1, 3].map { workers in
      let folder = TemporaryFolder()
      try write(documents, to: folder, reorder: true, workers: workers)
      return try withExtendedLifetime(folder) {
        try #require(IndexReader(path: folder.path).segments.first).record.files
      }
    }
    #expect(files[0] == files[1])
  }

  /// Documents that stand together already stay where they are.
  @Test func keepsABetterOrder() throws {
    let documents: [OracleDocument] = (0..<300).map { number in
      ["body": [["kind\(number / 100)", "of\(number / 50)", "group\(number / 10)"]]]
    }
    let folder = TemporaryFolder()
    try write(documents, to: folder, reorder: true)
    let ids = try withExtendedLifetime(folder) { try Self.ids(IndexReader(path: folder.path)) }
    #expect(ids == ids.sorted())
  }

  /// Three segments, of which two have deleted documents.
  private func write(
    _ documents: [OracleDocument], to folder: TemporaryFolder, reorder: Bool, workers: Int = 1
  ) throws {
    var options = IndexWriter.Options()
    options.workers = workers
    let schema = try Schema(
      [
        .keyword("id"), .text("title", analyzer: "whitespace", stored: false),
        .text("body", analyzer: "whitespace", grams: true, stored: false), .integer("number"),
      ], key: "id")
    let writer = try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce), schema: schema, options: options,
      replacing: false)
    for (number, document) in documents.enumerated() {
      var fields = Document()
      fields.append(.text(Self.id(number)), to: "id")
      fields.append(.integer(Int64(number)), to: "number")
      for (field, values) in document {
        for value in values { fields.append(.text(value.joined(separator: " ")), to: field) }
      }
      try writer.add(fields)
      if number % 7 == 3 { try writer.delete(key: Self.id(number / 2)) }
      if [documents.count / 4, documents.count / 2].contains(number) { try writer.commit() }
    }
    try writer.commit()
    #expect(try IndexReader(path: folder.path).segmentCount == 3)
    try writer.optimize(reorder: reorder)
    try writer.commit()
    #expect(try IndexReader(path: folder.path).segmentCount == 1)
  }

  private static func id(_ number: Int) -> String { "\(100_000 + number)" }

  /// The key of each document; its column says the same.
  private static func ids(_ reader: IndexReader) throws -> [String] {
    let segment = try #require(reader.segments.first)
    let numbers = try #require(segment.columns[3]).view()
    return try (0..<segment.documentCount).map { document in
      let stored = try reader.storedDocument(segment: 0, document: document)
      let number = try #require(try numbers.first(of: document))
      #expect(stored.text("id") == id(Int(number)))
      return try #require(stored.text("id"))
    }
  }

  private struct Answer: Equatable {
    var count: Int
    var top: [Double]
    var scores: [String: Double]
  }

  private func answer(_ reader: IndexReader, _ query: Query, _ ids: [String]) throws -> Answer {
    let searcher = reader.makeSearcher()
    let all = try searcher.search(query, limit: reader.documentCount)
    return Answer(
      count: try searcher.count(query),
      top: try searcher.search(query, limit: 10).hits.map(\.score),
      scores: Dictionary(
        uniqueKeysWithValues: all.hits.map { (ids[Int($0.document)], $0.score) }))
  }
}
