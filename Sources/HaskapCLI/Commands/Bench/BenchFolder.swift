import CLibrary
import FoundationEssentials

/// A folder for indexes that are built and thrown away, also when the user ends the program.
enum BenchFolder {
  /// - Throws: `UserError` where none can be made.
  static func make() throws -> String {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(place)/haskap-bench-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&name).map({ String(cString: $0) }) else {
      throw UserError(
        description: "\(place): no folder can be made in it (\(String(cString: strerror(errno)))); "
          + "set TMPDIR to a folder of yours",
        status: .refused)
    }
    removeOnSignal(folder)
    return folder
  }

  /// Signals are held back from all threads but one, which may do what their handlers must not.
  private static func removeOnSignal(_ folder: String) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let thread = try? SystemThread { [signals] in
      var (signals, number) = (signals, Int32(0))
      sigwait(&signals, &number)
      // A writer may put files there at the same time.
      for _ in 0..<10 where access(folder, F_OK) == 0 {
        try? FileManager.default.removeItem(atPath: folder)
      }
      signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      raise(number)
    }
    // Whoever lets go of a thread waits for it.
    if let thread { _ = Unmanaged.passRetained(thread) }
  }

  /// As `nohup` and shells without jobs leave it to the programs that they start.
  private static func isIgnored(_ number: Int32) -> Bool {
    let ignoring = unsafeBitCast(SIG_IGN, to: Int.self)
    guard unsafeBitCast(signal(number, SIG_DFL), to: Int.self) == ignoring else { return false }
    signal(number, SIG_IGN)
    return true
  }
}
