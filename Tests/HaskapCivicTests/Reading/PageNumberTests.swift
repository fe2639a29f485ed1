import Testing

@testable import HaskapCivic

@Suite struct PageNumberTests {
  @Test(arguments: ["12", "- 12 -", "－１２－", "P.12", "p12", "12/30", "12ページ", " 3 "])
  func isPageNumber(_ line: String) { #expect(PageNumber.matches(line)) }

  @Test(arguments: ["", "-", "12人", "令和5年度", "第12回", "123456789012345678901234567890"])
  func isNone(_ line: String) { #expect(!PageNumber.matches(line)) }
}
