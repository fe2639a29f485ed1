/// A unit whose occurrences have been found in all segments.
struct UnitPlan {
  let unit: TextUnit
  let fields: [UnitField]
  /// By segment.
  let matches: [UnitMatches]
  let documentFrequency: Int
  let weight: Double
  let k1: Float

  /// Rungs of its ladder: four for every tier of its variants.
  var rungCount: Int { unit.rungCount }
}

extension TextUnit {
  var rungCount: Int { 4 * ((variants.map(\.tier).max() ?? 0) + 1) }
}

/// A unit that is one gram of one field: its documents are known without a look at positions.
struct GramPlan {
  let unit: TextUnit
  let field: UnitField
  let term: TermPlan
  let weight: Double
  let k1: Float

  var variant: UnitVariant { unit.variants[0] }
  var rungCount: Int { unit.rungCount }

  /// The same with the occurrences found in some documents of one segment.
  func found(segment: Int, in documents: Range<UInt32>) throws -> UnitPlan {
    var matches = term.infos.map { _ in UnitMatches() }
    matches[segment] = try UnitMatches(of: unit, in: [field], segment: segment, documents)
    return UnitPlan(
      unit: unit, fields: [field], matches: matches, documentFrequency: term.documentFrequency,
      weight: weight, k1: k1)
  }
}

/// A field of a unit: where its grams are in each segment that has them, and for every length's
/// code what one occurrence adds to the sum of BM25F.
struct UnitField {
  let name: String
  let segments: [GramField?]
  let parts: [Float]
}

extension UnitVariant {
  /// In Unicode scalars.
  var length: Int { UTF8Length.offsets(in: utf8).count - 1 }
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

extension UnitMatches {
  /// What the variants of a unit match in the fields of a segment.
  init(
    of unit: TextUnit, in fields: [UnitField], segment: Int, _ documents: Range<UInt32>
  ) throws {
    self.init()
    for field in fields {
      guard let grams = field.segments[segment] else { continue }
      let codes = try grams.index.lengthCodes(field: grams.field)
      for variant in unit.variants {
        add(
          try field.matches(variant, segment: segment, in: documents), tier: variant.tier,
          parts: field.parts, codes: codes)
      }
    }
  }
}

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

extension SearchSegment {
  /// The grams and boundaries of the inverted field with this number.
  func gramField(_ number: Int, _ weights: FieldWeights) throws -> GramField? {
    guard let boundaries else { return nil }
    let earlier = index.fields[..<number].count { Schema.isGramsName($0.name) }
    return GramField(
      index: index, field: number, weights: weights, boundaries: try boundaries.field(earlier))
  }
}
