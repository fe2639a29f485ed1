/// Tables that text recognition wrote as Markdown, as lines of cells between tabs.
///
/// Every line keeps its number: the rule below the titles of the columns becomes an empty line.
enum MarkdownTable {
  static func lines(_ lines: [String]) -> [String] {
    if let rule = lines.first(where: isRule), !rule.trimmed.hasPrefix("|") {
      let bars = rule.count { $0 == "|" }
      return lines.map { $0.count { $0 == "|" } >= bars ? withoutPipes("|\($0)") : $0 }
    }
    return lines.contains(where: isRule) || lines.count(where: isRow) > 2
      ? lines.map(withoutPipes) : lines
  }

  private static func isRow(_ line: String) -> Bool {
    line.utf8.first == UInt8(ascii: "|") && line.trimmed.utf8.last == UInt8(ascii: "|")
  }

  /// The line below the titles of the columns: `|---|:--:|`.
  private static func isRule(_ line: String) -> Bool {
    line.contains("--") && line.contains("|")
      && line.allSatisfy { "|-: ".contains($0) || $0.isWhitespace }
  }

  /// `| a | b |` without its pipes; `\|` is a pipe that was written.
  private static func withoutPipes(_ line: String) -> String {
    if isRule(line) { return "" }
    var row = line.trimmed[...]
    guard row.first == "|", row.count > 1 else { return line }
    row = row.dropFirst()
    if row.last == "|", !row.hasSuffix("\\|") { row = row.dropLast() }
    return DelimitedText.withoutPadding(cells(row).map(\.trimmed).joined(separator: "\t"))
  }

  private static func cells(_ row: Substring) -> [String] {
    var cells = [""]
    for character in row {
      let last = cells.count - 1
      if character != "|" {
        cells[last].append(character)
      } else if cells[last].last == "\\" {
        cells[last].removeLast()
        cells[last].append("|")
      } else {
        cells.append("")
      }
    }
    return cells
  }
}
