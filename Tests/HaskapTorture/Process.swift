import Glibc

/// A child process of this program, whose standard output is read.
struct Process {
  private let number: pid_t
  private let output: Int32

  init(_ arguments: [String], program: String = "/proc/self/exe") {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var pointers = ([program] + arguments).map { strdup($0) } + [nil]
    var number: pid_t = -1
    posix_spawn(&number, program, &actions, nil, &pointers, environ)
    posix_spawn_file_actions_destroy(&actions)
    for pointer in pointers { free(pointer) }
    close(ends[1])
    self.number = number
    output = ends[0]
  }

  /// A program that is built beside this one.
  static func sibling(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return start.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/\(name)"
  }

  func kill() { _ = Glibc.kill(number, SIGKILL) }

  func readSome() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
    return Array(buffer.prefix(max(0, count)))
  }

  func readAll() -> String {
    var bytes: [UInt8] = []
    while case let some = readSome(), !some.isEmpty { bytes += some }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The status and the most kilobytes that it took.
  func wait() -> (status: Int32, peak: Int) {
    var status: Int32 = 0
    var usage = rusage()
    wait4(number, &status, 0, &usage)
    close(output)
    return (status, usage.ru_maxrss)
  }

  static func meaning(of status: Int32) -> String {
    let signal = status & 0x7F
    if signal == SIGALRM || signal == SIGPROF { return "no end after \(Child.longest) seconds" }
    return signal == 0 ? "exit status \(status >> 8)" : "signal \(signal)"
  }
}
