internal import Haskap
internal import HaskapDocuments
internal import HaskapQuery

/// Answers that have only some of the words, or others of the same meaning.
extension CivicIndex {
  /// What stands below the answers that have all words.
  struct LowerRank {
    /// Some words, or others of the same meaning.
    var asked: Query
    /// The same within the bounds of the request.
    var query: Query
    /// Some words as they were typed, or pieces of them; nil where all have some.
    var literal: Query?
    var meanings: CivicMeanings
  }

  /// Nil where there is nothing to look for.
  func lowerRank(
    _ request: CivicRequest, _ planner: CivicPlanner, _ isFound: Bool
  ) throws -> LowerRank? {
    let meanings = try planner.meanings(try thesaurus(with: request.thesaurus))
    guard planner.canLoosen(isFound: isFound) || !meanings.isEmpty else { return nil }
    let literal = try planner.literal(isFound: isFound, meanings: meanings)
    let asked = try planner.some(literal: literal, meanings: meanings)
    return LowerRank(
      asked: asked, query: try planner.filtered(asked),
      literal: meanings.isEmpty
        ? nil
        : .any(
          try literal.flatMap(\.words)
            + meanings.words.map { try planner.piece($0) }),
      meanings: meanings)
  }

  /// - Parameters:
  ///   - limit: none where they are only counted.
  ///   - full: what has all words.
  func addPartial(
    to answer: inout CivicAnswer, _ hits: inout PendingHits<CivicHit>, upTo limit: Int,
    _ request: CivicRequest, _ planner: CivicPlanner, _ lower: LowerRank,
    besides full: DocumentSets?
  ) throws {
    let isAlone = answer.total == 0
    let below = Query.all([lower.query, .not(full.map(Query.documents) ?? .none)])
    let literal = try lower.literal.map { try searcher.prepare(.filter($0)) }
    let found = try find(
      try searcher.prepare(below), request,
      from: max(0, request.offset - answer.total), limit: limit,
      facets: isAlone ? Self.facetFields : [], gathers: isAlone, dividedBy: literal)
    answer.partialTotal = found.part?.total ?? found.total
    answer.meaningTotal = max(0, found.total - answer.partialTotal)
    if isAlone {
      let activities = try activities(lower.asked, dividedBy: literal, planner)
      answer.facets = try facets(
        found.facets, of: found.documents, to: lower.asked, activities: activities.all, planner)
      let typed = try found.part.map { part in
        if part.total == found.total { return answer.facets }
        return try facets(
          CivicFacets(part.facets), of: found.documents, among: part.documents, to: lower.asked,
          activities: activities.part, planner)
      }
      answer.facets.note(\.meaning, besides: typed ?? answer.facets, \.partial)
    }
    guard !found.page.isEmpty else { return }
    let isLiteral = try literal?.matches(found.page) ?? found.page.map { _ in true }
    let having = try planner.preparedParts().map { try $0.matches(found.page) }
    let meanings = try meanings(of: lower, in: found.page, planner, having: having)
    let missing = try planner.missing(from: found.page, having: having)
    let make = try maker(of: found, request, planner, marking: meanings)
    let above = hits.count
    hits.append(found.page.count) { place in
      var hit = try make(place)
      hit.rank += above
      hit.match = isLiteral[place] ? .partial : .meaning
      hit.missing = missing[place]
      hit.meanings = meanings[place].uniqued
      hit.countedMeanings = lower.meanings.explaining(hit.explanation).uniqued
        .filter { !meanings[place].contains($0) }
      return hit
    }
  }

  /// What each answer has in place of the words that it lacks.
  ///
  /// - Parameter having: by part of the query whether each answer has it.
  private func meanings(
    of lower: LowerRank, in page: [Hit], _ planner: CivicPlanner, having: [[Bool]]
  ) throws -> [[CivicMeaning]] {
    var meanings = page.map { _ in [CivicMeaning]() }
    // Nothing is there instead of a word that is there itself, as in a question.
    var known: [String: [Bool]] = [:]
    for (texts, isThere) in zip(planner.textsOfParts, having) {
      let places = page.indices.filter { !isThere[$0] }
      guard !places.isEmpty else { continue }
      for other in try texts.flatMap({ try lower.meanings.found(forText: $0, searcher) }) {
        let hasWord = try known[other.word] ?? planner.having(other.word).matches(page)
        known[other.word] = hasWord
        let lacking = places.filter { !hasWord[$0] }
        let isMatch = try other.query.matches(lacking.map { page[$0] })
        for (place, isMatch) in zip(lacking, isMatch) where isMatch {
          meanings[place].append(other.meaning)
        }
      }
    }
    return meanings
  }
}
