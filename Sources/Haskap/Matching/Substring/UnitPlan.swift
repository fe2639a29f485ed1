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

extension SearchSegment {
  /// The grams and boundaries of the inverted field with this number.
  func gramField(_ number: Int, _ weights: FieldWeights) throws -> GramField? {
    guard let boundaries else { return nil }
    let earlier = index.fields[..<number].count { Schema.isGramsName($0.name) }
    return GramField(
      index: index, field: number, weights: weights, boundaries: try boundaries.field(earlier))
  }
}
