/// The sheets of an Excel workbook (.xlsx; ECMA-376, *Office Open XML*, part 1) as lines of cells.
///
/// A cell that is merged with cells below it stands in each of their rows; one that is merged with
/// cells at its right stands once. Dates are written as 2023-06-04, with the time where their format shows
/// it, and in years of eras and per cent as they are shown.
struct Workbook {
  /// The rows of all sheets, each sheet after its name.
  static func lines(_ bytes: [UInt8], file: String) throws(ReportError) -> [SourceLine] {
    guard let archive = ZipArchive(bytes) else {
      throw .unreadable(
        file: file, reason: "a damaged or too large archive; open it in Excel and save it again")
    }
    guard archive.names.contains("xl/workbook.xml") else {
      throw .unreadable(
        file: file, reason: "no Excel workbook, though an archive; save it as .xlsx, PDF or text")
    }
    guard var workbook = Workbook(archive) else {
      throw .unreadable(
        file: file, reason: "a damaged or too large workbook; open it in Excel and save it again")
    }
    var lines: [SourceLine] = []
    for sheet in workbook.sheets { lines += try workbook.lines(of: sheet, file: file) }
    return lines
  }

  /// In bytes, of the rows of all sheets: cells may all point to one long text.
  static let mostText = 1 << 26

  private let archive: ZipArchive
  private var sheets: [(name: String, path: String)] = []
  private var strings: [String] = []
  private var styles = CellStyles()
  /// Whether days are counted from 1904, as on old Macintoshes.
  private var countsFrom1904 = false
  /// How many bytes of text may still come.
  private var room = Self.mostText

  private init?(_ archive: ZipArchive) {
    self.archive = archive
    var relations: [String: String] = [:]
    let reader = XMLReader()
    reader.onStart = { name, attributes in
      if name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] {
        relations[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      }
    }
    guard read("xl/_rels/workbook.xml.rels", reader) else { return nil }
    var (found, isOld) = ([(name: String, path: String)](), false)
    var paths: Set<String> = []
    let book = XMLReader()
    book.onStart = { name, attributes in
      if name == "sheet", let path = attributes["id"].flatMap({ relations[$0] }),
        paths.insert(path).inserted
      {
        found.append((attributes["name"] ?? "", path))
      }
      if name == "workbookPr" { isOld = ["1", "true"].contains(attributes["date1904"] ?? "") }
    }
    guard read("xl/workbook.xml", book) else { return nil }
    (sheets, countsFrom1904) = (found, isOld)
    guard let strings = archive.file("xl/sharedStrings.xml").map(SharedStrings.read) ?? [] else {
      return nil
    }
    self.strings = strings
    styles = CellStyles(archive.file("xl/styles.xml") ?? [])
  }

  private func read(_ name: String, _ reader: XMLReader) -> Bool {
    archive.file(name).map { reader.read($0) == nil } ?? false
  }

  /// A name that a person gave says something, often the year.
  private mutating func lines(
    of sheet: (name: String, path: String), file: String
  ) throws(ReportError) -> [SourceLine] {
    guard let bytes = archive.file(sheet.path) else {
      throw .unreadable(
        file: file,
        reason: "the sheet '\(sheet.name)' cannot be read; open it in Excel and save it again")
    }
    let reader = SheetReader(
      strings: strings, styles: styles, countsFrom1904: countsFrom1904, room: room)
    let comments = CellComments.read(archive, ofSheet: sheet.path)
    let rows = try reader.rows(bytes, comments: comments, file: file, sheet: sheet.name)
    room = reader.room
    let isNamed = !sheet.name.isEmpty && !sheet.name.hasPrefix("Sheet")
    let title =
      isNamed && !rows.isEmpty ? [SourceLine(text: sheet.name, number: 1, sheet: sheet.name)] : []
    return title
      + rows.map { SourceLine(text: $0.text, number: $0.number, sheet: sheet.name) }
      + [SourceLine(text: "", number: rows.last?.number ?? 1, sheet: sheet.name)]
  }
}
