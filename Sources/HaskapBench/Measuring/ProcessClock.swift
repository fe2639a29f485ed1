#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the system has counted for this process.
struct ProcessClock: Sendable {
  /// Seconds of a clock that never goes back.
  let wall: Double
  /// Seconds of all threads, the system's work for them included.
  let cpu: Double

  static var now: ProcessClock {
    ProcessClock(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  static func - (later: ProcessClock, earlier: ProcessClock) -> ProcessClock {
    ProcessClock(wall: later.wall - earlier.wall, cpu: later.cpu - earlier.cpu)
  }

  private init(wall: Double, cpu: Double) { (self.wall, self.cpu) = (wall, cpu) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

}
