import CLibrary
import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Programs of others, which may do anything.
@Suite("Child processes") struct ChildProcessTests {
  private func run(
    _ script: String, timeout: Duration = .seconds(60), maxOutput: Int = 1 << 20
  ) -> ChildProcess.Outcome {
    var program = ChildProcess(arguments: ["sh", "-c", script])
    (program.timeout, program.maxOutput) = (timeout, maxOutput)
    return program.run(input: Array("a\nb\n".utf8))
  }

  @Test("bytes in, bytes out; a failure and a missing program are told apart")
  func outcomes() {
    #expect(run("cat") == .output(Array("a\nb\n".utf8)))
    #expect(run("exit 3") == .failed)
    #expect(ChildProcess(arguments: ["no-such-program-here"]).run(input: []) == .missing)
  }

  @Test(
    "one that does not end is ended, whether or not it holds its output open",
    arguments: [
      "sleep 1000", "exec >&-; sleep 1000", "sleep 1000 & exit 0", "trap '' TERM; sleep 1000",
    ])
  func endless(_ script: String) {
    let time = Duration.milliseconds(300)
    #expect(run(script, timeout: time) == .tookTooLong(time))
  }

  @Test("one that writes without end is ended") func writesOn() {
    #expect(run("yes", maxOutput: 1 << 16) == .wroteTooMuch(1 << 16))
  }

  /// Whoever still runs holds the pipe open.
  @Test("what it has started ends with it") func children() throws {
    let pipe = TemporaryFolder().path + "-pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    _ = run("(sleep 1000 3>'\(pipe)') & sleep 1000 3>'\(pipe)'", timeout: .seconds(1))
    var byte: UInt8 = 0
    var isOpen = true
    for _ in 0..<1000 where isOpen {
      isOpen = read(reader, &byte, 1) != 0
      if isOpen { usleep(10_000) }
    }
    #expect(!isOpen)
  }

  @Test("a PDF that keeps its reader busy is told by name, with the remedy")
  func report() {
    var program = ChildProcess(arguments: ["sleep", "1000"])
    program.timeout = .seconds(1)
    let slow = #expect(throws: ReportError.self) {
      try PDFText.lines([], file: "a.pdf", by: program)
    }
    #expect(slow?.description.hasPrefix("a.pdf: pdftotext was ended") == true)
    #expect(slow?.description.contains("after 1 seconds; cut the file into several") == true)
    program = ChildProcess(arguments: ["yes"])
    program.maxOutput = 1 << 20
    let wordy = #expect(throws: ReportError.self) {
      try PDFText.lines([], file: "a.pdf", by: program)
    }
    #expect(wordy?.description.contains("more than 1 MiB of it; cut the file") == true)
  }
}
