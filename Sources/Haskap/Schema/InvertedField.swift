/// How the terms of one field are kept. The order of the fields numbers them.
struct InvertedField: Hashable, Sendable {
  var name: String
  /// How often a term stands in a document; without them it counts as once.
  var frequencies: Bool
  /// Where it stands; needs frequencies. Phrases ask for them.
  var positions: Bool
  /// Whether a document's length bears on its score.
  var norms: Bool

  init(name: String, frequencies: Bool = true, positions: Bool = true, norms: Bool = true) {
    self.name = name
    self.frequencies = frequencies || positions
    self.positions = positions
    self.norms = norms
  }
}

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
