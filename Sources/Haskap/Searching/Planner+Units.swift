extension Planner {
  /// The smallest weight of a unit, so that even one that is in nearly every document has a ladder.
  private static let smallestWeight = 1.0 / 1024

  func unit(_ unit: TextUnit, _ boost: Double) throws -> Plan {
    let known = try unit.fields.filter { $0.weight > 0 }.compactMap(field)
    guard !known.isEmpty else { return .none }
    let count = known.map { $0.documentCount }.max() ?? 0
    if known.count == 1, unit.variants.count == 1, unit.variants[0].length == 2 {
      return try gram(unit, known[0].field, count: count, boost)
    }
    let fields = known.map { $0.field }
    let matches = try searcher.segments.indices.map { segment in
      let documents = 0..<UInt32(searcher.segments[segment].index.documentCount)
      return try UnitMatches(of: unit, in: fields, segment: segment, documents)
    }
    let frequency = matches.reduce(0) { $0 + $1.documents.count }
    guard frequency > 0 else { return .none }
    return .unit(
      UnitPlan(
        unit: unit, fields: fields, matches: matches, documentFrequency: frequency,
        weight: boost * weight(frequency, of: count), k1: Float(searcher.ranking.k1)))
  }

  private func gram(
    _ unit: TextUnit, _ field: UnitField, count: Int, _ boost: Double
  ) throws -> Plan {
    let name = Schema.gramsName(of: field.name)
    guard let term = try term(name, unit.variants[0].utf8, 0) else { return .none }
    return .gram(
      GramPlan(
        unit: unit, field: field, term: term,
        weight: boost * weight(term.documentFrequency, of: count), k1: Float(searcher.ranking.k1)))
  }

  private func weight(_ frequency: Int, of count: Int) -> Double {
    max(
      BM25.inverseDocumentFrequency(frequency, of: max(count, frequency)), Self.smallestWeight)
  }

  /// Nil when no segment keeps the grams of the field.
  private func field(_ weighted: WeightedField) throws -> (field: UnitField, documentCount: Int)? {
    guard let context = try searcher.field(named: Schema.gramsName(of: weighted.name)) else {
      return nil
    }
    let average = context.statistics.averageLength
    let parts = (0...255).map { code in
      let length = Double(FieldLength.decode(UInt8(code)))
      return Float(weighted.weight / max(1e-9, 1 - weighted.b + weighted.b * length / average))
    }
    let segments = try searcher.segments.indices.map { segment -> GramField? in
      guard let number = context.numbers[segment], let weights = context.weights[segment] else {
        return nil
      }
      return try searcher.segments[segment].gramField(number, weights)
    }
    return (
      UnitField(name: weighted.name, segments: segments, parts: parts),
      context.statistics.documentCount
    )
  }
}
