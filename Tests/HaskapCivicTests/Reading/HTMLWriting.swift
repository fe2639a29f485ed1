/// Rows of reports in the writing of HTML, as web pages and text recognition have them.
enum HTMLWriting {
  /// A row of several cells as a row of a table, on one line; a line of one cell stays.
  static func line(_ cells: [String]) -> String {
    if cells.count < 2 { return cells.joined() }
    return "<tr>" + cells.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
  }

  /// A report: each row on several lines, the table around those between headings.
  static func report(_ lines: [[String]]) -> String {
    var html = ""
    var isOpen = false
    for cells in lines {
      let isRow = cells.count > 1
      if isRow != isOpen {
        html += isRow ? "<table border=\"1\">\n<tbody>\n" : "</tbody></table>\n"
      }
      isOpen = isRow
      if isRow {
        html += "<tr>\n" + cells.map { "  <td>\(escaped($0))</td>\n" }.joined() + "</tr>\n"
      } else {
        html += cells[0].isEmpty ? "\n" : "<h2>\(escaped(cells[0]))</h2>\n"
      }
    }
    return html + (isOpen ? "</tbody></table>\n" : "")
  }

  /// Marks of lists and line breaks stay, as recognition writes them; a bare `&` is written out.
  static func escaped(_ text: String) -> String {
    text.replacing("&amp;", with: "&").replacing("&", with: "&amp;")
  }
}
