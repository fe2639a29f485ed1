import ArgumentParser
import CLibrary

/// In what form an answer is given to another program.
struct ExportOptions: ParsableArguments {
  @Flag(help: "The whole answer as JSON.")
  var json = false

  @Flag(help: "The whole answer as a table for spreadsheets (CSV in UTF-8).")
  var csv = false

  func validate() throws {
    guard !json || !csv else { throw ValidationError("--json and --csv exclude each other") }
  }

  /// Where notes on an answer go: beside a table to standard error, and nowhere where JSON tells them itself.
  func notes(beside output: Output) -> Output? {
    json ? nil : csv ? Output(STDERR_FILENO) : output
  }
}
