import Testing

@testable import HaskapText

/// What is normalized stays as it is, so that a document is found by its own text.
@Suite struct NormalFormTests {
  private let session: AnalyzerSession

  init() throws { session = try Analyzer(named: "icu").makeSession() }

  /// Neighbors that rules look at.
  private static let surroundings = [
    ("", ""), ("あ", "い"), ("ア", "イ"), ("ｱ", "亜"), ("1", "2"), ("a", "b"), ("年", "5月"),
    ("か", "\u{3099}"),
    ("あ ", "い"), ("あ\n", "い"),
  ]

  /// All of the planes that have characters, and some of those that have none.
  private static let scalars: [Unicode.Scalar] =
    (Array(0..<0x34000) + stride(from: 0x34000, to: 0x10FFFF, by: 61) + (0xE0000..<0xE0200))
    .compactMap(Unicode.Scalar.init)

  @Test func everyScalarHasANormalFormThatStays() throws {
    var (first, second) = (AnalyzedText(), AnalyzedText())
    for (before, after) in Self.surroundings {
      for scalar in Self.scalars {
        var original = before
        original.unicodeScalars.append(scalar)
        original += after
        try session.normalize(original, into: &first)
        try first.utf8.withUnsafeBufferPointer {
          try session.normalize(String(decoding: $0, as: UTF8.self), into: &second)
        }
        if first.utf8 != second.utf8 {
          Issue.record("U+\(String(scalar.value, radix: 16)) between '\(before)' and '\(after)'")
        }
      }
    }
  }

  /// Scalars that some rule names, and some of each kind that none does.
  private static let interesting: [Unicode.Scalar] =
    "-‐−－ー─━ｰ〜～~'’′\"“〟 　\u{A0}\n\rｱﾞﾟ゛゜\u{3099}\u{309A}\u{301}\u{AD}\u{200B}\u{FE0F}アカウかうヴゝ々〆〳〵1９①½年月日令和昭aＡé㌔㈱⻑⁻₋︱．，「、。𠮷한ﷺ"
    .unicodeScalars.map { $0 }

  @Test func sequencesOfInterestingScalarsStayToo() throws {
    var (first, second) = (AnalyzedText(), AnalyzedText())
    let seed = UInt64.random(in: 0..<1 << 32)
    var random = RandomText(seed: seed)
    func check(_ scalars: [Unicode.Scalar]) throws {
      let original = String(String.UnicodeScalarView(scalars))
      try session.normalize(original, into: &first)
      try session.normalize(String(decoding: first.utf8, as: UTF8.self), into: &second)
      #expect(
        first.utf8 == second.utf8,
        "seed \(seed): \(scalars.map { String($0.value, radix: 16) }): \(second.utf8)")
    }
    for one in Self.interesting {
      for other in Self.interesting { try check([one, other]) }
    }
    for _ in 0..<200_000 {
      let length = Int.random(in: 3...8, using: &random.generator)
      try check(
        (0..<length).map { _ in
          Self.interesting[Int.random(in: 0..<Self.interesting.count, using: &random.generator)]
        })
    }
  }
}
