internal import Synchronization

/// What a request finds in some segments in a row.
final class RequestPass {
  let collectors: RequestCollectors
  var hits: TopHits
  /// How many documents match, where they are counted.
  private(set) var total: Int

  init(collectors: RequestCollectors, hits: consuming TopHits, total: Int) {
    self.collectors = collectors
    self.hits = hits
    self.total = total
  }

  /// The score that as many documents as are wanted have in any part that has been looked through.
  final class Reached: Sendable {
    private let score = Atomic<UInt32>(0)

    /// Tells those that begin what others have found.
    func raise(_ hits: inout TopHits) { hits.raise(to: score.load(ordering: .relaxed)) }

    /// Takes notice of what was found.
    func take(_ hits: borrowing TopHits) {
      guard hits.limit > 0 else { return }
      score.max(TopHits.score(of: hits.threshold), ordering: .relaxed)
    }
  }

  /// Adds what was found in the segments that follow.
  func add(_ other: RequestPass) throws {
    hits.add(other.hits)
    total += other.total
    try collectors.add(other.collectors)
  }
}
