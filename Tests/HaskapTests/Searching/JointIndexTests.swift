import Foundation
import HaskapQuery
import HaskapTestSupport
import Testing

@testable import Haskap

/// Several indexes answer as the one that was given the documents of the first, then those of the
/// second, and so on: hits and their order, scores to the last bit, totals, facets, sets.
@Suite struct JointIndexTests {
  private static func schema() throws -> Schema {
    try Schema(
      [
        .keyword("id"), .text("title", weight: 2), .text("body", grams: true),
        .keyword("tags"), .integer("year"), .date("day"),
      ], key: "id")
  }

  private static let queries = [
    "の", "東京", "市民 協働事業", "\"の 東京\"", "京市", "とまこ", "市民*", "*事業", "comm?ttee", "comitee~1",
    "\"東京 市民\"~6", "title:東京", "東京 OR committee", "東京 -の", "tags:甲", "市民 year:2003..2006",
    "body:a..ac", "no東西such",
  ]

  @Test(arguments: 0..<4)
  func randomSplits(round: Int) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    let documents = Self.documents(Int.random(in: 1...500, using: &random), seed: seed)
    let folder = TemporaryFolder()
    let whole = try Self.index(documents, "\(folder.path)/whole", commits: round + 1)
    let count = [1, 2, 5, 16][round]
    // Parts without documents are welcome.
    let cuts = (1..<count).map { _ in Int.random(in: 0...documents.count, using: &random) }.sorted()
    let ends = zip([0] + cuts, cuts + [documents.count])
    let paths = try ends.enumerated().map { place, range in
      let path = "\(folder.path)/\(place)"
      _ = try Self.index(Array(documents[range.0..<range.1]), path)
      return path
    }
    let parts = try IndexReader(paths: paths)
    let joined = try Self.merged(parts, "\(folder.path)/joined")
    #expect(IndexCheck.run(path: joined.path).isSound, "seed \(seed)")
    for query in Self.queries {
      let expected = try Answer(query, whole)
      #expect(try Answer(query, parts) == expected, "seed \(seed), \(count) parts: \(query)")
      #expect(try Answer(query, joined) == expected, "seed \(seed), merged: \(query)")
    }
    for field in ["tags", "year", "day"] {
      let values = try whole.valueCount(of: field, upTo: 1000)
      #expect(try parts.valueCount(of: field, upTo: 1000) == values, "seed \(seed): \(field)")
    }
    #expect(try parts.valueCount(of: "id", upTo: documents.count - 1) == nil)
  }

  @Test func laterIndexesReplaceDocumentsOfTheSameKeyWhenMerged() throws {
    let folder = TemporaryFolder()
    let first = Self.documents(30, seed: 1)
    let second = Self.documents(45, seed: 2).dropFirst(20)
    _ = try Self.index(first, "\(folder.path)/a", commits: 3)
    _ = try Self.index(Array(second), "\(folder.path)/b", commits: 2)
    let parts = try IndexReader(paths: ["\(folder.path)/a", "\(folder.path)/b"])
    #expect(parts.documentCount == 55)
    let writer = try IndexWriter(path: "\(folder.path)/c", schema: Self.schema())
    #expect(try writer.replaceAll(by: parts) == 10)
    try writer.commit()
    let joined = try IndexReader(path: "\(folder.path)/c")
    #expect(IndexCheck.run(path: joined.path).isSound)
    let stored = try (0..<45).map { try joined.storedDocument(segment: 0, document: $0) }
    #expect(stored == Array(first.prefix(20)) + second)
  }

  @Test func damageNamesTheFolderAndNothingIsMergedOfIt() throws {
    let folder = TemporaryFolder()
    let paths = ["a", "b"].map { "\(folder.path)/\($0)" }
    for path in paths { _ = try Self.index(Self.documents(40, seed: 3), path) }
    let joined = try IndexReader(paths: paths)
    let name = try #require(FolderListing.names(paths[1]).first { $0.hasSuffix(".postings") })
    let place = URL(filePath: "\(paths[1])/\(name)")
    var bytes = try Data(contentsOf: place)
    bytes[300] ^= 8
    try bytes.write(to: place)
    let writer = try IndexWriter(path: "\(folder.path)/c", schema: Self.schema())
    #expect(throws: FormatError.self) { try writer.replaceAll(by: joined) }
    let error = #expect(throws: FormatError.self) {
      let reader = try IndexReader(paths: paths)
      for query in Self.queries { _ = try Answer(query, reader) }
    }
    #expect(error?.file == "\(paths[1])/\(name)")
  }

  @Test func refusesWhatIsNotMadeForEachOther() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/a"
    _ = try Self.index(Self.documents(3, seed: 4), path)
    let other = "\(folder.path)/b"
    let fields = try Self.schema().fields.map { $0.name == "year" ? .keyword("year") : $0 }
    try IndexWriter(path: other, schema: Schema(fields, key: "id")).commit()
    let error = #expect(throws: JointIndexError.self) { try IndexReader(paths: [path, other]) }
    #expect(error?.description.contains("their fields 'year' differ") == true)
    #expect(throws: JointIndexError.self) { try IndexReader(paths: [path, path + "/../a/"]) }
    #expect(throws: JointIndexError.self) { try IndexReader(paths: []) }
  }

  @Test func seesWhatIsCommittedToAnyOfThem() throws {
    let folder = TemporaryFolder()
    let paths = ["a", "b"].map { "\(folder.path)/\($0)" }
    for path in paths { _ = try Self.index(Self.documents(3, seed: 5), path) }
    let reader = try IndexReader(paths: paths)
    #expect(try reader.reopenIfChanged() === reader)
    let writer = try IndexWriter(path: paths[1], schema: Self.schema())
    try writer.add(["id": "new", "body": "東京"])
    try writer.commit()
    let newer = try reader.reopenIfChanged()
    #expect(newer.documentCount == 7 && newer.generation == reader.generation + 1)
  }
}

