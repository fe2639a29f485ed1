import CMemory
import FoundationEssentials
import Haskap
import HaskapCivic
import Logging
import ServiceLifecycle
import Synchronization

/// Keeps the last commit of an index open, and opens the next one as soon as it is there. One that
/// is damaged leaves the old one serving.
final class IndexKeeper: Service {
  struct State {
    var snapshot: Snapshot
    /// What is wrong with the newest commit, which serves or does not.
    var failure: String? { failed?.reason }
    fileprivate var failed: (reason: String, time: ContinuousClock.Instant)?
    /// Of reports.
    var feed: Feed?
    fileprivate var stamp: ManifestStamp?
  }

  /// Files of a commit that failed may be mended where they are; to look at all of them takes its time.
  private static let retry = Duration.seconds(30)
  private let path: String
  private let logger: Logger
  private let state: Mutex<State>

  /// - Throws: errors of the index, where there is none to begin with.
  init(path: String, logger: Logger) throws {
    (self.path, self.logger) = (path, logger)
    let stamp = ManifestStamp(index: path)
    let snapshot = try Snapshot(path: path)
    state = Mutex(
      State(snapshot: snapshot, feed: try Self.feed(snapshot, nil, stamp), stamp: stamp))
  }

  var current: State { state.withLock { $0 } }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
        // What the commit before has freed lies among what all threads of the server have.
        if self.refresh() { memory_give_back() }
      }
    }
  }

  /// Looks for a newer commit. Requests go on with the old one meanwhile.
  ///
  /// - Returns: whether there is one.
  @discardableResult func refresh() -> Bool {
    let stamp = ManifestStamp(index: path)
    let known = current
    let isDue = known.failed.map { $0.time + Self.retry < .now } ?? false
    guard stamp != known.stamp || isDue else { return false }
    do {
      let snapshot = try Snapshot(path: path)
      // Of the commit that serves all is checked: it was found to be damaged.
      let isSame = snapshot.generation == known.snapshot.generation
      try snapshot.reader.check(since: isSame ? nil : known.snapshot.reader)
      let feed = try Self.feed(snapshot, known, stamp)
      state.withLock { $0 = State(snapshot: snapshot, feed: feed, stamp: stamp) }
      logger.info("Opened a new commit.", metadata: ["commit": "\(snapshot.generation)"])
      return true
    } catch {
      report("\(error)", "The newest commit cannot be used; the one before goes on serving: ")
      state.withLock { $0.stamp = stamp }
      return false
    }
  }

  private static func feed(
    _ snapshot: Snapshot, _ old: State?, _ stamp: ManifestStamp?
  ) throws -> Feed? {
    guard case .reports(let new) = snapshot else { return nil }
    let date = stamp?.date ?? Date()
    guard var feed = old?.feed, case .reports(let old)? = old?.snapshot else {
      return Feed(new, date: date)
    }
    try feed.add(new, since: old, date: date)
    return feed
  }

  /// Remembers what was found wrong with the commit that serves, and logs it once.
  func report(damage: String) { report(damage, "The commit that serves is damaged: ") }

  private func report(_ failure: String, _ sentence: String) {
    let isNew = state.withLock { state in
      defer { state.failed = (failure, .now) }
      return state.failure != failure
    }
    if isNew { logger.error("\(sentence)\(failure)") }
  }
}
