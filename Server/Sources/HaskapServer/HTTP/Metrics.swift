import Glibc
import Synchronization

/// Counts what a server does, for programs that watch it (the text format 0.0.4 of Prometheus).
final class Metrics: Sendable {
  /// Upper bounds of the times that answers took, in milliseconds.
  private static let bounds = [1.0, 2, 4, 8, 16, 32, 64, 125, 250, 500, 1000, 2500, 5000]

  private struct Counts {
    var byStatus: [Int: Int] = [:]
    /// Answers by their times, the last slower than all bounds.
    var buckets = [Int](repeating: 0, count: bounds.count + 1)
    var seconds = 0.0
    var fromMemory = 0
  }

  private let counts = Mutex(Counts())

  func count(_ status: Int, _ time: Duration, fromMemory: Bool) {
    let seconds = time / .seconds(1)
    let bucket = Self.bounds.firstIndex { seconds * 1000 <= $0 } ?? Self.bounds.count
    counts.withLock { counts in
      counts.byStatus[status, default: 0] += 1
      counts.buckets[bucket] += 1
      counts.seconds += seconds
      counts.fromMemory += fromMemory ? 1 : 0
    }
  }

  /// - Parameters:
  ///   - running: questions that wait or are being answered.
  ///   - isStale: whether the newest commit cannot be used.
  func text(running: Int, commit: UInt64, isStale: Bool) -> String {
    let counts = counts.withLock { $0 }
    var lines = ["# TYPE haskap_requests_total counter"]
    lines += counts.byStatus.sorted { $0.key < $1.key }.map {
      "haskap_requests_total{status=\"\($0.key)\"} \($0.value)"
    }
    lines.append("# TYPE haskap_request_seconds histogram")
    var sum = 0
    for (bound, count) in zip(Self.bounds.map { String($0 / 1000) } + ["+Inf"], counts.buckets) {
      sum += count
      lines.append("haskap_request_seconds_bucket{le=\"\(bound)\"} \(sum)")
    }
    lines.append("haskap_request_seconds_sum \(counts.seconds)")
    lines.append("haskap_request_seconds_count \(sum)")
    for (name, kind, value) in [
      ("haskap_answers_from_memory_total", "counter", "\(counts.fromMemory)"),
      ("haskap_questions_running", "gauge", "\(running)"),
      ("haskap_index_commit", "gauge", "\(commit)"),
      ("haskap_index_stale", "gauge", isStale ? "1" : "0"),
      ("process_resident_memory_bytes", "gauge", "\(Self.residentBytes)"),
    ] {
      lines += ["# TYPE \(name) \(kind)", "\(name) \(value)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As the second number of `/proc/self/statm` has it, in pages; 0 where there is no such file.
  private static var residentBytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
