import HaskapTestSupport
import Testing

@testable import Haskap

@Suite("Terms looked at once")
struct CheckedTermsTests {
  @Test("Fifty terms that take turns are looked at once each")
  func once() throws {
    var random = SplitMix(seed: 11)
    let terms = (0..<50).map { field in
      let start = Int(random.next() & 0xFFFF_FFFF)
      return TermInfo(documentFrequency: field + 1, postings: start..<start + 40, field: field & 3)
    }
    let checked = CheckedTerms(bytes: 16)
    var looked = 0
    for _ in 0..<3 {
      for term in terms {
        for part in [CheckedTerms.Part.postings, .positions] {
          try checked.once(part, term, field: term.field) { looked += 1 }
        }
      }
    }
    #expect(looked == 100)
  }
}
