/// How an occurrence of a unit lies among the words of the text: from best to worst.
public enum UnitRung: UInt8, CaseIterable, Comparable, Sendable {
  /// Both ends are word boundaries: 協働 in 協働 の.
  case aligned
  /// The unit goes on at an edge: one end is a boundary, and inside it is cut like the unit, or not
  /// at all: 日本 at the beginning of the word 日本人.
  case extended
  /// In the midst of one word, at neither of its ends.
  case inside
  /// Cut otherwise than the unit: 京都 in 東京 都.
  case across

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// One occurrence on the rung, in a word that counts those of all rungs.
  @inline(__always)
  var one: UInt64 { 1 &<< UInt64(16 &* rawValue) }
}

/// Tells the rung of an occurrence from the boundary bits under it.
struct UnitLadder {
  /// Scalars of the unit.
  let length: Int
  /// For each place inside the unit whether the unit itself is cut there, in words of `stride`
  /// bits, lowest first; place 1 is the lowest bit of the first word.
  private let cuts: [UInt64]
  private static let stride = BoundaryBits.widest - 2

  /// Whether occurrences count only where a word begins with them.
  private let beginsWord: Bool
  /// Whether they count only where one ends with them.
  private let endsWord: Bool

  /// - Parameter cuts: places where the unit is cut, in scalars; 0 and `length` do not count.
  init(length: Int, cuts: [Int], beginsWord: Bool = false, endsWord: Bool = false) {
    self.length = length
    (self.beginsWord, self.endsWord) = (beginsWord, endsWord)
    var words = [UInt64](repeating: 0, count: max(1, (length - 1 + Self.stride - 1) / Self.stride))
    for cut in cuts where cut > 0 && cut < length {
      words[(cut - 1) / Self.stride] |= 1 << UInt64((cut - 1) % Self.stride)
    }
    self.cuts = words
  }

  /// Whether one load of boundary bits covers the unit, so that `rung(of:)` can tell its rungs.
  var isShort: Bool { length < BoundaryBits.widest }

  /// Whether all occurrences count.
  var countsAll: Bool { !beginsWord && !endsWord }

  /// Whether an occurrence counts that begins at `position`.
  func counts(at position: Int, in bits: BoundaryBits) -> Bool {
    (!beginsWord || bits.pattern(at: position, width: 1) == 1)
      && (!endsWord || bits.pattern(at: position + length, width: 1) == 1)
  }

  /// The same of a short unit, by the bits of its `length + 1` positions.
  @inline(__always)
  func counts(_ pattern: UInt64) -> Bool {
    let ends: UInt64 = (beginsWord ? 1 : 0) | (endsWord ? 1 &<< UInt64(length) : 0)
    return pattern & ends == ends
  }

  /// The rung of an occurrence of a short unit, by the bits of its `length + 1` positions.
  @inline(__always)
  func rung(of pattern: UInt64) -> UnitRung {
    let last = UInt64(truncatingIfNeeded: length)
    let inner = pattern &>> 1 & ((1 &<< (last &- 1)) &- 1)
    return Self.rung(
      begins: pattern & 1 == 1, ends: pattern &>> last == 1, isWhole: inner == 0,
      isCutAlike: inner == cuts[0])
  }

  /// The rung of the occurrence that begins at `position`; nil when the document is shorter.
  func rung(at position: Int, in bits: BoundaryBits) -> UnitRung? {
    guard isShort else { return longRung(at: position, in: bits) }
    return bits.pattern(at: position, width: length &+ 1).map(rung)
  }

  private func longRung(at position: Int, in bits: BoundaryBits) -> UnitRung? {
    var isWhole = true
    var isCutAlike = true
    for (index, cut) in cuts.enumerated() {
      let first = index * Self.stride + 1
      let width = min(Self.stride, length - first)
      guard let inner = bits.pattern(at: position + first, width: width) else { return nil }
      isWhole = isWhole && inner == 0
      isCutAlike = isCutAlike && inner == cut
    }
    guard let begins = bits.pattern(at: position, width: 1),
      let ends = bits.pattern(at: position + length, width: 1)
    else { return nil }
    return Self.rung(
      begins: begins == 1, ends: ends == 1, isWhole: isWhole, isCutAlike: isCutAlike)
  }

  /// Without a branch: what an occurrence is cannot be foretold.
  @inline(__always)
  private static func rung(
    begins: Bool, ends: Bool, isWhole: Bool, isCutAlike: Bool
  ) -> UnitRung {
    let inner: UnitRung = isWhole ? .inside : .across
    let edge: UnitRung = isWhole || isCutAlike ? .extended : inner
    let outer: UnitRung = begins && ends ? .aligned : edge
    return begins || ends ? outer : inner
  }
}
