import Testing

@testable import HaskapCivic

@Suite struct ScalarFilterTests {
  @Test func holdsWhatWasInserted() {
    let scalars = "a鐵𠮷\u{FFFF}\u{0}".unicodeScalars
    let filter = ScalarFilter(scalars)
    #expect(scalars.allSatisfy(filter.mayHold))
    #expect(!"b鉄\u{1}".unicodeScalars.contains(where: filter.mayHold))
    #expect(!ScalarFilter().mayHold("a"))
  }
}
