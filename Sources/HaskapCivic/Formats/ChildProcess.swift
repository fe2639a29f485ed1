internal import CLibrary

/// A program that is run once: bytes in, bytes out. No shell sees its arguments.
package struct ChildProcess {
  /// How a run ended.
  package enum Outcome: Equatable {
    case output([UInt8])
    /// There is no such program on the PATH.
    case missing
    case failed
    /// The program was ended, with those that it had started, after this time.
    case tookTooLong(Duration)
    /// So it was after more than so many bytes.
    case wroteTooMuch(Int)
  }

  package var arguments: [String]
  var timeout = Duration.seconds(60)
  var maxOutput = 1 << 28

  package init(arguments: [String]) { self.arguments = arguments }

  /// - Parameter input: what the program reads from its standard input.
  package func run(input: [UInt8]) -> Outcome {
    guard let source = Self.unlinkedFile(input) else { return .failed }
    defer { close(source) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .failed }
    var process = pid_t()
    let status = spawn(&process, input: source, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard status == 0 else { return status == ENOENT ? .missing : .failed }
    let deadline = ContinuousClock.now + timeout
    do throws(Excess) {
      let output = try read(from: ends[0], until: deadline)
      let exit = try wait(for: process, until: deadline)
      // glibc's older versions tell by status 127 that the program could not be started.
      if exit >> 8 & 0xFF == 127 { return .missing }
      return exit == 0 ? .output(output) : .failed
    } catch {
      kill(-process, SIGKILL)
      while waitpid(process, nil, 0) < 0, errno == EINTR {}
      return switch error {
      case .time: .tookTooLong(timeout)
      case .output: .wroteTooMuch(maxOutput)
      case .pipe: .failed
      }
    }
  }

  /// Why a program is ended.
  private enum Excess: Error { case time, output, pipe }

  private func spawn(_ process: inout pid_t, input: Int32, output: Int32) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    // A group of its own, by which it can be ended with what it has started.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    return posix_spawnp(
      &process, arguments[0], &actions, &attributes, words, SystemEnvironment.variables)
  }

  /// All that comes through the pipe.
  private func read(
    from pipe: Int32, until deadline: ContinuousClock.Instant
  ) throws(Excess) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = Int((deadline - ContinuousClock.now) / .milliseconds(1))
      var poll = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      guard left > 0 else { throw .time }
      let ready = withUnsafeMutablePointer(to: &poll) { poller($0, Int32(left)) }
      if ready < 0, errno == EINTR { continue }
      guard ready >= 0 else { throw .pipe }
      if ready == 0 { continue }
      let count = reader(pipe, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .pipe }
      guard output.count + count <= maxOutput else { throw .output }
      if count == 0 { return output }
      output += buffer[..<count]
    }
  }

  /// The status with which the program ends; it may have closed its output and go on.
  private func wait(
    for process: pid_t, until deadline: ContinuousClock.Instant
  ) throws(Excess) -> Int32 {
    var exit: Int32 = 0
    while true {
      let ended = waitpid(process, &exit, WNOHANG)
      if ended == process || ended < 0 && errno != EINTR { return exit }
      guard ContinuousClock.now < deadline else { throw .time }
      usleep(1000)
    }
  }

  /// A file without a name that holds the bytes, to be read from the beginning.
  private static func unlinkedFile(_ bytes: [UInt8]) -> Int32? {
    var name = Array("/tmp/haskap-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return nil }
    unlink(name)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        return nil
      }
      written += count
    }
    guard lseek(file, 0, SEEK_SET) == 0 else {
      close(file)
      return nil
    }
    return file
  }
}

/// The system's functions, whose names methods of `ChildProcess` have too.
private func reader(_ file: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func poller(_ file: UnsafeMutablePointer<pollfd>, _ timeout: Int32) -> Int32 {
  poll(file, 1, timeout)
}
