/// Reads the rows of a sheet.
final class SheetReader {
  /// The largest column that Excel has, XFD.
  private static let maxColumns = 16_384
  /// In bytes: Excel keeps 32,767 characters of a cell.
  static let longestCell = 1 << 20

  private let strings: [String]
  private let styles: CellStyles
  private let countsFrom1904: Bool

  private var rows: [Int: [Int: String]] = [:]
  private var merges: [(from: CellReference, to: CellReference)] = []
  private var cell: (at: CellReference, type: String, style: Int)?
  private var row = 0
  private var column = 0
  private var text = ""
  private var isValue = false
  /// How many bytes of text may still come; below 0 where there were more.
  private(set) var room: Int
  /// What was found wrong first.
  private var problem: String?

  init(strings: [String], styles: CellStyles, countsFrom1904: Bool, room: Int) {
    (self.strings, self.styles, self.countsFrom1904) = (strings, styles, countsFrom1904)
    self.room = room
  }

  /// Rows with their numbers; empty ones between others are kept as empty lines.
  ///
  /// Behind a row stand the comments on its cells as notes; those of other rows than a table's stand last.
  ///
  /// - Throws: `ReportError` where a row has too many columns, a cell or all have too much text, or the
  ///   sheet is damaged.
  func rows(
    _ bytes: [UInt8], comments: [Int: [String]] = [:], file: String, sheet: String
  ) throws(ReportError) -> [(text: String, number: Int)] {
    let reader = XMLReader()
    reader.onStart = { [unowned self] in start($0, $1) }
    reader.onEnd = { [unowned self] in end($0) }
    reader.onText = { [unowned self, unowned reader] in
      guard isValue else { return }
      text += $0
      if text.utf8.count > Self.longestCell {
        problem = problem ?? "a cell has more than \(Self.longestCell >> 20) MiB of text"
      }
      if problem != nil || room < 0 { reader.stop() }
    }
    if let place = reader.read(bytes), room >= 0 {
      problem = problem ?? "its XML is broken at line \(place.line), column \(place.column)"
    }
    if let problem {
      throw .unreadable(
        file: file,
        reason: "the sheet '\(sheet)' cannot be read: \(problem); "
          + "open it in Excel and save it again")
    }
    merges.forEach(spread)
    try checkRoom(file)
    var lines: [(text: String, number: Int)] = []
    for (number, cells) in rows.sorted(by: { $0.key < $1.key }) {
      if let last = lines.last, number > last.number + 1 { lines.append(("", last.number + 1)) }
      let width = (cells.keys.max() ?? 0) + 1
      try ReportText.checkColumns(width, line: number, file: file)
      room -= width
      try checkRoom(file)
      let line = (0..<width).map { cells[$0] ?? "" }.joined(separator: "\t")
      lines.append((DelimitedText.withoutPadding(line), number))
      if cells.count > 2 { lines += notes(comments[number] ?? [], number) }
    }
    let others = comments.filter { rows[$0.key]?.count ?? 0 <= 2 }.sorted { $0.key < $1.key }
    return lines + others.flatMap { notes($0.value, $0.key) }
  }

  /// Behind a blank line, so that they go on with no cell.
  private func notes(_ comments: [String], _ number: Int) -> [(text: String, number: Int)] {
    comments.flatMap { [("", number), ("※" + $0, number)] }
  }

  private func checkRoom(_ file: String) throws(ReportError) {
    guard room < 0 else { return }
    throw .unreadable(
      file: file,
      reason: "its cells hold more than \(Workbook.mostText >> 20) MiB of text; "
        + "save parts of it as files of their own")
  }

  private func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      column = 0
    case "c":
      let at =
        attributes["r"].flatMap(CellReference.init) ?? CellReference(row: row, column: column)
      cell = (at, attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0)
      column = at.column + 1
      text = ""
    case "v", "t": isValue = cell != nil
    case "mergeCell":
      let ends = (attributes["ref"] ?? "").split(separator: ":").compactMap {
        CellReference(String($0))
      }
      if ends.count == 2 { merges.append((ends[0], ends[1])) }
    default: break
    }
  }

  private func end(_ name: String) {
    if name == "v" || name == "t" { isValue = false }
    guard name == "c", let cell else { return }
    self.cell = nil
    let value = value(text, cell.type, cell.style)
    room -= value.utf8.count
    guard !value.isEmpty, cell.at.column < Self.maxColumns, room >= 0 else { return }
    rows[cell.at.row, default: [:]][cell.at.column] = value
  }

  private func value(_ text: String, _ type: String, _ style: Int) -> String {
    switch type {
    case "s":
      if let place = Int(text), strings.indices.contains(place) { return strings[place] }
      if !text.isEmpty {
        problem = problem ?? "a cell points to the text \(text), which is not there"
      }
      return ""
    case "n":
      guard let number = Double(text), number.isFinite else { return SharedStrings.clean(text) }
      return styles.format(style).flatMap { $0.shown(number, from1904: countsFrom1904) }
        ?? Int(exactly: number).map { String($0) } ?? String(number)
    case "b": return text == "1" ? "TRUE" : "FALSE"
    default: return SharedStrings.clean(text)
    }
  }

  /// Writes what is merged downward into every row.
  private func spread(_ merge: (from: CellReference, to: CellReference)) {
    guard let value = rows[merge.from.row]?[merge.from.column], merge.to.row > merge.from.row,
      merge.to.row - merge.from.row < 10_000
    else { return }
    for row in (merge.from.row + 1)...merge.to.row where room >= 0 {
      room -= 1
      guard rows[row] != nil else { continue }
      room -= value.utf8.count
      rows[row]?[merge.from.column] = value
    }
  }
}
