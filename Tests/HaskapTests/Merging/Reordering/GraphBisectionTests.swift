import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct GraphBisectionTests {
  /// Every document stays, and the number of threads makes no difference.
  @Test(arguments: [0, 1, 31, 33, 300, 2200]) func isAPermutation(count: Int) throws {
    var corpus = OracleCorpus(seed: 3, words: 60)
    let documents = (0..<count).map { _ in corpus.document(longest: 30) }
    let fixture = try SearchFixture(documents, sizes: [count / 3, count - count / 3])
    let order = try order(fixture)
    #expect(order.sorted() == (0..<UInt32(count)).map { $0 })
    #expect(try self.order(fixture) == order)
    #expect(try self.order(fixture, workers: 3) == order)
  }

  /// Two kinds of documents with a few words in common come in turns, in segments of their own
  /// numbers, and are told apart: each half has documents of one kind.
  @Test(arguments: [64, 65, 500]) func tellsTwoKindsApart(count: Int) throws {
    let kinds = try kinds(count: count, of: 2)
    #expect(Set(kinds[..<(count / 2)]).count == 1)
    #expect(Set(kinds[((count + 1) / 2)...]).count == 1)
  }

  /// Of eight kinds of 64 documents each, every run of 64 in the new order is of one.
  @Test func tellsManyKindsApart() throws {
    let kinds = try kinds(count: 512, of: 8)
    for first in stride(from: 0, to: 512, by: 64) {
      #expect(Set(kinds[first..<first + 64]).count == 1, "from \(first) on")
    }
  }

  /// Without room for any terms nothing is known that would change the order.
  @Test func keepsTheOrderWithoutMemory() throws {
    var corpus = OracleCorpus(seed: 8, words: 40)
    let documents = (0..<300).map { _ in corpus.document(longest: 30) }
    let fixture = try SearchFixture(documents, sizes: [300])
    #expect(try order(fixture, memoryBudget: 0) == (0..<300).map { $0 })
    #expect(try order(fixture) != (0..<300).map { $0 })
  }

  /// The rarest terms are left out when there is not room for all.
  @Test func keepsTheBudget() throws {
    let documents: [OracleDocument] = (0..<128).map { number in
      ["body": [["all", "half\(number / 64)", "pair\(number / 2)", "own\(number)"]]]
    }
    let fixture = try SearchFixture(documents, sizes: [128])
    for (entries, lists) in [(384, 3), (383, 2), (256, 2), (255, 1), (128, 1), (127, 0)] {
      let graph = try graph(fixture, memoryBudget: 4 * entries)
      for document in 0..<128 as Range<UInt32> {
        #expect(graph.terms(of: document).count == lists, "\(entries) entries")
      }
    }
  }

  /// The kind of each document in the new order; those of a kind share most of their words.
  private func kinds(count: Int, of kinds: Int) throws -> [Int] {
    var random = SplitMix(seed: UInt64(count))
    let documents: [OracleDocument] = (0..<count).map { number in
      let words = (0..<12).map { _ in
        let word = Int.random(in: 0..<20, using: &random)
        return word < 4 ? "shared\(word)" : "kind\(number % kinds)-\(word)"
      }
      return ["body": [words]]
    }
    let fixture = try SearchFixture(documents, sizes: [count / 2, count - count / 2])
    return try order(fixture).map { Int($0) % kinds }
  }

  private func order(
    _ fixture: SearchFixture, memoryBudget: Int = 1 << 20, workers: Int = 1
  ) throws -> [UInt32] {
    var told: [Double] = []
    let order = try GraphBisection.order(
      graph(fixture, memoryBudget: memoryBudget), workers: workers, progress: { told.append($0) })
    #expect(told == told.sorted())
    #expect(told.allSatisfy { (0...1).contains($0) })
    #expect(order.isEmpty || told.last.map { $0 > 0.999 } == true)
    return order
  }

  private func graph(_ fixture: SearchFixture, memoryBudget: Int) throws -> ForwardIndex {
    let parts = fixture.segments.map(\.index)
    var base: UInt32 = 0
    let maps = parts.map { part in
      defer { base += UInt32(part.documentCount) }
      return DocumentIDMap(base: base, documentCount: part.documentCount)
    }
    return try ForwardIndex(parts, maps, memoryBudget: memoryBudget)
  }
}

@Suite struct SelectionTests {
  @Test func findsWhatSortingFinds() {
    var random = SplitMix(seed: 4)
    for count in [1, 2, 3, 10, 257] {
      for isAscending in [false, true] {
        var keys = (0..<count).map { _ in random.next() }
        if isAscending { keys.sort() }
        for rank in stride(from: 0, to: count, by: max(1, count / 20)) {
          var copy = keys
          let found = copy.withUnsafeMutableBufferPointer { Selection.find(rank: rank, of: $0) }
          #expect(found == keys.sorted()[rank])
        }
      }
    }
  }
}
