/// Makes records of what no reader understands, so that nothing is lost: a record for each paragraph.
enum ParagraphReader {
  static func record(_ paragraph: LooseLines.Paragraph, of text: ReportText) -> Record {
    var record = record(paragraph.texts, line: paragraph.line, of: text)
    record.fiscalYear = paragraph.fiscalYear
    return record
  }

  /// A row that no name tells from others.
  static func record(_ row: ReportTable.Row, of text: ReportText) -> Record {
    var record = record([TableRows.text(row)] + row.notes, line: row.line, of: text)
    record.fiscalYear = row.fiscalYear
    return record
  }

  static func record(_ texts: [String], line: Int, of text: ReportText) -> Record {
    var record = Record(
      document: text.document, layout: .paragraphs, line: line, name: title(texts.first ?? ""))
    record.text = texts.joined(separator: "\n")
    record.fiscalYear = texts.first { PrintedLine.isTitle($0) }.flatMap(TitleYear.year(in:))
    return record
  }

  static func warning(_ count: Int, of text: ReportText) -> Reading.Warning {
    .init(
      file: text.file, line: 1, message: "報告書の様式が分からないため、\(count)個の段落として読みました")
  }

  /// A paragraph is called by how it begins.
  private static func title(_ line: String) -> String {
    let words = line.drop { $0.isWhitespace || $0 == "#" }
    return words.has(41) ? String(words.prefix(40)) + "…" : String(words)
  }
}
