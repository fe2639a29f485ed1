internal import CLibrary
internal import CMemory
internal import Synchronization

/// The largest memory that a piece of work takes for itself: the pages of files that are mapped, which the
/// system takes back when it wants them, do not count.
///
/// Linux tells it in `/proc/self/status` (proc(5)), but not its peak: a thread of its own looks every
/// few milliseconds. Elsewhere nothing is known.
enum PeakMemory {
  private static let interval: UInt32 = 5_000  // In microseconds.

  /// - Returns: what `work` does, and the bytes beyond what was taken before.
  static func of<Value>(_ work: () throws -> Value) throws -> (Value, bytes: Int?) {
    memory_give_back()
    guard let before = current else { return (try work(), nil) }
    let watch = Watch(peak: before)
    let thread = try? SystemThread { watch.run() }
    // When the thread goes it is waited for, so that it must be told before.
    let value = try withExtendedLifetime(thread) {
      defer { watch.stop() }
      return try work()
    }
    return (value, watch.peak - before)
  }

  private static var current: Int? {
    let file = open("/proc/self/status", O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    let lines = String(decoding: buffer[..<max(0, count)], as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("RssAnon:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
      .map { $0 * 1024 }
  }

  private final class Watch: Sendable {
    private let highest: Mutex<Int>
    private let isOver = Atomic(false)

    init(peak: Int) { highest = Mutex(peak) }

    var peak: Int {
      look()
      return highest.withLock(\.self)
    }

    func run() {
      while !isOver.load(ordering: .relaxed) {
        look()
        usleep(PeakMemory.interval)
      }
    }

    func stop() { isOver.store(true, ordering: .relaxed) }

    private func look() {
      let now = PeakMemory.current ?? 0
      highest.withLock { $0 = max($0, now) }
    }
  }
}
