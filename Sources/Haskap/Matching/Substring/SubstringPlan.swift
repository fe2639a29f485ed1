/// A unit whose grams were looked up in all segments.
final class SubstringPlan: Sendable {
  let unit: TextUnit
  let fields: [SubstringField]
  /// Counted in an index of few documents. Else an estimate: of a string of several grams the
  /// documents of its rarest gram; of a character as many as its grams would have if they were spread
  /// at random; the sum over the variants.
  let documentFrequency: Int
  let weight: Double
  let k1: Float
  /// Those that have the unit, where they were counted.
  let documents: DocumentSets?

  init(
    _ unit: TextUnit, fields: [SubstringField], documentFrequency: Int, weight: Double, k1: Float,
    documents: DocumentSets? = nil
  ) {
    self.unit = unit
    self.fields = fields
    self.documentFrequency = documentFrequency
    self.weight = weight
    self.k1 = k1
    self.documents = documents
  }

  /// How many grams it has in all fields and segments, and a few for the rest.
  var gramCount: Int {
    fields.reduce(16) { $0 + $1.grams.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } }
  }

  /// Rungs of its ladder: four for every tier of its variants.
  var rungCount: Int { 4 * ((unit.variants.map(\.tier).max() ?? 0) + 1) }
}
