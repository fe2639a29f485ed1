import Testing

@testable import HaskapCivic

@Suite struct TagNamesTests {
  private let names = TagNames(["td": 1, "th": 2, "h2": 3])

  @Test(arguments: [("td>", 1), ("TH rowspan=2>", 2), ("h2", 3), ("td、", 1)])
  func areFoundInAnyCase(_ text: String, _ value: Int) {
    #expect(names.first(in: text[...])?.value == value)
  }

  @Test(arguments: ["", ">", "tdx", "tdé", "td会", "thead", "h22", "abcdefghijklmnop"])
  func othersAreNone(_ text: String) { #expect(names.first(in: text[...]) == nil) }
}
