import Glibc
import HaskapTestSupport
import HaskapText
import Testing

@testable import Haskap

private let isKnownICU =
  (try? Analyzer(named: "icu").fingerprint.contains("icu 72.1")) == true

/// The stored index of each version of the format is read, and answers as one does that is written
/// now. With `HASKAP_RECORD` set the one of the present version is written anew.
@Suite(
  .enabled(
    if: isKnownICU, "the stored index was cut by ICU 72.1, and this is another one"
  )
) struct StoredIndexTests {
  private let folder =
    #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Index/Stored/v3"

  private func write(_ path: String) throws {
    var options = IndexWriter.Options()
    options.pairs = PairRule(minCandidates: 400)
    options.plainLength = 0
    let schema = try StoredIndex.schema
    try StoredIndex.write(to: IndexWriter(replacing: path, schema: schema, options: options))
    unlink("\(path)/\(WriterLock.name)")
  }

  private func stored() throws -> IndexReader {
    try IndexReader(path: folder)
  }

  @Test(.enabled(if: getenv("HASKAP_RECORD") != nil, "the stored index stays as it is"))
  func record() throws {
    try write(folder)
    Issue.record("the index was written anew; look at the change and run again")
  }

  @Test func isSound() throws {
    let reader = try stored()
    #expect(IndexCheck.run(path: folder).problems.isEmpty)
    #expect(reader.schema == (try StoredIndex.schema))
    #expect(reader.documentCount == StoredIndex.numbers.count)
    #expect(reader.payload == Array("commit \(StoredIndex.numbers.upperBound)".utf8))
  }

  /// Otherwise it would not test that they are read.
  @Test func holdsEveryStructure() throws {
    let segments = try stored().segments
    #expect(segments.count == 3)
    #expect(segments.contains { $0.deletions != nil })
    let index = try #require(segments.first).inverted
    let field = try #require(index.field(named: "body"))
    #expect(index.pairs != nil)
    let documents = try #require(segments.first).documents
    #expect(try documents.stored(0).first == DocumentBlockLayout.isPacked)
    var codes: Set<String> = []
    for word in 0..<StoredIndex.wordCount {
      let info = try Array("w\(word)".utf8).withUnsafeBytes { try index.find($0, field: field) }
      let postings = try index.postings(of: #require(info), field: field)
      if postings.ceilings != nil { codes.insert("block maxima") }
      for block in 0..<postings.allBlocks {
        switch postings.documents(ofBlock: block) {
        case .run: codes.insert("run")
        case .bits: codes.insert("bits")
        case .packed: codes.insert("packed")
        case .tail: codes.insert("tail")
        }
      }
    }
    #expect(codes == ["block maxima", "bits", "packed", "tail"])
  }

  @Test func countsAreThoseOfTheDocuments() throws {
    let searcher = try stored().makeSearcher()
    let contents = StoredIndex.numbers.map(StoredIndex.content)
    func bytes(_ word: Int) -> [UInt8] { Array("w\(word)".utf8) }
    for word in stride(from: 0, to: StoredIndex.wordCount, by: 7) {
      let found = contents.count { $0.words.contains("w\(word)") }
      #expect(try searcher.count(.term(field: "body", bytes(word))) == found)
    }
    for (first, second) in [(0, 1), (1, 0), (0, 0), (2, 9), (30, 31)] {
      let found = contents.count {
        zip($0.words, $0.words.dropFirst()).contains { $0 == "w\(first)" && $1 == "w\(second)" }
      }
      let phrase = Query.phrase(field: "body", [bytes(first), bytes(second)])
      #expect(try searcher.count(phrase) == found)
    }
    let library = Query.term(field: "title", Array("どんぐり文庫".utf8))
    #expect(try searcher.count(library) == contents.count { $0.title.contains("どんぐり文庫") })
  }

  @Test func answersLikeOneThatIsWrittenNow() throws {
    let temporary = TemporaryFolder()
    try write(temporary.path)
    let readers = [try stored(), try IndexReader(path: temporary.path)]
    let words = (0..<4).map { Query.term(field: "body", Array("w\($0)".utf8)) }
    let texts = ["国会", "子ども", "令和5年度", "どんぐり", "協働のまち"].map { text in
      Query.any(
        [
          .unit(
            TextUnit(
              fields: [WeightedField("title")], variants: [UnitVariant(utf8: Array(text.utf8))]))
        ])
    }
    for query in words + texts + [.any(words), .all(words), .everything] {
      let request = SearchRequest(
        limit: 50, countsTotal: true, facets: ["tag"], gathersDocuments: true)
      var found = try readers.map { try $0.makeSearcher().prepare(query).run(request) }
      #expect(found[0].documents?.words == found[1].documents?.words)
      // Sets are compared as objects.
      for index in found.indices { found[index].documents = nil }
      #expect(found[0] == found[1])
      for hit in found[0].hits {
        #expect(try readers[0].storedDocument(hit) == readers[1].storedDocument(hit))
      }
    }
  }
}
