import Synchronization
import Testing

@testable import HaskapServer

@Suite("Heavy questions") struct LaneTests {
  private final class Counts: Sendable {
    let all = Mutex((running: 0, most: 0, done: 0, refused: 0))
  }

  @Test func fewAreAnsweredAtOnce() async throws {
    let lane = Lane(of: 2, waiting: 5)
    let counts = Counts()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          do {
            try await lane.run {
              counts.all.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
              }
              try await Task.sleep(for: .milliseconds(20))
              counts.all.withLock {
                $0.running -= 1
                $0.done += 1
              }
            }
          } catch {
            counts.all.withLock { $0.refused += 1 }
          }
        }
      }
    }
    let (most, done, refused) = counts.all.withLock { ($0.most, $0.done, $0.refused) }
    #expect(most <= 2 && done >= 2 && done + refused == 20)
    // Nobody keeps a place.
    try await lane.run {}
  }

  @Test(arguments: [
    ("/search?q=%E6%B8%85%E6%8E%83", false), ("/search?q=%E7%94%BA%2A", false),
    ("/search?q=a*+b*+c*", true), ("/search?q=a+b+c+d+e+f", false),
    ("/search?q=" + String(repeating: "a+", count: 60), true), ("/years", false),
  ])
  func longQuestionsAndPatternsAreHeavy(_ path: String, _ isHeavy: Bool) throws {
    #expect(try Target(path).isHeavy == isHeavy)
  }
}
