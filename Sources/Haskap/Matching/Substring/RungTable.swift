/// What is found out of each document of a window about its rungs, by index in the window. Between
/// calls all is as it was at the beginning.
final class RungTable {
  let counts: UnsafeMutablePointer<RungCounts> = .allocate(capacity: SearchScratch.documents)
  /// The sum of BM25F.
  let sums: UnsafeMutablePointer<Float> = .allocate(capacity: SearchScratch.documents)
  /// The best rung; 255 where none was found.
  let rungs: UnsafeMutablePointer<UInt8> = .allocate(capacity: SearchScratch.documents)

  init() {
    counts.initialize(repeating: RungCounts(), count: SearchScratch.documents)
    sums.initialize(repeating: 0, count: SearchScratch.documents)
    rungs.initialize(repeating: .max, count: SearchScratch.documents)
  }

  deinit {
    counts.deallocate()
    sums.deallocate()
    rungs.deallocate()
  }
}
