internal import HaskapText

/// Rows of cells as text: the first column at the left, numbers at the right.
public struct TextTable: Sendable {
  public var headings: [String]
  public var rows: [[String]]
  /// How many columns, from the first on, stand again in each part of a table that is folded.
  public var repeated = 1

  public init(_ headings: [String], rows: [[String]] = []) {
    (self.headings, self.rows) = (headings, rows)
  }

  /// What a terminal shows at least.
  private static let width = 80

  /// Columns that do not fit beside the others stand in a table of their own below.
  public var text: String {
    let all = [headings] + rows
    let widths = headings.indices.map { column in
      all.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return folded(widths).map { columns in
      let lines = all.map { row in
        columns.filter(row.indices.contains).map { column in
          let padding = String(
            repeating: " ", count: max(0, widths[column] - DisplayWidth.of(row[column])))
          return column == 0 ? row[column] + padding : padding + row[column]
        }.joined(separator: "  ")
      }
      let rule = columns.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  ")
      return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// The columns of each part.
  private func folded(_ widths: [Int]) -> [[Int]] {
    let first = Array(headings.indices.prefix(repeated))
    var (parts, part) = ([[Int]](), first)
    for column in headings.indices.dropFirst(repeated) {
      let width = (part + [column]).reduce(-2) { $0 + widths[$1] + 2 }
      if width > Self.width, part.count > first.count {
        parts.append(part)
        part = first
      }
      part.append(column)
    }
    return parts + [part]
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
