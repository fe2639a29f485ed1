import Synchronization

/// Lets in so many at a time; others wait for their turn, up to a number.
final class Lane: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>
  private let mostWaiting: Int

  init(of most: Int, waiting mostWaiting: Int) {
    state = Mutex(State(free: most))
    self.mostWaiting = mostWaiting
  }

  /// - Throws: `Refusal` where too many wait already.
  func run<Value>(_ body: () async throws -> Value) async throws -> Value {
    let isFull = state.withLock { $0.free == 0 && $0.waiting.count >= mostWaiting }
    if isFull { throw Refusal.busy }
    await withCheckedContinuation { turn in
      let isFree = state.withLock { state in
        if state.free == 0 {
          state.waiting.append(turn)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { turn.resume() }
    }
    defer { leave() }
    return try await body()
  }

  /// Whoever waits longest takes the place.
  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
