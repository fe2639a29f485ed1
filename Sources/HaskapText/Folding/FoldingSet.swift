/// Some foldings, a bit each: `[.kanji, .year]`. It takes the place of a `Set`, whose first use in a
/// process costs more than opening a file.
public struct FoldingSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt16 = 0

  public static let all = FoldingSet(Folding.allCases)

  public init(_ foldings: some Sequence<Folding>) {
    for folding in foldings { insert(folding) }
  }

  public init(arrayLiteral foldings: Folding...) { self.init(foldings) }

  public mutating func insert(_ folding: Folding) { bits |= Self.bit(folding) }

  public func contains(_ folding: Folding) -> Bool { bits & Self.bit(folding) != 0 }

  /// In the order of the enumeration.
  public var inOrder: [Folding] { Folding.allCases.filter(contains) }

  private static func bit(_ folding: Folding) -> UInt16 {
    1 << UInt16(Folding.allCases.firstIndex(of: folding) ?? 0)
  }
}
