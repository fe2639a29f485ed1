import CLibrary
import FoundationEssentials
import Haskap

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
    onSignal {
      // A writer may put files there at the same time.
      for _ in 0..<10 where access(folder, F_OK) == 0 {
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
    return folder
  }

  /// Builds indexes in such a folder.
  ///
  /// - Throws: as `body`; `UserError` in place of what tells that a file there could not be written.
  static func building<Value>(in folder: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as StorageError
      where error.operation.isWriting && error.path.hasPrefix(folder)
    {
      let reason = String(cString: strerror(error.code))
      throw UserError(
        description: "no index can be written to \(folder) (\(reason)); "
          + "make room there, or set TMPDIR to a folder with more",
        status: .refused)
    }
  }

  /// Signals are held back from all threads but one, which may do what their handlers must not.
  ///
  /// - Parameter remove: done before a signal ends the program.
  static func onSignal(_ remove: @escaping @Sendable () -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let thread = try? SystemThread { [signals] in
      var (signals, number) = (signals, Int32(0))
      sigwait(&signals, &number)
      remove()
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
