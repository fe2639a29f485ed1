import Testing

@testable import Haskap

/// Pieces never overlap, whatever their sizes, and what is taken back is lent again.
@Suite struct SearchMemoryTests {
  @Test func piecesAreApart() {
    let memory = SearchMemory()
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3 {
      var pieces: [(start: UnsafeMutablePointer<UInt32>, count: Int)] = []
      for number in 0..<400 {
        let count = number % 97 == 3 ? 90_000 : Int.random(in: 0..<3000, using: &random)
        let piece: UnsafeMutablePointer<UInt32> = memory.take(count)
        #expect(Int(bitPattern: piece) % 16 == 0)
        piece.initialize(repeating: UInt32(number), count: count)
        pieces.append((piece, count))
      }
      for (number, piece) in pieces.enumerated() {
        let values = UnsafeBufferPointer(start: piece.start, count: piece.count)
        #expect(values.allSatisfy { $0 == number })
      }
      memory.rewind()
    }
  }

  @Test func whatIsTakenBackIsLentAgain() {
    let memory = SearchMemory()
    let first: UnsafeMutablePointer<UInt64> = memory.take(10)
    let place = memory.place
    let second: UnsafeMutablePointer<UInt64> = memory.take(100)
    memory.rewind(to: place)
    #expect(memory.take(7) == second)
    memory.rewind()
    #expect(memory.take(1) == first)
  }
}
