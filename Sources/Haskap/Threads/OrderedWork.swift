internal import CLibrary

/// Spreads pieces of work over threads and takes their results in the order of the pieces.
///
/// The caller's thread is one of them: it does pieces itself while the next result is not there.
package enum OrderedWork {
  /// - Parameters:
  ///   - count: of the pieces.
  ///   - workers: threads, one for each element; each gets its own element only. The caller's is
  ///     the first.
  ///   - work: does one piece. Results wait in memory for those before them: at most two a worker.
  ///   - take: gets the results on the caller's thread. After an error no more pieces are begun.
  package static func run<Worker: AnyObject, Result>(
    _ count: Int, workers: [Worker], work: @escaping @Sendable (Worker, Int) -> Result,
    take: (Result) throws -> Void
  ) throws {
    let board = Board(count: count, workers: workers, work: work)
    try board.withThreads { try board.takeAll(take) }
  }

  /// The same on threads that keep nothing from one piece to the next, one for each processor.
  package static func run<Result>(
    _ count: Int, threads: Int = SystemThread.processorCount,
    work: @escaping @Sendable (Int) -> Result, take: (Result) throws -> Void
  ) throws {
    let workers = (0..<min(count, threads)).map { _ in Nothing() }
    try run(count, workers: workers, work: { work($1) }, take: take)
  }

  /// Steps that have nothing to do with each other.
  ///
  /// - Throws: the error of the first step that has one.
  static func run(steps: [() throws -> Void], threads: Int) throws {
    nonisolated(unsafe) let steps = steps  // Each is run by one thread.
    try run(
      steps.count, threads: threads, work: { step in Result { try steps[step]() } },
      take: { try $0.get() })
  }

  private final class Nothing {}

  private struct State<Result> {
    var begun = 0
    var taken = 0
    var results: [Int: Result] = [:]
  }

  private final class Board<Worker: AnyObject, Result>: @unchecked Sendable {
    // Each worker is touched by one thread, the rest is constant or under the monitor's lock.
    let state = Monitor(State<Result>())
    let count: Int
    let workers: [Worker]
    let work: @Sendable (Worker, Int) -> Result

    init(count: Int, workers: [Worker], work: @escaping @Sendable (Worker, Int) -> Result) {
      self.count = count
      self.workers = workers
      self.work = work
    }

    /// Runs `body` while the threads beside the caller's work.
    func withThreads(_ body: () throws -> Void) throws {
      var threads: [WorkerThread] = []
      defer {
        state.update { $0.begun = count }
        threads.removeAll()
      }
      for index in workers.indices.prefix(count).dropFirst() {
        // Where the system has no more, the caller's does the rest.
        guard let thread = try? WorkerThread({ self.help(index) }) else { break }
        threads.append(thread)
      }
      try body()
    }

    private func isFree(_ state: State<Result>) -> Bool {
      state.begun < count && state.begun < state.taken + 2 * workers.count
    }

    private func help(_ index: Int) {
      while true {
        let piece: Int = state.wait { state in
          guard state.begun < count else { return count }
          guard isFree(state) else { return nil }
          defer { state.begun += 1 }
          return state.begun
        }
        guard piece < count else { return }
        let result = work(workers[index], piece)
        state.update { $0.results[piece] = result }
      }
    }

    private enum Step {
      case take(Result)
      case work(Int)
    }

    func takeAll(_ take: (Result) throws -> Void) throws {
      var taken = 0
      while taken < count {
        let step: Step = state.wait { state in
          if let result = state.results.removeValue(forKey: taken) { return .take(result) }
          guard isFree(state) else { return nil }
          defer { state.begun += 1 }
          return .work(state.begun)
        }
        switch step {
        case .take(let result):
          try take(result)
          taken += 1
          state.update { $0.taken = taken }
        case .work(let piece):
          let result = work(workers[0], piece)
          state.update { $0.results[piece] = result }
        }
      }
    }
  }
}
