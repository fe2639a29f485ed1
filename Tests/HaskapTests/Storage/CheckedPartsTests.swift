import Testing

@testable import Haskap

@Suite("Parts looked at once")
struct CheckedPartsTests {
  @Test("Each part is looked at once, in whatever turn")
  func once() throws {
    let parts = CheckedParts(count: 200)
    var looked: [Int] = []
    for _ in 0..<3 {
      for part in stride(from: 0, to: 200, by: 3) { try parts.once(part) { looked.append(part) } }
    }
    #expect(looked == Array(stride(from: 0, to: 200, by: 3)))
  }

  @Test("A part that is not sound is looked at again")
  func unsound() {
    let parts = CheckedParts(count: 1)
    var looked = 0
    for _ in 0..<2 {
      #expect(throws: FormatError.self) {
        try parts.once(0) { () throws(FormatError) in
          looked += 1
          throw FormatError(file: "1.postings", offset: 0, expected: "a term", found: "none")
        }
      }
    }
    #expect(looked == 2)
  }
}
