internal import Synchronization

/// What a request finds in some segments in a row.
final class RequestPass {
  let collectors: RequestCollectors
  var hits: TopHits
  /// How many documents match, where they are counted.
  var total = 0

  init(collectors: RequestCollectors, hits: consuming TopHits) {
    self.collectors = collectors
    self.hits = hits
  }

  /// The score that as many documents as are wanted have in any part that has been looked through.
  final class Reached: Sendable {
    private let score = Atomic<UInt32>(0)

    /// Tells a pass that begins what others have found.
    func raise(_ pass: RequestPass) { pass.hits.raise(to: score.load(ordering: .relaxed)) }

    /// Takes notice of what one has found.
    func take(_ pass: RequestPass) {
      guard pass.hits.limit > 0 else { return }
      score.max(TopHits.score(of: pass.hits.threshold), ordering: .relaxed)
    }
  }

  /// Adds what was found in the segments that follow.
  func add(_ other: RequestPass) throws {
    hits.add(other.hits)
    total += other.total
    try collectors.add(other.collectors)
  }
}
