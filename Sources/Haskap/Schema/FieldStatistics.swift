/// What a field sums up to in one segment or in several.
struct FieldStatistics: Hashable, Sendable {
  /// Documents that have at least one term in the field.
  var documentCount = 0
  /// Positions taken in all of them, the gaps between several values included.
  var totalLength = 0

  var averageLength: Double {
    documentCount == 0 ? 1 : max(1, Double(totalLength) / Double(documentCount))
  }

  static func + (left: Self, right: Self) -> Self {
    Self(
      documentCount: left.documentCount + right.documentCount,
      totalLength: left.totalLength + right.totalLength)
  }
}
