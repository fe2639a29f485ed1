/// Reads a text of no known layout: a record for each paragraph, so that nothing is lost.
enum ParagraphReader {
  static func read(_ text: ReportText) -> Reading {
    var reading = Reading(layout: .paragraphs)
    var paragraph: [String] = []
    var first = 1
    for (index, line) in (text.lines + [""]).enumerated() {
      if line.allSatisfy(\.isWhitespace) {
        if !paragraph.isEmpty { reading.records.append(record(paragraph, line: first, of: text)) }
        paragraph = []
      } else {
        if paragraph.isEmpty { first = index + 1 }
        paragraph.append(line)
        reading.lines += 1
      }
    }
    reading.warnings = [
      .init(
        file: text.file, line: 1,
        message: "報告書の様式が分からないため、\(reading.records.count)個の段落として読みました")
    ]
    return reading
  }

  private static func record(_ lines: [String], line: Int, of text: ReportText) -> Record {
    var record = Record(
      document: text.document, layout: .paragraphs, line: line, name: title(lines[0]))
    record.text = lines.joined(separator: "\n")
    return record
  }

  /// A paragraph is called by how it begins.
  private static func title(_ line: String) -> String {
    let words = line.drop { $0.isWhitespace || $0 == "#" }
    return words.count > 40 ? String(words.prefix(40)) + "…" : String(words)
  }
}
