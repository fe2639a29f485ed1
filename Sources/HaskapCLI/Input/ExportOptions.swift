import ArgumentParser

/// In what form an answer is given to another program.
struct ExportOptions: ParsableArguments {
  @Flag(help: "The whole answer as JSON.")
  var json = false

  @Flag(help: "The whole answer as a table for spreadsheets (CSV in UTF-8).")
  var csv = false

  func validate() throws {
    guard !json || !csv else { throw ValidationError("--json and --csv exclude each other") }
  }
}
