import Testing

@testable import HaskapDocuments

/// Answers that are made when they are asked for.
@Suite struct PendingHitsTests {
  private struct Refusal: Error {}

  @Test func eachIsMadeInItsOrderAndWhenItIsAskedFor() throws {
    var events: [String] = []
    var hits = PendingHits<String>()
    for part in 0..<3 {
      hits.append(part) { place in
        events.append("make \(part).\(place)")
        return "\(part).\(place)"
      }
    }
    #expect(hits.count == 3 && events.isEmpty)
    try hits.makeEach { events.append("take \($0)") }
    #expect(
      events == [
        "make 1.0", "take 1.0", "make 2.0", "take 2.0", "make 2.1", "take 2.1",
      ])
    #expect(try hits.made() == ["1.0", "2.0", "2.1"])
  }

  @Test func anErrorEndsTheMaking() {
    var hits = PendingHits<Int>()
    hits.append(5) { place in
      guard place < 2 else { throw Refusal() }
      return place
    }
    var taken: [Int] = []
    #expect(throws: Refusal.self) { try hits.makeEach { taken.append($0) } }
    #expect(taken == [0, 1])
    #expect(throws: Refusal.self) { try hits.made() }
  }
}
