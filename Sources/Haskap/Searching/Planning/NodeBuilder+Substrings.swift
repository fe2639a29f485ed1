/// Nodes for characters wherever words are cut.
extension NodeBuilder {
  func substring(_ plan: SubstringPlan, weight: Double) throws -> any SearchNode {
    if let documents = plan.documents?.words[segment] {
      return try known(plan, documents, weight: weight)
    }
    let known = matchings[ObjectIdentifier(plan)]
    known?.isShared = true
    let matching = try known ?? matching(plan)
    matchings[ObjectIdentifier(plan)] = matching
    guard matching.cost > 0 else { return nothing }
    return SubstringNode(plan, matching, weight: grid.weight(weight))
  }

  /// Of a unit whose documents are at hand. What questions have in common is measured once.
  private func known(
    _ plan: SubstringPlan, _ documents: [UInt64], weight: Double
  ) throws -> any SearchNode {
    let weight = grid.weight(weight)
    if weight == 0 {
      return DocumentSetNode(
        words: documents, score: 0, reason: "a document that has the characters")
    }
    let measures = try plan.measures(inSegment: segment) {
      let scratch = searcher.takeScratch()
      let windows = WindowGrid(documentCount: index.documentCount, bits: WindowGrid.largestBits)
      let made = try UnitMeasures(try matching(plan), of: documents, windows, scratch)
      searcher.giveBack(scratch)
      return made
    }
    guard measures.cost > 0 else { return nothing }
    let scorer = UnitScorer(weight: weight, rungCount: plan.rungCount, k1: plan.k1)
    return MeasuredUnitNode(measures, scorer) { [searcher, segment, grid, memory] in
      let builder = NodeBuilder(searcher: searcher, segment: segment, grid: grid, memory)
      return SubstringNode(plan, try builder.matching(plan), weight: weight)
    }
  }

  func matching(_ plan: SubstringPlan) throws -> SubstringMatching {
    var cells: [SubstringCell] = []
    for field in plan.fields {
      let variants = plan.unit.variants.enumerated()
        .filter { !field.grams[$0.offset][segment].isEmpty }
      guard !variants.isEmpty, let number = field.field.context.numbers[segment],
        let grams = try searcher.segments[segment].gramField(number)
      else { continue }
      for (number, variant) in variants {
        let found = field.grams[number][segment]
        let weights = field.field.weights(
          grams.index, field: grams.field, segment: segment, tier: variant.tier)
        guard let matcher = try found.matcher(grams, weights, characters, memory) else { continue }
        let longer = try field.longer[number].compactMap { longer in
          try longer.grams[segment].matcher(grams, weights, characters, memory).map {
            ($0, longer.offset)
          }
        }
        let excluded = longer.isEmpty ? nil : ExcludedPlaces(longer, grams.boundaries)
        cells.append(
          try SubstringCell(
            variant, in: field.field, grams, matcher, weights, excluding: excluded,
            memory))
      }
    }
    return SubstringMatching(cells, documentCount: index.documentCount, memory)
  }

  func run(_ plan: RunPlan, score: Double) throws -> any SearchNode {
    guard let number = plan.context.numbers[segment],
      let weights = plan.context.weights[segment],
      let grams = try searcher.segments[segment].gramField(number)
    else { return nothing }
    let patterns = plan.patterns.filter { steps in
      steps.allSatisfy { !plan.grams[segment][$0.piece].isEmpty }
    }
    guard !patterns.isEmpty else { return nothing }
    let used = Set(patterns.joined().map(\.piece))
    let matchers = try plan.grams[segment].enumerated().map { piece, found in
      try used.contains(piece) ? found.matcher(grams, weights, characters, memory) : nil
    }
    return RunNode(
      patterns, lengths: plan.pieces.map { UTF8Length.offsets(in: $0).count - 1 }, matchers,
      grams.boundaries, score: grid.constant(score))
  }
}
