public import Haskap
internal import HaskapQuery

/// Searches an index of documents of any schema.
public struct DocumentSearch {
  /// Columns with more values are not counted.
  private static let mostValues = 256

  let reader: IndexReader
  let request: DocumentRequest
  private let searcher: Searcher
  private let planner: DocumentPlanner
  private let shape: DocumentShape

  public init(_ request: DocumentRequest, in reader: IndexReader) throws {
    self.reader = reader
    self.request = request
    searcher = reader.makeSearcher()
    planner = try DocumentPlanner(request.query, filter: request.filter, reader: reader)
    shape = DocumentShape(reader.schema)
  }

  /// When nothing matches all words, the best that match some.
  ///
  /// - Throws: `FormatError`, `ICUError`.
  public func answer() throws -> DocumentAnswer {
    var answer = try answer(to: try planner.exact(), asTyped: try planner.exactSpelling())
    if answer.total == 0, !planner.texts.isEmpty {
      let sentence = try SentenceSearch(
        planner.texts.joined(separator: " "), in: reader, conditions: try planner.conditions)
      answer = try self.answer(to: sentence.query, asTyped: nil, ranked: sentence)
      answer.isPartial = true
      answer.words = try planner.wordCounts(searcher)
    }
    answer.notes = planner.notes.map(\.description)
    return answer
  }

  /// - Parameters:
  ///   - asTyped: the query without other spellings; nil where not all words must match.
  ///   - sentence: ranks what matches, where it is not the query itself that does.
  private func answer(
    to query: Query, asTyped: Query?, ranked sentence: SentenceSearch? = nil
  ) throws -> DocumentAnswer {
    let prepared = try searcher.prepare(query)
    let fields = facetFields
    let wanted = SearchRequest(
      limit: request.limit, offset: request.offset, countsTotal: true,
      sort: request.sort.map { SearchSort(field: $0.field, isDescending: $0.isDescending) },
      facets: fields)
    let found = try sentence?.search(wanted) ?? prepared.run(wanted)
    let total = found.total ?? 0
    // Without words there is nothing to be spelled otherwise.
    let isSpelled = total > 0 && !planner.texts.isEmpty
    let typed = isSpelled ? try asTyped.map(searcher.prepare) : nil
    let typedTotal = try typed?.count()
    let marked = try planner.marked
    let files = try request.tellsFiles ? DocumentFileFinder(reader) : nil
    return DocumentAnswer(
      query: request.query, total: total, exactTotal: typedTotal ?? (asTyped == nil ? 0 : total),
      offset: request.offset,
      hits: try found.hits.indices.map { place in
        let hit = found.hits[place]
        let document = try reader.storedDocument(hit)
        return DocumentHit(
          rank: request.offset + place + 1,
          match: asTyped == nil
            ? .partial : try typed?.matches(hit) ?? true ? .exact : .spelling,
          score: request.sort == nil ? hit.score : nil,
          file: try files?.file(of: hit),
          document: document, snippet: try snippet(of: document, marking: marked),
          explanation: request.explains
            ? try sentence?.explanation(of: hit) ?? explanation(of: hit, in: prepared) : nil)
      },
      facets: total == 0 ? [] : facets(zip(fields, found.facets)))
  }

  private func explanation(of hit: Hit, in prepared: PreparedQuery) throws -> String? {
    try prepared.explain(segment: hit.segment, document: hit.document).map(\.description)
  }

  /// The text in which the most of the words stand; the beginning of the longest where none does.
  private func snippet(
    of document: Document, marking units: [String]
  ) throws -> DocumentSnippet? {
    let texts = shape.texts.flatMap { field in
      document[field].compactMap(\.text).map { (field: field, text: $0) }
    }
    let found = try texts.map { field, text in
      try planner.interpreter.matches(of: units, in: text, field: field)
    }
    // Different words first, then how often they stand there.
    let ranks = texts.indices.map { place in
      let words = units.indices.count { unit in found[place].contains { $0.term == unit } }
      return (words, found[place].count, texts[place].text.utf8.count)
    }
    let best = ranks.indices.max { ranks[$0] < ranks[$1] }
    guard let best else { return nil }
    let highlighter = Highlighter(columns: request.snippetColumns)
    return DocumentSnippet(
      field: texts[best].field,
      snippet: highlighter.snippet(of: texts[best].text, matches: found[best]))
  }

  /// What is counted of columns with few values.
  private func facets(_ counts: some Sequence<(String, [FacetCount])>) -> [DocumentFacet] {
    counts.compactMap { field, counts in
      let isFew = !counts.isEmpty && (request.facets != nil || counts.count <= Self.mostValues)
      return isFew ? DocumentFacet(field: field, counts: counts) : nil
    }
  }

  /// As asked for, or as the builder chose them; of an index that another program built, all columns of its schema.
  private var facetFields: [String] {
    if let facets = request.facets { return facets }
    let columns = reader.schema.fields.filter {
      $0.hasColumn && $0.kind != .date && $0.name != reader.schema.key
    }.map(\.name)
    guard !reader.payload.isEmpty else { return columns }
    let chosen = DocumentPayload.facets(reader.payload)
    return columns.filter(chosen.contains)
  }
}
