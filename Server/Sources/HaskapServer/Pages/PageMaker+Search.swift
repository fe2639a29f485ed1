import Haskap
import HaskapCivic
import HaskapDocuments

extension PageMaker {
  /// Answers to a search, each kind of match told apart, with ways to narrow it.
  func searchPage(_ items: QueryItems) throws -> Page {
    let input = try SearchInput(items, SearchInput.reportNames)
    let answer = try Refusal.reading { try index.search(try input.request()) }
    let title =
      input.query.isEmpty ? wording["search.all"] : wording("search.title", ["q": input.query])
    let sorts = CivicRequest.Sort.allCases.map { sort in
      (sort == .relevance ? nil : sort.rawValue, wording.label("sort", sort))
    }
    let search = SearchLinks(input, links)
    let frame = layout.fields(
      search, sorts: sorts, label: { wording["facet.\($0)"] }, shown: shown)
    let all = answer.total + answer.partialTotal + answer.meaningTotal
    try input.checkPage(of: all)
    return Page(
      address: .search, items: input.ofPage, title: title,
      description: wording("search.told", ["n": answer.total.grouped]), template: "search",
      fields: frame.with([
        "counts": counts(answer), "notes": notes(answer, input),
        "suggestions": layout.suggestions(answer.suggestions, search),
        "hits": try answer.hits.map { try fields($0, of: answer) },
        "canNarrow": true, "facets": facets(answer.facets, search),
        "paging": layout.paging(all, search),
      ]), isIndexed: false)
  }

  private func shown(_ value: String, _ name: String) -> String {
    switch name {
    case "type": wording.texts["type.\(value)"] ?? value
    case "year": Int(value).map(wording.shortYear) ?? value
    default: value
    }
  }

  private func counts(_ answer: CivicAnswer) -> [String] {
    let others = answer.total - answer.exactTotal
    let parts = [
      (answer.total, "counts.all"), (others, "counts.spelling"),
      (answer.partialTotal, "counts.partial"), (answer.meaningTotal, "counts.meaning"),
    ]
    return parts.enumerated().filter { $0.offset == 0 || $0.element.0 > 0 }.map {
      wording($0.element.1, ["n": $0.element.0.grouped])
    }
  }

  /// How the query was read, and why nothing has all of its words.
  private func notes(_ answer: CivicAnswer, _ input: SearchInput) -> [String] {
    layout.notes(
      answer.notes, answer.shortfall, input, isFull: answer.total > 0)
  }
}

/// The counts by which a search can be narrowed.
extension PageMaker {
  private func facets(_ facets: CivicFacets, _ search: SearchLinks) -> [Fields] {
    let groups = [
      ("year", facets.year), ("type", facets.type), ("form", facets.form),
      ("department", facets.department),
    ]
    return groups.filter { !$0.1.isEmpty }.map { name, counts in
      layout.facet(
        name, wording["facet.\(name)"], search,
        counts.map { ($0.value, shown($0.value, name), $0.count) })
    }
  }
}

/// One answer: what it says whatever was asked, and what it says to the question.
extension PageMaker {
  private func fields(_ hit: CivicHit, of answer: CivicAnswer) throws -> Fields {
    let card = try card(of: hit.entry)
    return [
      "title": card.title, "hasKind": true, "kind": card.kind,
      "match": hit.match == .exact ? false : wording.label("match", hit.match),
      "turn": isFirstLoose(hit, of: answer) ? wording["search.turn"] : false,
      "details": card.details, "lacking": lacking(hit).filter { !$0.values.isEmpty }.map(\.fields),
      "snippet": hit.snippet?.fields ?? false,
    ]
  }

  /// Whether what follows lacks words, and what stands before does not.
  private func isFirstLoose(_ hit: CivicHit, of answer: CivicAnswer) -> Bool {
    answer.total > 0 && hit.rank == max(answer.total, answer.offset) + 1
  }

  private func lacking(_ hit: CivicHit) -> [Fact] {
    [
      Fact(wording["missing"], hit.missing.joined(separator: wording["comma"])),
      Fact(wording["instead"], meanings(hit).map { Cell($0) }),
    ]
  }

  /// 関連: 清掃 → 環境美化、ごみ
  private func meanings(_ hit: CivicHit) -> [String] {
    var words: [String] = []
    for meaning in hit.meanings where !words.contains(meaning.word) { words.append(meaning.word) }
    return words.map { word in
      let found = hit.meanings.filter { $0.word == word }.prefix(3).map { meaning in
        meaning.found + wording.aside(wording.label("relation", meaning.relation))
      }
      return "\(word) → \(found.joined(separator: wording["comma"]))"
    }
  }
}
