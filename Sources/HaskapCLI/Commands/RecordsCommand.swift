import ArgumentParser
import CLibrary
import HaskapCivic
import HaskapDocuments
import HaskapText

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Show the records that reports hold, as data.",
    usage: "haskap records [<paths> ...] [<options>]",
    discussion: """
      EXAMPLES:
        haskap records Corpus --json | head -n 3
        haskap records report.txt --csv > report.csv
        haskap records Corpus --since 令和5年10月 --csv > autumn.csv
        haskap records Corpus --check

      \(PeriodOptions.help)
      """)

  @Argument(help: "Reports, or folders of reports.", completion: .file())
  var paths: [String] = ["Corpus"]

  @OptionGroup var time: PeriodOptions

  @Flag(help: "One line of JSON for each record.")
  var json = false

  @Flag(help: "A table for spreadsheets.")
  var csv = false

  @Flag(help: "What looks suspect, with file and line, so that the source can be mended.")
  var check = false

  func validate() throws {
    guard [json, csv, check].count(where: \.self) <= 1 else {
      throw ValidationError("--json, --csv and --check exclude each other")
    }
  }

  private var words: TableWords { Language.current.tableWords }

  func run() throws {
    let period = try time.period
    let output = Output()
    if csv { output.write(CSVText.byteOrderMark + CSVText.line(RecordTable.headings(in: words))) }
    let files = try ReportFiles(paths).contents
    var failures = 0
    for file in files {
      do {
        let reading = ReportReader.read(try ReportText(file: file.path, bytes: file.read()))
        try print(reading, of: file.path, in: period, to: output)
      } catch {
        if files.count == 1 { throw error }
        failures += 1
        complain(["\(error)"])
      }
    }
    output.flush()
    if failures > 0 { throw ExitStatus.partlyDone }
  }

  private func print(
    _ reading: Reading, of path: String, in period: CivicPeriod, to output: Output
  ) throws {
    if check { return printNotes(of: reading, in: path, to: output) }
    complain(reading.warnings.map(\.description))
    let (records, form) = (reading.records, json ? Form.json : csv ? .csv(words) : .line)
    let parts = (records.count + Self.part - 1) / Self.part
    try output.parts(parts) { part, output in
      for index in part * Self.part..<min((part + 1) * Self.part, records.count)
      where period.contains(records[index]) {
        form.print(records[index], to: output)
      }
    }
  }

  /// Records that are written at a time.
  private static let part = 1_000

  private enum Form {
    case json
    case csv(TableWords)
    case line

    func print(_ record: Record, to output: Output) {
      switch self {
      case .json: output.line(record.jsonLine)
      case .csv(let words): output.write(CSVText.line(RecordTable.cells(of: record, in: words)))
      case .line:
        let place = [record.section, record.number.map(String.init)].compactMap(\.self)
        output.line(
          "\(record.document):\(record.line): \((place + [record.title]).joined(separator: " "))")
      }
    }
  }

  private func complain(_ warnings: [String]) {
    let complaints = Output(STDERR_FILENO)
    for warning in warnings { complaints.warning(warning) }
  }

  /// What an editor can mend in the source: each misprint once, where it is first met. What was
  /// only inferred is no fault.
  private func printNotes(of reading: Reading, in path: String, to output: Output) {
    if reading.rows > 0 {
      let whole = reading.rows - reading.rowsPartlyRead - reading.rowsUnread
      output.line(
        told(
          "\(path): \(reading.rows) rows of tables: \(whole) read, \(reading.rowsPartlyRead) read in part, \(reading.rowsUnread) not read"
        ))
    }
    if reading.sums + reading.notes + reading.continuations > 0 {
      output.line(
        told(
          "\(path): kept with rows above: \(reading.sums) rows of sums, \(reading.notes) notes, \(reading.continuations) rows that go on with one"
        ))
    }
    for warning in reading.warnings { output.line(retold(warning.description)) }
    var seen: Set<[String]> = []
    for record in reading.records {
      for note in record.notes where note.kind != .inferred {
        let printed = note.printed ?? ""
        let key = printed.isEmpty ? record.title : printed
        guard seen.insert([note.field, key, note.reason]).inserted else { continue }
        let quoted = printed.isEmpty ? "" : " 「\(printed)」"
        output.line(
          "\(path):\(record.line): \(note.kind.label): \(record.title): "
            + "\(FieldLabel.of(note.field))\(quoted): \(retold(note.reason))")
      }
    }
  }
}

/// What an editor reads; programs read the codes in `--json`.
extension Record.Note.Kind {
  fileprivate var label: String {
    switch self {
    case .suspect: told("疑問")
    case .corrected: told("訂正")
    case .inferred: told("推定")
    }
  }
}
