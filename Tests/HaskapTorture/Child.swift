import Glibc

/// What runs in a process of its own: some cases of one kind, one after the other.
enum Child {
  /// Seconds that a case may take.
  static let longest: UInt32 = 5

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 6, let kind = TrialKind(rawValue: arguments[0]),
      let seed = UInt64(arguments[1]), let first = Int(arguments[2]),
      let count = Int(arguments[3]), let seconds = Int(arguments[4])
    else { throw UsageError(argument: arguments.joined(separator: " ")) }
    var limit = rlimit(rlim_cur: 3 << 30, rlim_max: 3 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    var core = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
    let end = ContinuousClock.now + .seconds(seconds)
    let trial = try kind.make(arguments[5])
    for number in first..<first + count {
      say("at \(number)")
      alarm(longest * kind.patience)
      var random = SplitMix64(seed: seed, number)
      do {
        try trial.run(&random, number)
      } catch let failure as Failure {
        say("failed case \(number): \(failure.description)")
      }
      if ContinuousClock.now > end { break }
    }
    alarm(0)
    trial.finish()
    say("done")
  }

  private static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}

/// An answer that is not right.
struct Failure: Error {
  var description: String
}
