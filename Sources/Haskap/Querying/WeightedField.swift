/// A field of a BM25F query.
public struct WeightedField: Hashable, Sendable {
  public var name: String
  /// How much a place in this field counts, relative to the others.
  public var weight: Double
  /// How much a long field is held against its terms, from 0 to 1.
  public var b: Double

  public init(_ name: String, weight: Double = 1, b: Double = 0.75) {
    self.name = name
    self.weight = weight
    self.b = b
  }
}
