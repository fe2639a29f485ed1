/// Ends what takes too long: whatever is asked of an index inside `run` throws `TimeLimitExceeded`
/// once the time is over. It is looked at before each window of some thousand documents, every so
/// many terms of a pattern, and before each stored document.
///
///     let response = try TimeLimit.run(.seconds(2)) { try prepared.run(request) }
///
/// The limit belongs to the task that sets it, so that many may ask one snapshot, each in a time of
/// its own. What was prepared stays good for another run.
public struct TimeLimit: Sendable {
  /// That of the running task; nil where there is none.
  @TaskLocal static var current: TimeLimit?

  let duration: Duration
  private let end: End

  /// The compiler does not know how large an instant is, so that each copy of one takes several calls.
  private final class End: Sendable {
    let instant: ContinuousClock.Instant

    init(_ instant: ContinuousClock.Instant) { self.instant = instant }
  }

  private init(_ duration: Duration, _ start: ContinuousClock.Instant) {
    self.duration = duration
    end = End(start + duration)
  }

  /// Does the work within a time; where the caller has less time left, within that.
  ///
  /// - Parameter start: from when on the time counts: of work that has waited, from before.
  /// - Throws: `TimeLimitExceeded`; what `work` throws.
  public static func run<Result>(
    _ duration: Duration, since start: ContinuousClock.Instant = .now, _ work: () throws -> Result
  ) rethrows -> Result {
    let limit = TimeLimit(duration, start)
    if let current, current.end.instant <= limit.end.instant { return try work() }
    return try $current.withValue(limit, operation: work)
  }

  /// - Throws: `TimeLimitExceeded` when the running task has no time left.
  static func check() throws(TimeLimitExceeded) { try current?.check() }

  func check() throws(TimeLimitExceeded) {
    guard ContinuousClock.now < end.instant else { throw TimeLimitExceeded(limit: duration) }
  }
}

/// A time limit that is looked at once in so many short steps: to look takes about as long as one.
struct PacedTimeLimit {
  private let limit: TimeLimit?
  private var steps = 0
  private static let pace = 16

  init(_ limit: TimeLimit?) { self.limit = limit }

  mutating func step() throws(TimeLimitExceeded) {
    if steps % Self.pace == 0 { try limit?.check() }
    steps &+= 1
  }
}
