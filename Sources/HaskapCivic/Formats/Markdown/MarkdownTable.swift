/// Tables that text recognition wrote as Markdown, as lines of cells between tabs.
///
/// Every line keeps its number: the rule below the titles of the columns becomes an empty line.
enum MarkdownTable {
  static func lines(_ lines: [String]) -> [String] {
    if let rule = lines.first(where: isRule), !rule.trimmed.hasPrefix("|") {
      let bars = rule.count { $0 == "|" }
      return lines.map { $0.count { $0 == "|" } >= bars ? withoutPipes("|\($0)") : $0 }
    }
    if lines.contains(where: isRule) || lines.count(where: isRow) > 2 {
      return lines.map(withoutPipes)
    }
    return piped(lines) ?? lines
  }

  /// Cells with a pipe between, wide or not, and nothing around them: below headings, as many in each row.
  private static func piped(_ lines: [String]) -> [String]? {
    guard let bar = "|｜".first(where: { bar in lines.contains { $0.contains(bar) } }) else {
      return nil
    }
    let cells = lines.map {
      $0.split(separator: bar, omittingEmptySubsequences: false).map(\.trimmed)
    }
    let rows = cells.filter { $0.count > 2 }
    guard rows.count > 2, rows.allSatisfy({ $0.count == rows[0].count }),
      TableHeading.matches(rows[0])
    else { return nil }
    return zip(lines, cells).map { $1.count > 2 ? $1.joined(separator: "\t") : $0 }
  }

  private static func isRow(_ line: String) -> Bool {
    line.utf8.first == UInt8(ascii: "|") && line.unicodeScalars.last { !$0.isSpace } == "|"
  }

  /// The line below the titles of the columns: `|---|:--:|`.
  private static func isRule(_ line: String) -> Bool {
    line.contains("-") && line.contains("|")
      && line.allSatisfy { "|-: ".contains($0) || $0.isWhitespace }
  }

  /// `| a | b |` without its pipes; `\|` is a pipe that was written.
  private static func withoutPipes(_ line: String) -> String {
    if isRule(line) { return "" }
    var row = line.trimmed[...]
    guard row.first == "|", row.has(2) else { return line }
    row = row.dropFirst()
    if row.last == "|", !row.hasSuffix("\\|") { row = row.dropLast() }
    let own = cells(row).map { MarkdownText.withoutLinks(withoutStress($0.trimmed)) }
    return DelimitedText.withoutPadding(own.joined(separator: "\t"))
  }

  /// `**川の学校**` and `*川の学校*` are 川の学校, and `**川の学校**2023` is 川の学校2023.
  static func withoutStress(_ text: String) -> String {
    guard text.has("*") else { return text }
    let strong = text.ranges(of: "**")
    if strong.count > 1, strong.count.isMultiple(of: 2), !text.contains("***") {
      return text.replacing("**", with: "")
    }
    guard text.utf8.first == UInt8(ascii: "*") else { return text }
    let count = text.prefix { $0 == "*" }.count
    guard count <= 2, text.count > count * 2, text.hasSuffix(String(repeating: "*", count: count))
    else { return text }
    return String(text.dropFirst(count).dropLast(count))
  }

  private static func cells(_ row: Substring) -> [String] {
    // Of most rows each pipe parts two cells.
    guard row.has("\\") else {
      return row.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    }
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
