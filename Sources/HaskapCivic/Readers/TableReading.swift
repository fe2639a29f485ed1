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
  private(set) var kept: Set<Int> = []
  /// What is known of the table without its rows.
  private(set) var reading = Reading(layout: .table)

  init(_ printed: ReportTable, of report: Report) {
    self.report = report
    let areCommas = report.text.file.lowercased().hasSuffix(".csv")
    table = printed.withWholeFigures(areCommas: areCommas).unfolded().withMarkedMonths().unlabeled()
      .unstacked().unbracketed()
    columns = TableColumns(table, haveOfficeGroups: report.namesOffices)
    let found = TableRows(table, columns: columns)
    rows = found.rows
    year = TableYear(rows, columns: columns, below: report.yearBelow)
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
      kept = Set(rows.map(\.line)).subtracting(dittos.map(\.line))
    }
  }

  private func warn(_ message: String, at line: Int, in reading: inout Reading) {
    reading.warnings.append(.init(file: report.text.file, line: line, message: message))
  }

  /// The records of some rows, and what they warn of.
  ///
  /// - Parameter memory: of cells of other rows, those of other tables among them.
  func read(_ range: Range<Int>, _ memory: inout CellMemory) -> Reading {
    var reading = Reading(layout: .table)
    memory.know(bodies)
    if columns.areProjects || table.isList {
      for row in rows[range] { read(row, &memory, into: &reading) }
    } else {
      reading.records = rows[range].map { ParagraphReader.record($0, of: report.text) }
    }
    if range.lowerBound == 0, !table.titles.isEmpty {
      if reading.records.isEmpty {
        reading.records.append(
          ParagraphReader.record(table.titles, line: table.line, of: report.text))
      } else {
        reading.records[0].rest = table.titles + reading.records[0].rest
      }
    }
    return reading
  }

  private func read(
    _ row: ReportTable.Row, _ memory: inout CellMemory, into reading: inout Reading
  ) {
    let record = TableRecord(
      row, columns: columns, year: year, document: report.text.document, memory: &memory)
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

  /// Rows enough for a piece of work, each of which begins to know cells anew.
  private static let enough = 1_000
  private static let pieces = 8

  /// All tables of a report, with their records in order.
  static func all(_ tables: [ReportTable], of report: Report) -> (Reading, kept: Set<Int>) {
    let readings = SharedWork.map(tables.count) { TableReading(tables[$0], of: report) }
    var (whole, kept) = (Reading(layout: .table), Set<Int>())
    for reading in readings {
      whole.append(reading.reading)
      kept.formUnion(reading.kept)
    }
    let pieces = pieces(of: readings.map(\.rows.count))
    let made = SharedWork.inPieces(pieces.count) { piece in
      var memory = CellMemory()
      return pieces[piece].parts.reduce(into: Reading(layout: .table)) {
        $0.append(readings[$1.table].read($1.rows, &memory))
      }
    }
    for reading in made { whole.append(reading) }
    return (whole, kept)
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
