/// Puts the figures of the two years' cells into a record.
enum CouncilFigures {
  static func add(_ row: CouncilRow, header: CouncilHeader, to record: inout Record) {
    let cell = FigureCell(row.thisYear)
    add(cell.entries, year: header.fiscalYear, to: &record)
    if let year = header.fiscalYear {
      record.occurrences += cell.events.map { occurrence($0, fiscalYear: year) }
    }
    if cell.isCancelled, cell.events.count < 2 { record.cancelled = true }
    record.totalParticipants = record.totalParticipants ?? cell.totalParticipants
    let lastYear = header.lastYear ?? header.fiscalYear.map { $0 - 1 }
    let earlier = FigureCell(row.lastYear)
    add(earlier.entries, year: lastYear, to: &record)
    record.notes += lostSubjects(cell.entries.map(\.label), lastYear: earlier.entries.map(\.label))
  }

  /// `登録者` under `居場所: ` this year and under `LINE相談: ` last year: the second subject seems to
  /// have been lost in between.
  private static func lostSubjects(_ labels: [String], lastYear: [String]) -> [Record.Note] {
    labels.compactMap { label in
      guard let (subject, words) = split(label), !lastYear.contains(label) else { return nil }
      let others = lastYear.compactMap(split).filter { $0.words == words && $0.subject != subject }
      guard others.count == 1, !labels.contains(where: { split($0)?.subject == others[0].subject })
      else { return nil }
      return .init(
        kind: .suspect, field: "results", printed: label,
        reason: "前年度は「\(others[0].subject)」の数値で、今年度のセルにはその見出しがありません")
    }
  }

  private static func split(_ label: String) -> (subject: String, words: String)? {
    guard let range = label.firstRange(of: ": ") else { return nil }
    return (String(label[..<range.lowerBound]), String(label[range.upperBound...]))
  }

  private static func add(_ entries: [FigureCell.Entry], year: Int?, to record: inout Record) {
    for entry in entries {
      let label = Misreadings.correct(entry.label)
      if let note = label.note("results", whole: entry.label), !record.notes.contains(note) {
        record.notes.append(note)
      }
      if entry.value == nil {
        record.notes.append(
          .init(
            kind: .suspect, field: "results", printed: "\(entry.label) \(entry.unit ?? "")",
            reason: "単位の前の数字がありません"))
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
    if event.isApproximate { occurrence.approximate = true }
    if event.isCancelled { occurrence.cancelled = true }
    return occurrence
  }
}
