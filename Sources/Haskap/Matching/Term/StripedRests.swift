/// The documents of many lists that are in no full block, sorted by stripe.
struct StripedRests {
  private var rests: [PostingsUnion.Rest] = []
  /// Where each stripe begins, and the end of the last.
  private var starts: [Int] = [0]

  init(_ lists: [PostingsReader]) {
    let unsorted = Self.read(lists)
    guard let last = unsorted.map(\.document).max() else { return }
    starts = [Int](repeating: 0, count: Int(last) >> PostingsUnion.bits + 2)
    for rest in unsorted { starts[Int(rest.document) >> PostingsUnion.bits + 1] += 1 }
    for stripe in 1..<starts.count { starts[stripe] += starts[stripe - 1] }
    var next = starts
    rests = unsorted
    for rest in unsorted {
      let stripe = Int(rest.document) >> PostingsUnion.bits
      rests[next[stripe]] = rest
      next[stripe] += 1
    }
  }

  private static func read(_ lists: [PostingsReader]) -> [PostingsUnion.Rest] {
    let cache = BlockCache()
    var rests: [PostingsUnion.Rest] = []
    rests.reserveCapacity(lists.reduce(0) { $0 + $1.tailLength })
    for (number, list) in lists.enumerated() where list.tailLength > 0 {
      let count = list.decode(
        block: list.blockCount, documents: cache.documents, frequencies: cache.frequencies)
      for index in 0..<count {
        rests.append(
          PostingsUnion.Rest(
            document: cache.documents[index], frequency: cache.frequencies[index],
            list: UInt32(truncatingIfNeeded: number), index: UInt32(truncatingIfNeeded: index)))
      }
    }
    return rests
  }

  subscript(stripe: Int) -> ArraySlice<PostingsUnion.Rest> {
    guard stripe + 1 < starts.count else { return [] }
    return rests[starts[stripe]..<starts[stripe + 1]]
  }
}
