/// Puts the figures of the two years' cells into a record.
enum CouncilFigures {
  static func add(_ row: CouncilRow, header: CouncilHeader, to record: inout Record) {
    let cell = FigureCell(row.thisYear)
    add(cell.entries, year: header.fiscalYear, to: &record)
    if let year = header.fiscalYear {
      record.occurrences += cell.events.map { occurrence($0, fiscalYear: year) }
    }
    record.totalParticipants = record.totalParticipants ?? cell.totalParticipants
    let lastYear = header.lastYear ?? header.fiscalYear.map { $0 - 1 }
    add(FigureCell(row.lastYear).entries, year: lastYear, to: &record)
  }

  private static func add(_ entries: [FigureCell.Entry], year: Int?, to record: inout Record) {
    for entry in entries {
      let label = Misreadings.corrected(entry.label)
      if let reason = label.reason {
        record.notes.append(
          .init(kind: .corrected, field: "results", printed: entry.label, reason: reason))
      }
      if entry.value == nil {
        record.notes.append(
          .init(
            kind: .suspect, field: "results", printed: "\(entry.label) \(entry.unit ?? "")",
            reason: "the number before the unit is missing"))
      }
      record.results.append(
        .init(label: label.text, value: entry.value, unit: entry.unit, fiscalYear: year))
    }
  }

  private static func occurrence(
    _ event: FigureCell.Event, fiscalYear: Int
  ) -> Record.Occurrence {
    let (start, end) = event.days.dates(inFiscalYear: fiscalYear)
    var occurrence = Record.Occurrence(start: start, end: end)
    occurrence.participants = event.participants
    occurrence.unit = event.unit
    occurrence.label = event.label
    return occurrence
  }
}
