/// Nodes for characters wherever words are cut.
extension NodeBuilder {
  func substring(_ plan: SubstringPlan, weight: Double) throws -> any SearchNode {
    if weight == 0, let documents = plan.documents {
      return DocumentSetNode(
        words: documents.words[segment], score: 0, reason: "a document that has the characters")
    }
    let matching = try matchings[ObjectIdentifier(plan)] ?? matching(plan)
    matchings[ObjectIdentifier(plan)] = matching
    guard matching.cost > 0 else { return nothing }
    return SubstringNode(plan, matching, weight: grid.weight(weight))
  }

  private func matching(_ plan: SubstringPlan) throws -> SubstringMatching {
    var cells: [SubstringCell] = []
    for field in plan.fields {
      guard let grams = field.field.grams[segment] else { continue }
      for (number, variant) in plan.unit.variants.enumerated() {
        guard case let found = field.grams[number][segment], !found.isEmpty else { continue }
        let weights = try field.field.weights(
          grams.index, field: grams.field, segment: segment, tier: variant.tier)
        guard let matcher = try found.matcher(grams, weights) else { continue }
        let longer = try field.longer[number].compactMap { longer in
          try longer.grams[segment].matcher(grams, weights).map { ($0, longer.offset) }
        }
        let excluded = longer.isEmpty ? nil : ExcludedPlaces(longer, grams.boundaries)
        cells.append(
          SubstringCell(variant, in: field.field, grams, matcher, weights, excluding: excluded))
      }
    }
    return SubstringMatching(cells, documentCount: index.documentCount)
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
      try used.contains(piece) ? found.matcher(grams, weights) : nil
    }
    return RunNode(
      patterns, lengths: plan.pieces.map { UTF8Length.offsets(in: $0).count - 1 }, matchers,
      grams.boundaries, score: grid.constant(score))
  }
}
