/// A unit whose occurrences have been found in all segments.
struct UnitPlan {
  let unit: TextUnit
  let fields: [UnitField]
  /// By segment.
  let matches: [UnitMatches]
  let weight: Double
  let k1: Float

  /// Rungs of its ladder: four for every tier of its variants.
  var rungCount: Int { 4 * ((unit.variants.map(\.tier).max() ?? 0) + 1) }

  var documentFrequency: Int { matches.reduce(0) { $0 + $1.documents.count } }
}

/// A field of a unit: where its grams are in each segment that has them, and for every length's
/// code what one occurrence adds to the sum of BM25F.
struct UnitField {
  let name: String
  let segments: [GramField?]
  let parts: [Float]
}

extension UnitField {
  /// What a variant matches in one segment.
  func matches(
    _ variant: UnitVariant, segment: Int, in documents: Range<UInt32>
  ) throws -> VariantMatches {
    guard let field = segments[segment] else { return VariantMatches() }
    return try UnitMatcher(field, variant).matches(in: documents)
  }
}

extension Planner {
  /// The smallest weight of a unit, so that even one that is in nearly every document has a ladder.
  private static let smallestWeight = 1.0 / 1024

  func unit(_ unit: TextUnit, _ boost: Double) throws -> Plan {
    let known = try unit.fields.filter { $0.weight > 0 }.compactMap(field)
    guard !known.isEmpty else { return .none }
    let fields = known.map(\.field)
    let matches = try searcher.segments.indices.map { segment in
      try find(unit, fields, segment: segment)
    }
    let frequency = matches.reduce(0) { $0 + $1.documents.count }
    guard frequency > 0 else { return .none }
    let count = known.map(\.documentCount).max() ?? 0
    let rarity = BM25.inverseDocumentFrequency(frequency, of: max(count, frequency))
    return .unit(
      UnitPlan(
        unit: unit, fields: fields, matches: matches,
        weight: boost * max(rarity, Self.smallestWeight), k1: Float(searcher.ranking.k1)))
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
    let segments = try zip(searcher.segments, context.numbers).map { segment, number in
      try number.flatMap { try segment.gramField($0) }
    }
    return (
      UnitField(name: weighted.name, segments: segments, parts: parts),
      context.statistics.documentCount
    )
  }

  private func find(
    _ unit: TextUnit, _ fields: [UnitField], segment: Int
  ) throws -> UnitMatches {
    var matches = UnitMatches()
    let documents = 0..<UInt32(searcher.segments[segment].index.documentCount)
    for field in fields {
      guard let grams = field.segments[segment] else { continue }
      let codes = try grams.index.lengthCodes(field: grams.field)
      for variant in unit.variants {
        matches.add(
          try field.matches(variant, segment: segment, in: documents), tier: variant.tier,
          parts: field.parts, codes: codes)
      }
    }
    return matches
  }
}

extension SearchSegment {
  /// The grams and boundaries of the inverted field with this number.
  func gramField(_ number: Int) throws -> GramField? {
    guard let boundaries else { return nil }
    let earlier = index.fields[..<number].count { Schema.isGramsName($0.name) }
    return GramField(index: index, field: number, boundaries: try boundaries.field(earlier))
  }
}
