import CICU
import Testing

@testable import HaskapText

@Suite struct CharacterTableTests {
  /// ICU's numbers of the values (`UWordBreakValues` in uchar.h).
  private enum WordBreak: Int32 {
    case other = 0
    case letter = 1
    case katakana = 3
    case midNum = 5
    case numeric = 6
    case extendNumLet = 7
    case carriageReturn = 8
    case lineFeed = 10
    case midNumLet = 11
    case singleQuote = 15
    case doubleQuote = 16
    case space = 22
  }

  /// Word_Break values of Unicode Standard Annex 29 that each kind may have.
  private static func agrees(_ kind: UInt8, with property: Int32) -> Bool {
    let property = WordBreak(rawValue: property)
    return switch kind {
    case CharacterTable.other: property == .other || property == .doubleQuote
    case CharacterTable.space: property == .space
    case CharacterTable.lineFeed: property == .lineFeed
    case CharacterTable.carriageReturn: property == .carriageReturn
    case CharacterTable.letter: property == .letter
    case CharacterTable.digit: property == .numeric
    case CharacterTable.connector: property == .extendNumLet
    case CharacterTable.middle: property == .midNumLet || property == .singleQuote
    case CharacterTable.middleOfNumber: property == .midNum
    case CharacterTable.katakana: property == .katakana
    // 々 has the property of a letter; ICU's rules take it for Han by its script.
    case CharacterTable.ideograph: property == .other || property == .letter
    default: true
    }
  }

  @Test func everyKindHasTheWordBreakPropertyItClaims() {
    for scalar in 0..<0x10000 {
      let kind = CharacterTable.shared[scalar] & CharacterTable.kindMask
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
      let entry = CharacterTable.shared[scalar]
      if entry == 0 { continue }
      #expect(icu.hasBoundaryBefore(UInt32(scalar)), "U+\(String(scalar, radix: 16))")
      guard entry & CharacterTable.stable != 0 else { continue }
      try icu.normalize([UInt16(scalar)], into: &target)
      #expect(target == [UInt16(scalar)], "U+\(String(scalar, radix: 16))")
    }
  }
}
