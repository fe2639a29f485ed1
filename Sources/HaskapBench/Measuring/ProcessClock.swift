internal import CLibrary

/// What the system has counted for this process.
public struct ProcessClock: Sendable {
  /// Seconds of a clock that never goes back.
  public let wall: Double
  /// Seconds of all threads, the system's work for them included.
  public let cpu: Double

  public static var now: ProcessClock {
    ProcessClock(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  /// The same clock that never goes back, in nanoseconds.
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  public static func - (later: ProcessClock, earlier: ProcessClock) -> ProcessClock {
    ProcessClock(wall: later.wall - earlier.wall, cpu: later.cpu - earlier.cpu)
  }

  private init(wall: Double, cpu: Double) { (self.wall, self.cpu) = (wall, cpu) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
