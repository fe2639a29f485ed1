internal import HaskapText

/// Rows of cells as text: the first column at the left, numbers at the right.
public struct TextTable: Sendable {
  public var headings: [String]
  public var rows: [[String]]

  public init(_ headings: [String], rows: [[String]] = []) {
    (self.headings, self.rows) = (headings, rows)
  }

  public var text: String {
    let all = [headings] + rows
    let widths = headings.indices.map { column in
      all.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let lines = all.map { row in
      row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
        return column == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ")
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  /// RFC 4180, with line feeds.
  public var csv: String {
    ([headings] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(
      separator: "\"\"")
    return "\"\(doubled)\""
  }
}
