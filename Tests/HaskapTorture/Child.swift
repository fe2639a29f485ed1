import Glibc

/// What runs in a process of its own: some cases of one kind, one after the other, until one fails.
enum Child {
  /// Seconds that a case may take.
  static let longest: UInt32 = 5
  /// What the case is about, in the folder of the trial: a file, or an index.
  static let input = "input"

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 6, let kind = TrialKind(rawValue: arguments[0]),
      let seed = UInt64(arguments[1]), let first = Int(arguments[2]),
      let count = Int(arguments[3]), let seconds = Int(arguments[4])
    else { throw UsageError(argument: arguments.joined(separator: " ")) }
    // The address sanitizer maps terabytes, and touches few of them.
    if dlsym(nil, "__asan_init") == nil { limit(RLIMIT_AS, 3 << 30) }
    limit(RLIMIT_CORE, 0)
    let end = ContinuousClock.now + .seconds(seconds)
    let trial = try kind.make(arguments[5])
    for number in first..<first + count {
      say("at \(number)")
      allow(longest * kind.patience)
      var random = SplitMix64(seed: seed, number)
      do {
        try trial.run(&random, number)
      } catch {
        return say("failed case \(number): \(error)")
      }
      if ContinuousClock.now > end { break }
    }
    allow(0)
    say("done")
  }

  /// Seconds of the processor's time, so that a busy machine does not pass for a hang; and, for what
  /// waits for something that never comes, many more of a clock's.
  private static func allow(_ seconds: UInt32) {
    var time = itimerval(
      it_interval: timeval(), it_value: timeval(tv_sec: Int(seconds), tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &time, nil)
    alarm(24 * seconds)
  }

  private static func limit(_ what: __rlimit_resource, _ most: rlim_t) {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(__rlimit_resource_t(what.rawValue), &limit)
  }

  private static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}

/// An answer that is not right.
struct Failure: Error, CustomStringConvertible {
  var description: String
}
