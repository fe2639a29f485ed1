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
    guard count >= enough else { return (0..<count).map(make) }
    let size = (count + pieces - 1) / pieces
    return Array(
      inPieces((count + size - 1) / size) { piece in
        (piece * size..<min((piece + 1) * size, count)).map(make)
      }.joined())
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
