import HaskapText

/// Reads the rows of one table of a report.
struct TableReading: Sendable {
  /// What holds for all tables of a report.
  struct Report: Sendable {
    let text: ReportText
    /// The year that lines below the tables, or the name of the file, say.
    let yearBelow: Int?
    let namesOffices: Bool
  }

  private let report: Report
  private let table: ReportTable
  private let columns: TableColumns
  let rows: [ReportTable.Row]
  private let year: TableYear
  /// Bodies that the table prints on one line.
  private let bodies: Set<String>
  /// Lines whose record holds all of their cells.
  private(set) var kept: [Int] = []
  /// What is known of the table without its rows.
  private(set) var reading = Reading(layout: .table)

  init(
    _ printed: ReportTable, of report: Report, known: inout ColumnHeadings?, memory: CellMemory
  ) {
    self.report = report
    let areCommas = report.text.file.lowercased().hasSuffix(".csv")
    table = printed.withWholeFigures(areCommas: areCommas).unfolded().withMarkedMonths().unlabeled()
      .unstacked().unlayered().unbracketed()
    columns = TableColumns(table, haveOfficeGroups: report.namesOffices, known: &known)
    let found = TableRows(table, columns: columns)
    rows = found.rows
    year = TableYear(rows, columns: columns, below: report.yearBelow, memory: memory)
    bodies = CellMemory.bodies(rows, columns: columns)
    reading.sums = found.sums
    reading.continuations = found.continuations
    if printed.isPlain { reading.notes = found.notes }
    if let row = found.firstUncopied {
      warn("結合されたセルが長いため、この行からは写さず、はじめの行だけに残しました", at: row.line, in: &reading)
    }
    if printed.isPlain, table.headings == printed.headings {
      // What `〃` stands for takes its place.
      let dittos = printed.rows.lazy.filter { $0.cells.contains(where: CellText.isDitto) }
      let copied = Set(dittos.map(\.line))
      kept = rows.map(\.line).filter { !copied.contains($0) }
    }
  }

  private func warn(_ message: String, at line: Int, in reading: inout Reading) {
    reading.warnings.append(.init(file: report.text.file, line: line, message: message))
  }

  /// Adds the records of some rows, and what they warn of.
  ///
  /// - Parameter memory: of cells of other rows, those of other tables among them.
  func read(_ range: Range<Int>, _ memory: CellMemory, into reading: inout Reading) {
    let first = reading.records.count
    memory.know(bodies)
    if columns.areProjects || table.isList {
      for row in rows[range] { read(row, memory, into: &reading) }
    } else {
      reading.records += rows[range].map { ParagraphReader.record($0, of: report.text) }
    }
    guard range.lowerBound == 0, !table.titles.isEmpty else { return }
    if reading.records.count == first {
      reading.records.append(
        ParagraphReader.record(table.titles, line: table.line, of: report.text))
    } else {
      reading.records[first].rest = table.titles + reading.records[first].rest
    }
  }

  private func read(
    _ row: ReportTable.Row, _ memory: CellMemory, into reading: inout Reading
  ) {
    let record = TableRecord(
      row, columns: columns, year: year, document: report.text.document, memory: memory)
    reading.rows += 1
    if record.record.name.isEmpty {
      reading.rowsUnread += 1
      reading.unreadLines += 1
      warn("名称のない行です: \(TableRows.text(row))", at: row.line, in: &reading)
      reading.records.append(ParagraphReader.record(row, of: report.text))
      return
    }
    let mayBeTwo = report.text.source(ofLine: row.line)?.mayBeTwoRows ?? false
    if record.isPartlyRead || mayBeTwo { reading.rowsPartlyRead += 1 }
    for fault in record.faults { warn(fault, at: row.line, in: &reading) }
    if mayBeTwo { warn("次の行は、この行の続きか、別の行かを決められません", at: row.line, in: &reading) }
    reading.records.append(record.record)
  }
}

extension TableReading {
  /// Rows of one table, and all of the next ones.
  private struct Piece: Sendable {
    var parts: [(table: Int, rows: Range<Int>)] = []
    var count = 0
  }

  /// Rows enough for a piece of work.
  private static let enough = 1_000
  private static let pieces = 16

  /// Adds all tables of a report, with their records in order.
  ///
  /// - Returns: the lines whose record holds all of their cells.
  static func add(
    _ tables: [ReportTable], of report: Report, to whole: inout Reading
  ) -> Set<Int> {
    let readings = Array(
      SharedWork.inRanges(tables.count) { range in
        var known: ColumnHeadings?
        let memory = CellMemory()
        return range.map { TableReading(tables[$0], of: report, known: &known, memory: memory) }
      }.joined())
    var kept = Set<Int>()
    for reading in readings {
      whole.append(reading.reading)
      kept.formUnion(reading.kept)
    }
    let pieces = pieces(of: readings.map(\.rows.count))
    whole.records.reserveCapacity(readings.reduce(readings.count) { $0 + $1.rows.count })
    SharedWork.inPieces(pieces.count, CellMemory.init) { memory, piece in
      var reading = Reading(layout: .table)
      reading.records.reserveCapacity(pieces[piece].count)
      for part in pieces[piece].parts {
        readings[part.table].read(part.rows, memory, into: &reading)
      }
      return reading
    } take: {
      whole.append($0)
    }
    return kept
  }

  /// - Parameter rows: how many each table has.
  private static func pieces(of rows: [Int]) -> [Piece] {
    var pieces = [Piece()]
    let enough = max(enough, rows.reduce(0, +) / Self.pieces + 1)
    for (table, count) in rows.enumerated() {
      var start = 0
      repeat {
        if pieces[pieces.count - 1].count >= enough { pieces.append(Piece()) }
        let end = min(count, start + enough)
        pieces[pieces.count - 1].parts.append((table, start..<end))
        pieces[pieces.count - 1].count += end - start
        start = end
      } while start < count
    }
    return pieces
  }
}
