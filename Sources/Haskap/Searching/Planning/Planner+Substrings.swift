internal import CLibrary

/// Plans for characters wherever words are cut.
extension Planner {
  /// The smallest weight of a unit, so that even one that is in nearly every document has a ladder.
  private static let smallestWeight = 1.0 / 1024
  /// In an index of so few documents a unit's are counted: that takes one window, and where a word is
  /// in ten documents an estimate that is wrong by five changes the order of the answers.
  private static let mostCounted = 4096

  func substring(_ unit: TextUnit, _ boost: Double) throws -> Plan {
    let plan = try known(unit)
    return plan.documentFrequency == 0 ? .none : .substring(plan, weight: boost * plan.weight)
  }

  /// What documents score that have a unit as it is written: those that have it otherwise score less.
  /// Nil where there is no other way to write it.
  func scoresAsWritten(_ unit: TextUnit) throws -> ClosedRange<Double>? {
    let plan = try known(unit)
    let rungs = UnitRung.allCases.count
    guard plan.documentFrequency > 0, plan.rungCount > rungs else { return nil }
    return plan.weight * Double(plan.rungCount - rungs) / Double(plan.rungCount)...plan.weight
  }

  private func known(_ unit: TextUnit) throws -> SubstringPlan {
    if let known = substrings[unit] { return known }
    let plan = try searcher.memory.plan(unit) { try self.plan(unit) }
    substrings[unit] = plan
    return plan
  }

  private func plan(_ unit: TextUnit) throws -> SubstringPlan {
    let pieces = unit.variants.map { GramPieces($0.utf8) }
    let fields = try unit.fields.filter { $0.weight > 0 }.compactMap {
      try field($0, of: unit, pieces)
    }
    let count = fields.map(\.field.context.statistics.documentCount).max() ?? 0
    let frequency = unit.variants.indices.reduce(0) { sum, variant in
      sum + (fields.map { $0.documentFrequency(variant) }.max() ?? 0)
    }
    let estimated = plan(unit, fields, frequency: min(frequency, count), of: count)
    guard frequency > 0, searcher.documentCount <= Self.mostCounted else { return estimated }
    let documents = try documents(estimated)
    return plan(
      unit, fields, frequency: min(max(1, documents.count), count), of: count, documents)
  }

  private func plan(
    _ unit: TextUnit, _ fields: [SubstringField], frequency: Int, of count: Int,
    _ documents: DocumentSets? = nil
  ) -> SubstringPlan {
    let weight = BM25.inverseDocumentFrequency(frequency, of: max(count, frequency))
    return SubstringPlan(
      unit, fields: fields, documentFrequency: frequency,
      weight: max(weight, Self.smallestWeight), k1: Float(searcher.ranking.k1),
      documents: documents)
  }

  /// The documents that have a unit, deleted ones excluded.
  private func documents(_ unit: SubstringPlan) throws -> DocumentSets {
    let grid = ScoreGrid(weight: unit.weight, total: unit.weight)
    let scratch = searcher.takeScratch()
    let words = try searcher.segments.indices.map { segment in
      let node = try NodeBuilder(searcher: searcher, segment: segment, grid: grid, scratch.memory)
        .substring(unit, weight: unit.weight)
      let run = SegmentRun(
        node: node, segment: searcher.segments[segment], base: searcher.base(of: segment),
        grid: grid, scratch: scratch)
      return try run.documents()
    }
    searcher.giveBack(scratch)
    return DocumentSets(words: words)
  }

  /// Nil when no segment keeps the grams of the field.
  private func field(
    _ weighted: WeightedField, of unit: TextUnit, _ pieces: [GramPieces]
  ) throws -> SubstringField? {
    guard let context = searcher.field(named: Schema.gramsName(of: weighted.name)) else {
      return nil
    }
    let field = unitField(weighted, context)
    let grams = try pieces.map { try self.grams($0, context) }
    let longer = try zip(unit.variants, grams).map { variant, grams in
      grams.allSatisfy(\.isEmpty) ? [] : try self.longer(variant, context)
    }
    return SubstringField(field: field, grams: grams, longer: longer)
  }

  private func longer(
    _ variant: UnitVariant, _ context: FieldContext
  ) throws -> [SubstringField.Longer] {
    try LongerNumber.all(of: variant).compactMap { number in
      let grams = try grams(GramPieces(number.utf8), context)
      return grams.allSatisfy(\.isEmpty) ? nil : .init(offset: number.offset, grams: grams)
    }
  }

  /// - Parameter context: of the field's grams, or of its words.
  func unitField(_ weighted: WeightedField, _ context: FieldContext) -> UnitField {
    let key = WeightedField(context.name, weight: weighted.weight, b: weighted.b)
    return searcher.memory.unitField(key) {
      UnitField(weighted, context, k1: Float(searcher.ranking.k1))
    }
  }

  /// The grams of a string in each segment. What lacks one in all of them is nowhere, and is looked
  /// up no further: most forms of a question have some that no text has.
  private func grams(_ pieces: GramPieces, _ context: FieldContext) throws -> [SubstringGrams] {
    guard !pieces.utf8.isEmpty else { return nowhere }
    guard !pieces.grams.isEmpty else { return try grams(ofCharacter: pieces.utf8, context) }
    var grams = searcher.segments.map { _ in [TermInfo]() }
    for gram in pieces.grams {
      let infos = try infos(of: gram, context)
      guard infos.contains(where: { $0 != nil }) else { return nowhere }
      for segment in infos.indices { grams[segment].append(infos[segment] ?? TermInfo()) }
    }
    return grams.map { .string($0) }
  }

  private func grams(
    ofCharacter utf8: [UInt8], _ context: FieldContext
  ) throws -> [SubstringGrams] {
    if let known = characters[ObjectIdentifier(context)]?[utf8] { return known }
    let grams = try zip(searcher.segments, context.numbers).map { segment, number in
      try number.map { try SubstringGrams(character: utf8, in: segment.index, field: $0) } ?? .none
    }
    characters[ObjectIdentifier(context), default: [:]][utf8] = grams
    return grams
  }

  func run(
    _ name: String, _ patterns: [WildcardPattern], reach: Int, _ boost: Double
  ) throws -> Plan {
    guard let context = searcher.field(named: Schema.gramsName(of: name)) else { return .none }
    let reach = min(max(reach, 0), Int(Int32.max))
    var places: [[UInt8]: Int] = [:]
    let steps = patterns.map { pattern in
      pattern.pieces(reach: reach).map { piece in
        let place = places[piece.utf8] ?? places.count
        places[piece.utf8] = place
        return RunPlan.Step(piece: place, gap: piece.gap)
      }
    }
    let pieces = places.sorted { $0.value < $1.value }.map(\.key)
    let byPiece = try pieces.map { try grams(GramPieces($0), context) }
    let bySegment = searcher.segments.indices.map { segment in byPiece.map { $0[segment] } }
    let possible = steps.filter { steps in
      !steps.isEmpty
        && bySegment.contains { grams in steps.allSatisfy { !grams[$0.piece].isEmpty } }
    }
    guard !possible.isEmpty else { return .none }
    return .run(
      RunPlan(context: context, pieces: pieces, patterns: possible, grams: bySegment), score: boost)
  }
}

/// A string, and what of it is looked up in each field: its grams, none of a single character.
private struct GramPieces {
  let utf8: [UInt8]
  let grams: [[UInt8]]

  init(_ utf8: [UInt8]) {
    let offsets = UTF8Length.offsets(in: utf8)
    self.utf8 = utf8
    grams = zip(offsets, offsets.dropFirst(2)).map { Array(utf8[$0..<$1]) }
  }
}
