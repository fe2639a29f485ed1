public import Haskap
internal import HaskapQuery

/// Searches an index of documents of any schema.
public struct DocumentSearch {
  let reader: IndexReader
  let request: DocumentRequest
  private let searcher: Searcher
  private let planner: DocumentPlanner
  private let shape: DocumentShape

  /// - Throws: `QuerySyntaxError` with its place for a query that cannot be read; `InputError` for a
  ///   value that its column cannot hold.
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
    var (answer, hits) = try pendingAnswer()
    answer.hits = try hits.made()
    return answer
  }

  /// The same with its hits beside it, which are made when they are asked for.
  ///
  /// - Throws: `FormatError`, `ICUError`.
  public func pendingAnswer() throws -> (answer: DocumentAnswer, hits: PendingHits<DocumentHit>) {
    let exact = try planner.exact()
    var (answer, hits) = try answer(
      by: try searcher.prepare(exact), exact, asTyped: planner.exactSpelling())
    if answer.total == 0 {
      let shortfall = try planner.shortfall(searcher)
      if let sentence = try planner.someWords() {
        (answer, hits) = try self.answer(by: sentence, nil, asTyped: nil)
        answer.isPartial = true
      }
      answer.shortfall = shortfall
      answer.suggestions =
        try planner.filters(in: shortfall, searcher)
        + suggestions(for: planner.misspelled(in: shortfall))
    }
    answer.notes = planner.notes.map(\.description)
    return (answer, hits)
  }

  private func suggestions(for words: [String]) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let near = try NearWords(
      reader, searcher, planner.interpreter, within: planner.conditions
    ) { hit in
      try reader.storedDocument(hit).values.compactMap(\.value.text)
    }
    return try words.flatMap { try near.all(near: $0) }
  }

  /// - Parameters:
  ///   - query: what all answers match; nil where not all words must match.
  ///   - asTyped: the same without other spellings.
  private func answer(
    by ranking: any DocumentRanking, _ query: Query?, asTyped: Query?
  ) throws -> (DocumentAnswer, PendingHits<DocumentHit>) {
    let fields = try facetFields
    let wanted = SearchRequest(
      limit: request.limit, offset: request.offset, countsTotal: true,
      sort: request.sort.map { SearchSort(field: $0.field, isDescending: $0.isDescending) },
      facets: fields)
    let found = try ranking.run(wanted)
    let total = found.total ?? 0
    // Without words there is nothing to be spelled otherwise, nor where there is no other spelling.
    let isSpelled = total > 0 && planner.hasSpellings && query != asTyped
    let typed = isSpelled ? try asTyped.map { try searcher.prepare(.filter($0)) } : nil
    let typedTotal = try typed?.count()
    let isTyped = try typed?.matches(found.hits)
    let others = try isTyped.map { _ in try planner.otherMatches(of: found.hits, searcher) }
    let differ = typedTotal.map { $0 < total } ?? false
    let typedFacets = differ ? try typed?.run(SearchRequest(limit: 0, facets: fields)).facets : nil
    let marked = try planner.marked
    let files = try request.tellsFiles ? DocumentFileFinder(reader) : nil
    let keys = try request.showsKeysAlone ? keyColumn : nil
    let parts = try asTyped == nil ? planner.parts(searcher) : []
    let having = try parts.map { try $0.query.matches(found.hits) }
    var hits = PendingHits<DocumentHit>()
    hits.append(found.hits.count) { place in
      let hit = found.hits[place]
      let document = try keys.map { try $0.document(of: hit) } ?? reader.storedDocument(hit)
      return DocumentHit(
        rank: request.offset + place + 1,
        match: asTyped == nil
          ? .partial : isTyped?[place] ?? true ? .exact : others?[place] ?? .spelling,
        score: request.sort == nil ? hit.score : nil,
        file: try files?.file(of: hit),
        document: document, schema: reader.schema,
        missing: parts.indices.filter { !having[$0][place] }.map { parts[$0].name },
        snippet: request.showsSnippets
          ? try shape.snippet(
            of: document, marking: marked, quotations: planner.quotations,
            columns: request.snippetColumns, planner.interpreter) : nil,
        explanation: request.explains ? try ranking.explanation(of: hit) : nil)
    }
    let answer = DocumentAnswer(
      query: request.query, total: total, exactTotal: typedTotal ?? (asTyped == nil ? 0 : total),
      offset: request.offset, hits: [],
      facets: total == 0 ? [] : facets(fields, found.facets, typed: typedFacets))
    return (answer, hits)
  }

  /// What is counted of columns with few values.
  private func facets(
    _ fields: [String], _ counts: [[FacetCount]], typed: [[FacetCount]]?
  ) -> [DocumentFacet] {
    let decimals = reader.schema.decimals
    return fields.indices.compactMap { place in
      let (field, counts) = (fields[place], counts[place])
      let isFew =
        !counts.isEmpty && (request.facets != nil || counts.count <= FacetChoice.mostValues)
      let isDecimal = decimals.contains(field)
      let typed = typed?[place].map { ($0.value, $0.count) }
      return isFew
        ? DocumentFacet(
          field: field, counts: counts,
          typed: typed.map { Dictionary($0, uniquingKeysWith: { first, _ in first }) },
          isDecimal: isDecimal) : nil
    }
  }

  /// Nil where the keys have no column.
  private var keyColumn: KeyColumn? {
    get throws {
      guard let id = shape.id, reader.schema[id]?.hasColumn == true else { return nil }
      return try KeyColumn(reader, field: id)
    }
  }

  private var facetFields: [String] {
    get throws { try request.facets ?? reader.facetFields }
  }
}
