/// The lines of a report that a record comes from.
public enum PrintedRow {
  /// As printed, the cells of a table separated by tabs; without blank lines.
  ///
  /// - Parameters:
  ///   - record: as the index has it.
  ///   - bytes: of the record's file.
  /// - Returns: nil where the file says something else by now.
  /// - Throws: `ReportError` where it cannot be read at all.
  public static func lines(of record: Record, in bytes: [UInt8]) throws -> [String]? {
    try PrintedReport(file: record.file ?? record.document, bytes: bytes).lines(of: record)
  }
}

/// A report's file, read, for the printed lines of many of its records.
public struct PrintedReport: Sendable {
  private let text: ReportText
  private let records: [Record]

  /// - Throws: `ReportError` where it cannot be read at all.
  public init(file: String, bytes: [UInt8]) throws {
    text = try ReportText(file: file, bytes: bytes)
    records = ReportReader.read(text).records
  }

  /// As `PrintedRow.lines(of:in:)`.
  public func lines(of record: Record) -> [String]? {
    guard let index = records.firstIndex(where: { $0.isAt(record) && $0.name == record.name }),
      let start = text.index(of: record)
    else { return nil }
    let next = records[index...].first { !$0.isAt(record) }
    let end = next.flatMap(text.index(of:)).map { max($0, start + 1) } ?? text.lines.count
    return text.lines[start..<end].filter { !$0.isBlank }
      .map { line in String(line.map { $0 == CellText.lineBreak ? " " : $0 }) }
  }
}

extension Record {
  fileprivate func isAt(_ other: Record) -> Bool {
    (line, page, sheet) == (other.line, other.page, other.sheet)
  }
}

extension ReportText {
  /// Where a record begins in `lines`.
  fileprivate func index(of record: Record) -> Int? {
    lines.indices.first { index in
      let source = source(ofLine: index + 1)
      return (source?.number ?? index + 1, source?.page, source?.sheet)
        == (record.line, record.page, record.sheet)
    }
  }
}
