public import Haskap

/// An index whose content is a function of the number of commits: commit `n` replaces and deletes
/// documents by a random sequence of seed `n`. The payload of a commit is its number.
public enum DurableIndex {
  public static let keys = 30

  public static var schema: Schema {
    get throws {
      try Schema(
        [
          .keyword("id"), .text("body", analyzer: "whitespace", grams: true), .integer("year"),
          .keyword("department", stored: false), .date("day"),
        ], key: "id")
    }
  }

  /// What the documents are after so many commits.
  public static func model(after commits: Int) -> [String: Document] {
    var model: [String: Document] = [:]
    for commit in 1...max(1, commits) where commits > 0 {
      for (key, document) in changes(of: commit) { model[key] = document }
    }
    return model
  }

  /// Keys with their new documents; nil for those that are deleted.
  public static func changes(of commit: Int) -> [(key: String, document: Document?)] {
    var random = SplitMix(seed: UInt64(commit))
    return (0..<Int.random(in: 1...8, using: &random)).map { _ in
      let key = "\(Int.random(in: 0..<keys, using: &random))"
      guard Int.random(in: 0..<5, using: &random) > 0 else { return (key, nil) }
      let words = (0..<5).map { _ in "w\(Int.random(in: 0..<9, using: &random))" }
      return (
        key,
        [
          "id": "\(key)", "body": "\(words.joined(separator: " "))", "year": 2023,
          "day": "2023-08-22",
        ]
      )
    }
  }

  public static func apply(_ commit: Int, to writer: IndexWriter) throws {
    for (key, document) in changes(of: commit) {
      if let document { try writer.replace(document) } else { try writer.delete(key: key) }
    }
    if commit % 5 == 0 { try writer.optimize() }
    try writer.commit(payload: Array("\(commit)".utf8))
  }

  public static func commits(_ reader: IndexReader) -> Int? {
    Int(String(decoding: reader.payload, as: UTF8.self))
  }

  /// All that a reader can tell: documents by key, counts of every word, facets.
  public static func answers(_ reader: IndexReader) throws -> Answers {
    var documents: [String: Document] = [:]
    let everything = try reader.makeSearcher().prepare(.everything).run(
      SearchRequest(limit: keys, sort: SearchSort(field: "day"), facets: ["year"]))
    for hit in everything.hits {
      let document = try reader.storedDocument(hit)
      documents[document.text("id") ?? ""] = document
    }
    let words = (0..<9).map { Array("w\($0)".utf8) }
    let queries =
      words.map { Query.term(field: "body", $0) }
      + words.map { Query.phrase(field: "body", [$0, words[0]]) }
    let found = try queries.map { query in
      try reader.makeSearcher().search(query, limit: keys, counting: true)
    }
    return Answers(
      payload: reader.payload, documents: documents, found: found,
      years: everything.facets[0], count: reader.documentCount)
  }

  public struct Answers: Equatable {
    public var payload: [UInt8]
    public var documents: [String: Document]
    public var found: [SearchResponse]
    public var years: [FacetCount]
    public var count: Int
  }
}
