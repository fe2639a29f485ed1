/// What a segment has of a field whose grams are kept.
struct GramField {
  let index: InvertedIndex
  /// The number of the field of grams.
  let field: Int
  let boundaries: BoundariesField
}

extension SearchSegment {
  /// The grams and boundaries of the indexed field with this number; nil when the segment has no
  /// boundaries.
  func gramField(_ number: Int) throws -> GramField? {
    guard let boundaries else { return nil }
    let earlier = index.fields[..<number].count { Schema.isGramsName($0.name) }
    return GramField(index: index, field: number, boundaries: try boundaries.field(earlier))
  }
}
