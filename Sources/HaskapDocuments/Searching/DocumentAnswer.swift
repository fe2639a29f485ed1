public import Haskap

/// What a search over documents found.
public struct DocumentAnswer: Sendable {
  public var query: String
  /// All that match, not only those shown.
  public var total: Int
  /// How many of these have all words as they were typed; the others have one in another spelling.
  public var exactTotal: Int
  public var offset: Int
  public var hits: [DocumentHit]
  /// In the order of the schema.
  public var facets: [DocumentFacet]
  /// True when nothing matches all words and the hits are the best that match some.
  public var isPartial = false
  /// Why nothing has all words; nil where something has.
  public var shortfall: Shortfall?
  /// For words that nothing has: filters by which they are keys or values of columns, and words that are spelled
  /// nearly like them.
  public var suggestions: [String] = []
  /// How the query was read where it could have meant something else.
  public var notes: [String] = []
}

/// One answer.
public struct DocumentHit: Sendable {
  /// From 1, pages before included.
  public var rank: Int
  /// How it has the words.
  public var match: DocumentMatch
  /// Nil where the answers are not in the order of the scores.
  public var score: Double?
  /// The file that it was read from; nil where that is not asked for, or not known.
  public var file: String?
  /// The stored fields.
  public var document: Document
  /// Of the index.
  var schema: Schema
  /// The words that it lacks, as typed; empty when it matches all.
  public var missing: [String] = []
  /// The telling words that it shares with a document it is like.
  public var shared: [String] = []
  public var snippet: DocumentSnippet?
  /// How the score came about.
  public var explanation: Explanation?
}

/// How an answer has the words of a query: as typed, one of them in another spelling, or (of
/// `word~`) a word like it, or not all; or that it is like a document.
public enum DocumentMatch: String, Sendable, Encodable {
  case exact, spelling, fuzzy, partial, similar
}

/// A part of a text with the words marked, and the field that it is taken from.
public struct DocumentSnippet: Sendable {
  public var field: String
  public var snippet: Snippet
}

/// How many of all matches have each value of a column.
public struct DocumentFacet: Sendable {
  public var field: String
  /// The most frequent first.
  public var counts: [FacetCount]
  /// By value, how many of these have all words as they were typed; nil where all or none do.
  var typed: [FieldValue: Int]?
  /// Whether the values are numbers with a fraction.
  var isDecimal: Bool
}

extension DocumentAnswer: Encodable {
  private enum Key: String, CodingKey {
    case query, total, exactTotal, spellingTotal, offset, partial, suggestions, notes, hits, facets
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(query, forKey: .query)
    try values.encode(total, forKey: .total)
    try values.encode(exactTotal, forKey: .exactTotal)
    try values.encode(isPartial ? 0 : total - exactTotal, forKey: .spellingTotal)
    try values.encode(offset, forKey: .offset)
    try values.encode(isPartial, forKey: .partial)
    try shortfall?.encode(to: encoder)
    if !suggestions.isEmpty { try values.encode(suggestions, forKey: .suggestions) }
    if !notes.isEmpty { try values.encode(notes, forKey: .notes) }
    try values.encode(hits, forKey: .hits)
    let facets = self.facets.map { facet in
      (facet.field, facet.counts.map { JSONCount($0, of: facet) })
    }
    try values.encode(Dictionary(uniqueKeysWithValues: facets), forKey: .facets)
  }
}

extension DocumentHit: Encodable {
  private enum Key: String, CodingKey {
    case rank, match, score, file, document, missing, shared, snippet, explanation
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(rank, forKey: .rank)
    try values.encode(match, forKey: .match)
    try values.encodeIfPresent(score, forKey: .score)
    try values.encodeIfPresent(file, forKey: .file)
    try values.encode(
      JSONFieldValues.members(of: document, decimals: schema.decimals), forKey: .document)
    if !missing.isEmpty { try values.encode(missing, forKey: .missing) }
    if !shared.isEmpty { try values.encode(shared, forKey: .shared) }
    try values.encodeIfPresent(snippet, forKey: .snippet)
    try values.encodeIfPresent(explanation, forKey: .explanation)
  }
}

extension DocumentSnippet: Encodable {
  private enum Key: String, CodingKey { case field, text, marks, parts }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(field, forKey: .field)
    try values.encode(snippet.text, forKey: .text)
    try values.encode(snippet.marks, forKey: .marks)
    func cut(_ isCut: Bool) -> [Snippet.Part] { isCut ? [Snippet.Part("…")] : [] }
    let parts = cut(snippet.isCutAtStart) + snippet.parts + cut(snippet.isCutAtEnd)
    try values.encode(parts.map(JSONPart.init), forKey: .parts)
  }
}

/// A stretch of a snippet; together they are its text.
private struct JSONPart: Encodable {
  var text: String
  var marked: Bool

  init(_ part: Snippet.Part) { (text, marked) = (part.text, part.isMarked) }
}

private struct JSONCount: Encodable {
  var value: JSONFieldValues
  var count: Int
  /// How many of these have a word in another spelling; nil where none does.
  var spelling: Int?

  init(_ count: FacetCount, of facet: DocumentFacet) {
    value = JSONFieldValues(values: [count.value], areDecimals: facet.isDecimal)
    self.count = count.count
    let others = facet.typed.map { count.count - $0[count.value, default: 0] } ?? 0
    spelling = others > 0 ? others : nil
  }
}
