public import HaskapText

/// A report as lines of text, each known by its location, whatever kind of file it comes in.
public struct ReportText: Sendable {
  /// The path as given, for messages.
  public let file: String
  /// The file's name without folder and extension.
  public let document: String
  /// The lines without their ends (LF, CRLF or CR), each row of a table as one, its cells separated by tabs.
  public let lines: [String]
  /// What the file is: text with its encoding, a workbook, or a PDF.
  public let kind: Kind
  /// The lines of the file on which quotes of cells are opened and not closed.
  let openQuotes: [Int]
  /// Where each line comes from; nil where it is the file's line of the same number.
  private let sources: [SourceLine]?

  /// A kind of file that can be read.
  public enum Kind: Sendable, Equatable {
    case text(TextEncoding)
    case workbook
    case pdf

    /// As a summary calls it.
    public var name: String {
      switch self {
      case .text(let encoding): encoding.rawValue
      case .workbook: "Excel"
      case .pdf: "PDF"
      }
    }
  }

  /// Reads the bytes of a text file in any encoding of Japanese, of an Excel workbook (.xlsx), or of
  /// a PDF with text in it.
  ///
  /// Throws `ReportError` where the bytes are none of these, or hold nothing but white space.
  ///
  /// - Throws: `ReportError` for what is no text that can be read.
  public init(file: String, bytes: [UInt8]) throws(ReportError) {
    self.file = file
    document = Self.documentName(file)
    if PDFText.isPDF(bytes) {
      (kind, openQuotes) = (.pdf, [])
      sources = try PDFText.lines(bytes, file: file).map(\.withIdeographs)
    } else if ZipArchive.isArchive(bytes) {
      (kind, openQuotes) = (.workbook, [])
      sources = try Workbook.lines(bytes, file: file).map(\.withIdeographs)
    } else {
      let decoded = try Self.decoded(bytes, file: file)
      kind = .text(decoded.encoding)
      let isSpreadsheet = file.lowercased().hasSuffix(".csv")
      let (lines, openQuotes) = DelimitedText.tableLines(
        MarkdownText.isFile(file) ? MarkdownText.lines(decoded.text) : decoded.text,
        isSpreadsheet: isSpreadsheet)
      // Quotes of JSON and HTML are others.
      self.openQuotes = ["{", "[", "<"].contains(decoded.text.first) ? [] : openQuotes
      // In the cells of a spreadsheet and in JSON tags are text.
      sources =
        decoded.text.first == "{"
          || isSpreadsheet && lines.prefix(Self.mostTitles).contains { $0.has("\t") }
        ? nil
        : try Self.pageLines(lines, file: file) ?? AlignedText.lines(lines)
      self.lines = sources?.map(\.text) ?? lines
      try checkSize()
      guard !decoded.text.isBlank else { throw .empty(file: file) }
      return
    }
    lines = sources?.map(\.text) ?? []
    try checkSize()
    guard lines.contains(where: { !$0.isBlank }) else {
      throw .empty(file: file)
    }
  }

  /// The lines of tables of HTML, or of a page; what that sets as it is written, in `<pre>`, may be a table made
  /// by spaces.
  private static func pageLines(
    _ lines: [String], file: String
  ) throws(ReportError) -> [SourceLine]? {
    guard let page = try HTMLTable.lines(lines, file: file) else { return nil }
    let hasTable = page.contains { $0.text.has("\t") }
    guard !hasTable, lines.contains(where: { $0.contains("<pre") || $0.contains("<PRE") }) else {
      return page
    }
    return AlignedText.lines(page.map(\.text))?.map {
      SourceLine(text: $0.text, number: page[$0.number - 1].number)
    } ?? page
  }

  /// The text's beginning, of so many lines at most.
  func prefix(_ count: Int) -> Self {
    lines.count <= count ? self : Self(self, lines: Array(lines.prefix(count)))
  }

  private init(_ text: Self, lines: [String]) {
    (file, document, kind, sources) = (text.file, text.document, text.kind, text.sources)
    openQuotes = text.openQuotes
    self.lines = lines
  }

  /// A table of more columns has lost its line ends, or was never one; its readers compare cells
  /// with cells.
  static let mostColumns = 1000

  /// Lines that may stand above the headings of a spreadsheet.
  private static let mostTitles = 20

  /// Each line may be a record, which takes a kilobyte of memory until the index is written.
  static let mostLines = 500_000

  private func checkSize() throws(ReportError) {
    let count = lines.count { !$0.isBlank }
    if count > Self.mostLines {
      throw .unreadable(
        file: file,
        reason: "\(count) lines with text, and at most \(Self.mostLines) can be read; "
          + "cut the file into several")
    }
    for (index, line) in lines.enumerated() where line.utf8.count >= Self.mostColumns {
      let columns = line.utf8.count { $0 == UInt8(ascii: "\t") } + 1
      try Self.checkColumns(columns, line: number(ofLine: index + 1), file: file)
    }
  }

  static func checkColumns(_ columns: Int, line: Int, file: String) throws(ReportError) {
    guard columns > mostColumns else { return }
    throw .unreadable(
      file: file,
      reason: "line \(line) has \(columns) columns, and at most \(mostColumns) can be "
        + "read; leave out those that are empty")
  }

  private static func decoded(_ bytes: [UInt8], file: String) throws(ReportError) -> DecodedText {
    if var decoded = DecodedText(bytes) {
      decoded.text = decoded.text.streamSafe.withIdeographs
      return decoded
    }
    if let old = OfficeFile.kind(bytes) { throw .unreadable(file: file, reason: old) }
    throw .notText(file: file, offset: firstInvalidOffset(bytes) ?? 0)
  }

  /// The number in the file of a line that stands at `index + 1`.
  func number(ofLine line: Int) -> Int { source(ofLine: line)?.number ?? line }

  /// The page or sheet of a line that stands at `index + 1`; nil where line and number are the same.
  func source(ofLine line: Int) -> SourceLine? {
    guard let sources, sources.indices.contains(line - 1) else { return nil }
    return sources[line - 1]
  }

  /// Whether a line's number is not its index.
  var isRenumbered: Bool { sources != nil }

  private static func documentName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return bytes.firstIndex(of: 0)
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
