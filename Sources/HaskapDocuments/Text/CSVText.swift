/// Comma-separated values as RFC 4180 has them, with the byte order mark by which Excel knows UTF-8.
///
/// A spreadsheet takes a cell that begins with = + - @ or a tab for a formula, whoever wrote it:
/// such a cell gets an apostrophe in front, unless it is a number or a single character
/// (OWASP, "CSV Injection").
public enum CSVText {
  public static let byteOrderMark = "\u{FEFF}"

  /// One line, with its end (CRLF).
  public static func line(_ cells: [String]) -> String {
    cells.map { quoted(guarded($0)) }.joined(separator: ",") + "\r\n"
  }

  /// A cell without the apostrophe that `line` has put before it.
  public static func unguarded(_ cell: String) -> String {
    let rest = String(cell.dropFirst())
    return cell.first == "'" && isGuarded(rest) ? rest : cell
  }

  private static func guarded(_ cell: String) -> String { isGuarded(cell) ? "'" + cell : cell }

  private static func isGuarded(_ cell: String) -> Bool {
    guard let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first) else { return false }
    return cell.utf8.count > 1 && !isNumber(cell)
  }

  /// A sign, digits, and digits after a point.
  private static func isNumber(_ cell: String) -> Bool {
    let parts = cell.utf8.dropFirst().split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return "+-".utf8.contains(cell.utf8.first ?? 0) && parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      }
  }

  /// Letter by letter: an accent may follow a comma and make one character with it.
  private static func quoted(_ cell: String) -> String {
    let letters = cell.unicodeScalars
    guard letters.contains(where: { $0 == "," || $0 == "\"" || Character($0).isNewline }) else {
      return cell
    }
    let parts = letters.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.map { String($0) }.joined(separator: "\"\"") + "\""
  }
}