extension JointIndexTests {
  private struct Answer: Equatable {
    var hits: [[String]]
    var response: SearchResponse
    var found: Set<String>

    init(_ text: String, _ reader: IndexReader) throws {
      let fields = QueryFields(["id", "title", "body", "tags", "year", "day"])
      let node = try QueryParser.read(text, fields: fields).node
      let prepared = try reader.makeSearcher().prepare(
        QueryInterpreter(reader.schema, reader: reader).query(node))
      func run(_ sort: SearchSort?) throws -> SearchResponse {
        try prepared.run(
          SearchRequest(
            limit: 25, offset: 2, countsTotal: true, sort: sort, facets: ["tags", "year", "day"],
            gathersDocuments: true))
      }
      let answers = try [
        nil, SearchSort(field: "year"), SearchSort(field: "day", isDescending: true),
        SearchSort(field: "tags"),
      ].map(run)
      hits = try answers.map { answer in
        try answer.hits.map { "\(try reader.storedDocument($0).text("id") ?? "") \($0.score)" }
      }
      response = answers[0]
      found = []
      for segment in 0..<reader.segmentCount {
        var documents: [Int] = []
        response.documents?.forEach(inSegment: segment, below: 1 << 20) { documents.append($0) }
        for document in documents {
          let stored = try reader.storedDocument(segment: segment, document: document)
          found.insert(stored.text("id") ?? "")
        }
      }
      // These tell segments, which are others.
      (response.hits, response.documents) = ([], nil)
    }
  }

  private static func documents(_ count: Int, seed: UInt64) -> [Document] {
    var corpus = OracleCorpus(seed: seed, words: 80)
    return (0..<count).map { number in
      var document: Document = ["id": "d\(number)"]
      for (field, texts) in corpus.document(longest: 60).sorted(by: { $0.key < $1.key }) {
        for words in texts { document.append(words.joined(separator: " "), to: field) }
      }
      for tag in ["甲", "乙", "丙"] where Bool.random(using: &corpus.random) {
        document.append(tag, to: "tags")
      }
      document.append(Int.random(in: 2000...2009, using: &corpus.random), to: "year")
      let day = Int.random(in: 1...28, using: &corpus.random)
      if day > 5 { document.append("2023-04-\(day < 10 ? "0" : "")\(day)", to: "day") }
      return document
    }
  }

  private static func index(
    _ documents: [Document], _ path: String, commits: Int = 1
  ) throws -> IndexReader {
    let writer = try IndexWriter(
      IndexDirectory(path: path, system: .withoutForce), schema: schema(),
      options: IndexWriter.Options(), replacing: false)
    let size = documents.count / commits + 1
    for first in stride(from: 0, to: documents.count, by: size) {
      for document in documents[first...].prefix(size) { try writer.add(document) }
      try writer.commit()
    }
    if documents.isEmpty { try writer.commit() }
    return try IndexReader(path: path)
  }

  private static func merged(_ reader: IndexReader, _ path: String) throws -> IndexReader {
    let writer = try IndexWriter(path: path, schema: schema())
    #expect(try writer.replaceAll(by: reader) == 0)
    try writer.commit()
    return try IndexReader(path: path)
  }
}
