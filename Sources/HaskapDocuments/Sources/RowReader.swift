/// Reads a table with headings row by row: tab-separated values, a line each, or comma-separated
/// values (RFC 4180), whose cells may stand in quotes and then hold commas and line breaks. Between
/// tabs a quote is a sign like any other, but spreadsheets put cells with line breaks in quotes there
/// as well: lines are joined where that gives one whole row.
final class RowReader {
  /// A cell between tabs is not looked for over more lines.
  private static let mostLinesOfCell = 1000

  private let lines: LineReader
  /// Lines that were read and not yet taken, and the number of the one taken last.
  private var ahead: [[UInt8]] = []
  private var line = 0
  /// Nil where cells have no quotes.
  private let quote: UInt8?
  private var separator: UInt8
  private var row: [UInt8] = []
  /// The line on which the row that was read last begins, from 1.
  private(set) var number = 0
  private(set) var names: [String] = []
  /// Quotes that are not closed in their cells.
  private(set) var openQuotes: FileDoubt

  /// - Parameter hasQuotes: whether the values are separated by commas and may be quoted.
  init(_ bytes: ByteReader, hasQuotes: Bool) throws {
    lines = LineReader(bytes)
    openQuotes = FileDoubt(file: bytes.path)
    quote = hasQuotes ? 0x22 : nil
    separator = hasQuotes ? 0x2C : 0x09
    try readNames()
  }

  /// The cells of the next row; nil at the end. Empty lines are passed over.
  func next() throws -> [String]? {
    while try readRow() {
      guard row.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      let cells = try cells()
      guard cells.count <= names.count || cells[names.count...].allSatisfy(\.isEmpty) else {
        throw error(
          "expected at most \(names.count) cells as in the first row, found \(cells.count); "
            + (quote == nil
              ? "remove the tabs inside the cells" : "put cells with commas in quotes"),
          isOfOneRow: true)
      }
      return cells
    }
    return nil
  }

  private func readNames() throws {
    guard try readRow() else {
      throw error("expected a row with the names of the columns, found an empty file")
    }
    // Spreadsheets of countries with decimal commas write semicolons.
    if quote != nil, !row.contains(separator), row.contains(0x3B) { separator = 0x3B }
    names = try cells().map { FieldName.writable($0) }
    guard names.count > 1, Set(names).count == names.count else {
      throw error(
        "expected different names of columns with \(quote == nil ? "tabs" : "commas") between them, "
          + "found \(names.joined(separator: ", ")); write the names into the first row")
    }
  }

  /// Reads lines until all quotes are closed.
  private func readRow() throws -> Bool {
    guard try look(ahead: 0) else { return false }
    row = take(1)
    number = line
    if let quote { try closeQuotes(quote) } else { try joinTabbed() }
    return true
  }

  /// Whether there is a line so many behind the next.
  private func look(ahead place: Int) throws -> Bool {
    var text: [UInt8] = []
    while ahead.count <= place, try lines.next(into: &text) { ahead.append(text) }
    return ahead.count > place
  }

  /// The next lines, as one text.
  private func take(_ count: Int) -> [UInt8] {
    defer { ahead.removeFirst(count) }
    line += count
    return count == 1 ? ahead[0] : Array(ahead[..<count].joined(separator: [0x0A]))
  }

  private func closeQuotes(_ quote: UInt8) throws {
    func isOdd(_ line: [UInt8]) -> Bool { line.count { $0 == quote } % 2 == 1 }
    var isOpen = isOdd(row)
    while isOpen {
      guard try look(ahead: 0), row.count <= LineReader.longestLine else {
        throw error(
          "expected a closing quote, found the end of the file; close or double the quote")
      }
      let next = take(1)
      row.append(0x0A)
      row.append(contentsOf: next)
      if isOdd(next) { isOpen = false }
    }
  }

  private func joinTabbed() throws {
    var count = 0
    var whole = row
    while TabbedCells.isOpen(whole), count < Self.mostLinesOfCell, try look(ahead: count) {
      whole.append(0x0A)
      whole.append(contentsOf: ahead[count])
      count += 1
      guard whole.count(where: { $0 == separator }) < max(names.count, 1) else { return }
    }
    guard count > 0, !TabbedCells.isOpen(whole) else { return }
    _ = take(count)
    row = whole
  }

  private func cells() throws -> [String] {
    if quote == nil {
      return try row.split(separator: separator, omittingEmptySubsequences: false)
        .map { cell in
          if TabbedCells.lacksQuote(cell) { noteOpenQuote(at: cell.startIndex) }
          return try text(TabbedCells.content(of: cell))
        }
    }
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var (place, opened) = (0, 0)
    while place < row.count {
      let byte = row[place]
      if byte == quote, isQuoted, place + 1 < row.count, row[place + 1] == byte {
        cell.append(byte)
        place += 1
      } else if byte == quote, isQuoted || cell.isEmpty {
        isQuoted.toggle()
        if isQuoted { opened = place }
        // What goes on behind a quote was opened by it, not closed: lines before it were swallowed.
        let isEnd = place + 1 == row.count || row[place + 1] == separator
        if !isQuoted, !isEnd, cell.contains(0x0A) { noteOpenQuote(at: opened) }
      } else if byte == separator, !isQuoted {
        cells.append(try text(cell))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
      place += 1
    }
    return cells + [try text(cell)]
  }

  private func noteOpenQuote(at place: Int) {
    openQuotes.note(
      line: number + row[..<place].count { $0 == 0x0A },
      "a quote is opened here and not closed in its cell; close or double the quote")
  }

  private func text(_ cell: [UInt8]) throws -> String {
    guard let text = String(validating: cell, as: UTF8.self) else {
      throw error(
        "expected UTF-8, found other bytes; "
          + "convert the file, for instance by iconv -f CP932 -t UTF-8", isOfOneRow: true)
    }
    return text
  }

  /// - Parameter isOfOneRow: whether the rows behind it can be read.
  private func error(_ problem: String, isOfOneRow: Bool = false) -> InputError {
    InputError(
      description: "\(lines.bytes.path):\(max(number, 1)): \(problem)",
      line: isOfOneRow ? max(number, 1) : nil)
  }
}
