/// A word or a quoted phrase, to be found as a run of characters wherever it stands: whatever
/// `grep -F` finds in the normalized text of a field, the unit finds.
///
/// Documents are ranked as a ladder (`UnitRung`): those where the unit is made of whole words come
/// first, those where it runs across the cuts of other words last. Within a rung BM25F decides, an
/// occurrence counting half of one on the rung above.
public struct TextUnit: Hashable, Sendable {
  /// Fields whose grams are kept; others match nothing.
  public var fields: [WeightedField]
  /// The unit as it is written, and other ways to write it.
  public var variants: [UnitVariant]

  public init(fields: [WeightedField], variants: [UnitVariant]) {
    self.fields = fields
    self.variants = variants
  }

  /// By the text alone: few units of a text differ, and to hash all of one takes as long as to look
  /// its terms up.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(fields.count)
    variants.first?.utf8.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
