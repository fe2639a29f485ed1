internal import CLibrary
import Haskap

/// Work on many things of a kind, some on each processor, where there are enough of them.
enum SharedWork {
  /// Fewer take less time than a thread to start.
  private static let enough = 2_000
  /// As many a piece, so that no processor waits long for the last.
  private static let pieces = 16

  /// What `make` gives for each number below `count`, in order.
  static func map<Made: Sendable>(_ count: Int, _ make: @escaping @Sendable (Int) -> Made) -> [Made]
  {
    Array(inRanges(count) { $0.map(make) }.joined())
  }

  /// What `make` gives for each of some ranges, which are all numbers below `count`, in order.
  static func inRanges<Made: Sendable>(
    _ count: Int, _ make: @escaping @Sendable (Range<Int>) -> Made
  ) -> [Made] {
    guard count >= enough else { return [make(0..<count)] }
    let size = (count + pieces - 1) / pieces
    return inPieces((count + size - 1) / size) { make($0 * size..<min(($0 + 1) * size, count)) }
  }

  /// Hands what `make` gives for each piece to `take`, in order, and keeps none of it.
  ///
  /// - Parameter worker: what each thread works with.
  static func inPieces<Worker: AnyObject, Made: Sendable>(
    _ count: Int, _ worker: () -> Worker, _ make: @escaping @Sendable (Worker, Int) -> Made,
    take: (Made) -> Void
  ) {
    var taken = 0
    let workers = (0..<max(1, min(count, SystemThread.processorCount))).map { _ in worker() }
    do {
      try OrderedWork.run(count, workers: workers, work: make) {
        take($0)
        taken += 1
      }
    } catch {
      for piece in taken..<count { take(make(workers[0], piece)) }
    }
  }

  /// What `make` gives for each piece, in order; on the caller's thread alone where there is no other.
  static func inPieces<Made: Sendable>(
    _ count: Int, _ make: @escaping @Sendable (Int) -> Made
  ) -> [Made] {
    var made: [Made] = []
    made.reserveCapacity(count)
    do {
      try OrderedWork.run(count, work: make) { made.append($0) }
    } catch {
      made += (made.count..<count).map(make)
    }
    return made
  }
}
