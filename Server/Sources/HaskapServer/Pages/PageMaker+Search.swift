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
    let frame = layout.fields(
      input, sorts: sorts, label: { wording["facet.\($0)"] }, shown: shown)
    let all = answer.total + answer.partialTotal + answer.meaningTotal
    return Page(
      address: .search, items: input.with("page", nil), title: title,
      description: wording("search.told", ["n": answer.total.grouped]), template: "search",
      fields: frame.with([
        "counts": counts(answer), "notes": notes(answer),
        "suggestions": layout.suggestions(answer.suggestions, input),
        "hits": answer.hits.map { fields($0, of: answer) },
        "canNarrow": true, "facets": facets(answer.facets, input),
        "paging": layout.paging(all, input),
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
  private func notes(_ answer: CivicAnswer) -> [String] {
    answer.notes + (answer.shortfall.map { layout.sentences(of: $0) } ?? [])
  }
}

/// The counts by which a search can be narrowed.
extension PageMaker {
  private func facets(_ facets: CivicFacets, _ input: SearchInput) -> [Fields] {
    let groups = [
      ("year", facets.year), ("type", facets.type), ("form", facets.form),
      ("department", facets.department),
    ]
    return groups.filter { !$0.1.isEmpty }.map { name, counts in
      layout.facet(
        name, wording["facet.\(name)"], input,
        counts.map { ($0.value, shown($0.value, name), $0.count) })
    }
  }
}

/// One answer.
extension PageMaker {
  private func fields(_ hit: CivicHit, of answer: CivicAnswer) -> Fields {
    let entry = hit.entry
    return [
      "rank": hit.rank, "name": entry.name, "href": links.to(address(of: entry)),
      "hasKind": true,
      "kind": [
        "type": wording.label("type", entry.type), "years": wording.years(entry.fiscalYears),
      ] as Fields,
      "match": hit.match == .exact ? false : wording.label("match", hit.match),
      "turn": isFirstLoose(hit, of: answer) ? wording["search.turn"] : false,
      "details": details(of: hit).filter { !$0.values.isEmpty }.map(\.fields),
      "snippet": hit.snippet?.fields ?? false,
    ]
  }

  private func address(of entry: CivicEntry) -> Address {
    entry.organization.map { .organization($0.id) } ?? .record(entry.id)
  }

  /// Whether what follows lacks words, and what stands before does not.
  private func isFirstLoose(_ hit: CivicHit, of answer: CivicAnswer) -> Bool {
    answer.total > 0 && hit.rank == max(answer.total, answer.offset) + 1
  }

  private func details(of hit: CivicHit) -> [Fact] {
    let entry = hit.entry
    let place = (entry.forms.prefix(3) + entry.departments.prefix(3))
      .joined(separator: wording["dot"])
    let missing = hit.missing.joined(separator: wording["comma"])
    let head = [Fact(wording["belongs"], place)]
    let lacking = [
      Fact(wording["missing"], missing), Fact(wording["instead"], meanings(hit).map { Cell($0) }),
    ]
    guard let record = entry.record else { return head + organization(entry) + lacking }
    let bodies = record.organizations.prefix(8).map(wording.mention)
    let more = record.organizations.count > 8 ? wording["others"] : ""
    return head + [
      Fact(wording["organizations"], bodies.joined(separator: wording["comma"]) + more),
      Fact(wording["date"], record.occurrences.first.map(wording.dates)),
      Fact(wording["participants"], participants(entry, record)),
    ] + lacking
  }

  private func participants(_ entry: CivicEntry, _ record: Record) -> String? {
    entry.type == .activity
      ? record.occurrences.first.flatMap(wording.people)
      : record.totalParticipants.map { wording.people($0) }
  }

  private func organization(_ entry: CivicEntry) -> [Fact] {
    guard let body = entry.organization else { return [] }
    let others = body.spellings.filter { $0 != body.name }.joined(separator: wording["comma"])
    let some = body.activities.prefix(3).joined(separator: wording["comma"])
    let more = body.activities.count > 3 ? wording["others"] : ""
    return [
      Fact(wording["spellings"], others),
      Fact(wording("activities.n", ["n": body.activities.count.grouped]), some + more),
    ]
  }

  /// 関連: 清掃 → 環境美化、ごみ
  private func meanings(_ hit: CivicHit) -> [String] {
    var words: [String] = []
    for meaning in hit.meanings where !words.contains(meaning.word) { words.append(meaning.word) }
    return words.map { word in
      let found = hit.meanings.filter { $0.word == word }.prefix(3).map { meaning in
        "\(meaning.found)（\(wording.label("relation", meaning.relation))）"
      }
      return "\(word) → \(found.joined(separator: wording["comma"]))"
    }
  }
}
