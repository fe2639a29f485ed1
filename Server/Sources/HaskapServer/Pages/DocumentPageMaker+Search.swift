import Haskap
import HaskapDocuments

extension DocumentPageMaker {
  /// Answers to a search, with ways to narrow it.
  func searchPage(_ items: QueryItems) throws -> Page {
    let input = try SearchInput(items, SearchInput.documentNames(snapshot.columns))
    let answer = try snapshot.answer(to: input)
    try input.checkPage(of: answer.total)
    let title =
      input.query.isEmpty ? wording["search.all"] : wording("search.title", ["q": input.query])
    let search = SearchLinks(input, links)
    let frame = layout.fields(
      search, sorts: sorts, label: label, shown: { value, _ in value })
    return Page(
      address: .search, items: input.ofPage, title: title,
      description: wording("search.told", ["n": answer.total.grouped]), template: "search",
      fields: frame.with([
        "counts": counts(answer), "notes": notes(answer, input),
        "suggestions": layout.suggestions(answer.suggestions, search),
        "hits": try answer.hits.map {
          try fields($0, isFirst: $0.rank == answer.offset + 1, answer)
        },
        "canNarrow": !answer.facets.isEmpty || input.isNarrowed,
        "facets": answer.facets.map { facet($0, search) },
        "paging": layout.paging(answer.total, search),
      ]), formats: [.json], isIndexed: false)
  }

  private var sorts: [(value: String?, label: String)] {
    [(nil, wording["sort.relevance"])]
      + snapshot.orders.flatMap { field in
        [
          ("\(field):desc", wording("sort.descending", ["field": field])),
          (field, wording("sort.ascending", ["field": field])),
        ]
      }
  }

  private func label(of name: String) -> String {
    name.hasPrefix(SearchInput.columnMark)
      ? String(name.dropFirst(SearchInput.columnMark.count)) : wording["facet.\(name)"]
  }

  private func counts(_ answer: DocumentAnswer) -> [String] {
    if answer.isPartial {
      return [
        wording("counts.all", ["n": "0"]), wording("counts.partial", ["n": answer.total.grouped]),
      ]
    }
    let others = answer.total - answer.exactTotal
    return [wording("counts.all", ["n": answer.total.grouped])]
      + (others > 0 ? [wording("counts.spelling", ["n": others.grouped])] : [])
  }

  private func notes(_ answer: DocumentAnswer, _ input: SearchInput) -> [String] {
    layout.notes(
      answer.notes, answer.shortfall, input, isFull: answer.total > 0 && !answer.isPartial)
  }

  private func facet(_ facet: DocumentFacet, _ search: SearchLinks) -> Fields {
    let values = facet.counts.compactMap { count in
      count.value.shown.flatMap { SearchInput.canQuote($0) ? ($0, $0, count.count) : nil }
    }
    return layout.facet(SearchInput.columnMark + facet.field, facet.field, search, values)
  }

  private func fields(
    _ hit: DocumentHit, isFirst: Bool, _ answer: DocumentAnswer
  ) throws -> Fields {
    let (title, key) = snapshot.name(of: hit.document)
    let match = hit.match == .exact ? nil : wording.label("match", hit.match)
    let card = try layout.card([
      "name": title, "isJapanese": title.isJapanese,
      "href": key.map { links.to(.document($0)) } ?? false,
      "details": details(of: hit.document).filter { !$0.values.isEmpty }.map(\.fields),
    ])
    return [
      "title": card.title, "kind": card.kind, "hasKind": match != nil, "match": match ?? false,
      "turn": isFirst && answer.isPartial ? wording["search.some"] : false,
      "details": card.details, "snippet": hit.snippet?.snippet.fields ?? false,
    ]
  }

  private func details(of document: Document) -> [Fact] {
    snapshot.shape.details.filter { !snapshot.shape.texts.contains($0) }.prefix(8).map { field in
      Fact(field, shown(document, field))
    }
  }
}
