import CLibrary

/// One line on standard error that says how far a long piece of work has come. Silent for the
/// first second and where standard error is not a terminal.
struct Progress {
  private let start = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private let output = Output(STDERR_FILENO)

  mutating func update(_ message: @autoclosure () -> String) {
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(1), now - lastShown > .milliseconds(100) else { return }
    lastShown = now
    output.replaceLine(message())
  }

  func finish() {
    if isShown, lastShown > start { output.replaceLine("") }
  }
}
