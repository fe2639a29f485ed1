/// The documents of many lists that are in no full block, sorted by window.
struct SortedRests {
  private var rests: [PostingsUnion.Rest] = []
  /// Where each window begins, and the end of the last.
  private var starts: [Int] = [0]

  init(_ lists: [PostingsReader]) {
    let unsorted = Self.read(lists)
    guard !unsorted.isEmpty else { return }
    let bits = WindowGrid.largestBits
    let last = unsorted.reduce(0) { max($0, $1.document) }
    starts = [Int](repeating: 0, count: Int(last) >> bits + 2)
    for rest in unsorted { starts[Int(rest.document) >> bits + 1] += 1 }
    for window in 1..<starts.count { starts[window] += starts[window - 1] }
    var next = starts
    rests = [PostingsUnion.Rest](unsafeUninitializedCapacity: unsorted.count) { rests, count in
      for rest in unsorted {
        let window = Int(rest.document) >> bits
        rests.initializeElement(at: next[window], to: rest)
        next[window] += 1
      }
      count = unsorted.count
    }
  }

  private static func read(_ lists: [PostingsReader]) -> [PostingsUnion.Rest] {
    let cache = BlockCache()
    let count = lists.reduce(0) { $0 + $1.tailLength }
    return [PostingsUnion.Rest](unsafeUninitializedCapacity: count) { rests, end in
      for (number, list) in lists.enumerated() where list.tailLength > 0 {
        let count = list.decode(
          block: list.blockCount, documents: cache.documents, frequencies: cache.frequencies)
        for index in 0..<count {
          rests.initializeElement(
            at: end + index,
            to: PostingsUnion.Rest(
              document: cache.documents[index], frequency: cache.frequencies[index],
              list: UInt32(truncatingIfNeeded: number), index: UInt32(truncatingIfNeeded: index)))
        }
        end += count
      }
    }
  }

  /// Of windows in a row.
  subscript(windows: Range<Int>) -> ArraySlice<PostingsUnion.Rest> {
    let known = windows.clamped(to: 0..<starts.count - 1)
    return rests[starts[known.lowerBound]..<starts[known.upperBound]]
  }
}
