public import HaskapText

/// One way to write a unit.
public struct UnitVariant: Hashable, Sendable {
  /// Normalized as the fields' texts are.
  public let utf8: [UInt8]
  /// Places inside it where its own words are cut, in Unicode scalars from its beginning.
  public let cuts: [Int]
  /// 0 for the unit as it was written, up to `lastTier`. All rungs of a tier come after all those
  /// of the tiers before it.
  public let tier: Int

  /// Higher tiers count as this one.
  public static let lastTier = 15

  /// Whether only places count where a word of the text begins with it.
  public let beginsWord: Bool

  /// Whether only places count where a word of the text ends with it.
  public let endsWord: Bool

  /// Whether places inside words do not count.
  package var isSelective: Bool { beginsWord || endsWord }

  /// Whether only places count where the number that it begins or ends with is a whole one: 十人, but
  /// not in 二十人.
  public let isWholeNumber: Bool

  public init(
    utf8: [UInt8], cuts: [Int] = [], tier: Int = 0, beginsWord: Bool = false,
    endsWord: Bool = false, isWholeNumber: Bool = false
  ) {
    self.utf8 = utf8
    self.beginsWord = beginsWord
    self.endsWord = endsWord
    self.isWholeNumber = isWholeNumber
    self.cuts = cuts
    self.tier = min(max(tier, 0), Self.lastTier)
  }

  /// The unit that a whole analysed text is.
  public init(
    _ text: AnalyzedText, tier: Int = 0, beginsWord: Bool = false, endsWord: Bool = false,
    isWholeNumber: Bool = false
  ) {
    let offsets = UTF8Length.offsets(in: text.utf8)
    let inner = offsets.indices.dropFirst().dropLast()
    self.init(
      utf8: text.utf8, cuts: inner.filter { text.boundaries.contains(offsets[$0]) }, tier: tier,
      beginsWord: beginsWord, endsWord: endsWord, isWholeNumber: isWholeNumber)
  }
}
