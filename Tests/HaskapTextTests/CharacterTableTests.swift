import CICU
import Testing

@testable import HaskapText

@Suite struct CharacterTableTests {
  /// Word_Break values of Unicode Standard Annex 29 that each kind may have.
  private static func agrees(_ kind: UInt8, with property: Int32) -> Bool {
    let property = UWordBreakValues(rawValue: UInt32(property))
    return switch kind {
    case CharacterTable.other: property == U_WB_OTHER || property == U_WB_DOUBLE_QUOTE
    case CharacterTable.space: property == U_WB_WSEGSPACE
    case CharacterTable.lineFeed: property == U_WB_LF
    case CharacterTable.carriageReturn: property == U_WB_CR
    case CharacterTable.letter: property == U_WB_ALETTER
    case CharacterTable.digit: property == U_WB_NUMERIC
    case CharacterTable.connector: property == U_WB_EXTENDNUMLET
    case CharacterTable.middle: property == U_WB_MIDNUMLET || property == U_WB_SINGLE_QUOTE
    case CharacterTable.middleOfNumber: property == U_WB_MIDNUM
    case CharacterTable.katakana: property == U_WB_KATAKANA
    // 々 has the property of a letter; ICU's rules take it for Han by its script.
    case CharacterTable.ideograph: property == U_WB_OTHER || property == U_WB_ALETTER
    default: true
    }
  }

  @Test func everyKindHasTheWordBreakPropertyItClaims() {
    for scalar in 0..<0x10000 {
      let kind = CharacterTable.shared.entries[scalar] & CharacterTable.kindMask
      // ICU 72's rules take the colon out of MidLetter; the property keeps it.
      if scalar == 0x3A { continue }
      #expect(
        Self.agrees(kind, with: cicu_word_break(Int32(scalar))),
        "U+\(String(scalar, radix: 16)) kind \(kind)")
    }
  }

  @Test func stableCharactersAreTheirOwnNormalForm() throws {
    let icu = try ICUNormalizer()
    var target: [UInt16] = []
    for scalar in 0..<0x10000 {
      let entry = CharacterTable.shared.entries[scalar]
      if entry == 0 { continue }
      #expect(icu.hasBoundaryBefore(UInt32(scalar)), "U+\(String(scalar, radix: 16))")
      guard entry & CharacterTable.stable != 0 else { continue }
      try icu.normalize([UInt16(scalar)], into: &target)
      #expect(target == [UInt16(scalar)], "U+\(String(scalar, radix: 16))")
    }
  }
}
