/// The one door for reports: finds out by content which layout a text has, and reads it.
public enum ReportReader {
  /// Every text gives a reading: one of no known layout becomes plain paragraphs, with a warning.
  public static func read(_ text: ReportText) -> Reading {
    // Records that were written as JSON or as a table have said already what they are of.
    var reading =
      JSONLinesReader.score(text) > 0
      ? JSONLinesReader.read(text) : RecordTableReader.read(text) ?? readReport(text)
    reading.noteActivitiesLeftOut(file: text.file)
    reading.locateRecords(in: text)
    for index in reading.warnings.indices where text.isRenumbered {
      reading.warnings[index].line = text.number(ofLine: reading.warnings[index].line)
    }
    if let line = text.openQuotes.first {
      reading.warnings.append(
        .init(
          file: text.file, line: line,
          message: "ここで開いた引用符（\"）が閉じられていないため、文字として読みました（このような箇所: \(text.openQuotes.count)）"))
    }
    return reading
  }

  private static func readReport(_ text: ReportText) -> Reading {
    var reading = readLines(of: text)
    let city = ReportCity.find(in: text.lines)
    for index in reading.records.indices { reading.records[index].municipality = city }
    return reading
  }

  /// A layout known better wins where it explains most of the rows; else any table is read by its
  /// headings.
  private static func readLines(of text: ReportText) -> Reading {
    let start = text.prefix(sample)
    let scored = layouts.compactMap { layout in
      let score = layout.score(start)
      guard score > 0 else { return (layout: Layout, score: Int)?.none }
      return (layout, text.lines.count > sample ? layout.score(text) : score)
    }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else {
      return TableReader.read(text)
    }
    var reading = best.layout.read(text)
    if reading.records.isEmpty { return TableReader.read(text) }
    reading.rows = reading.records.count + reading.unreadLines
    reading.rowsUnread = reading.unreadLines + reading.records.count(where: \.name.isEmpty)
    reading.rowsPartlyRead = reading.records.count {
      !$0.name.isEmpty && ($0.isSuspect || reading.linesPartlyRead.contains($0.line))
    }
    Leftovers.keep(text, in: &reading)
    return reading
  }

  /// Lines enough to see that a layout is not the text's.
  private static let sample = 2_000

  /// A layout that can be recognized and read.
  struct Layout: Sendable {
    /// How many lines of a text speak for this layout; 0 where none does.
    let score: @Sendable (ReportText) -> Int
    let read: @Sendable (ReportText) -> Reading
  }

  private static let layouts = [
    Layout(score: CollaborationReader.score, read: CollaborationReader.read),
    Layout(.council, confidence: CouncilReader.confidence, read: CouncilReader.read),
    Layout(.pledges, confidence: PledgesReader.confidence, read: PledgesReader.read),
  ]
}

extension ReportReader.Layout {
  /// A reader that works on lines alone. `confidence` is the share, from 0 to 1, of the table's
  /// lines that speak for the layout.
  fileprivate init(
    _ layout: Record.Layout, confidence: @escaping @Sendable ([Substring]) -> Double,
    read:
      @escaping @Sendable (String, [Substring]) -> (records: [Record], warnings: [LineWarning])
  ) {
    score = { text in
      let rows = text.lines.count { $0.contains("\t") }
      let share = confidence(text.lines.map { $0[...] })
      return share < Reading.minShare ? 0 : Int((share * Double(rows)).rounded(.up))
    }
    self.read = { text in
      var reading = Reading(layout: layout)
      let (records, warnings) = read(text.document, text.lines.map { $0[...] })
      reading.records = records
      reading.unreadLines = Set(warnings.lazy.filter(\.isUnread).map(\.line)).count
      reading.lines = text.lines.count { !$0.isBlank }
      reading.warnings = warnings.map {
        .init(file: text.file, line: $0.line, message: $0.message)
      }
      return reading
    }
  }
}
