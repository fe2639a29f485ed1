import Testing

@testable import HaskapCivic

@Suite struct SignsTests {
  private let signs = Signs(":：｜-")

  @Test(arguments: ["団体：清流の会", "a:b", "：", "清流の会-", "é漢𠮷｜"])
  func areFoundAmongOtherLetters(_ text: String) {
    #expect(text.has(signs))
    #expect(("行" + text + "末").dropFirst().dropLast().has(signs))
  }

  /// ； ends as ｚ and other letters do, and no byte of a longer letter is a sign.
  @Test(arguments: ["", "清流の会", "a;b", "；ｚ", "é𠮷\u{1F03A}", "ﾚ", "令和5年"])
  func areFoundInNoOther(_ text: String) { #expect(!text.has(signs)) }

  @Test func whiteSpaceIsNeverMissed() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), scalar.isSpace else { continue }
      let isSeen = ["\(scalar)", "会\(scalar)", "\(scalar)会", "é\(scalar)𠮷"].allSatisfy(
        \.mayHaveSpaces)
      #expect(isSeen, "U+\(String(value, radix: 16))")
    }
    #expect(!"清流の会（事務局）、ABC\u{3001}𠮷".mayHaveSpaces)
  }

  @Test func partsAreFoundInLongTexts() {
    let text = String(repeating: "市民の会、", count: 40)
    #expect((text + "清流の会" + text).contains("清流の会"))
    #expect((text + "清流の会").contains("清流の会"))
    #expect(("清流の会" + text).contains("清流の会"))
    #expect(!text.contains("清流の会") && !text.contains("会、市民の会。"))
  }
}
