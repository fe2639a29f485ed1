/// Comma-separated values as RFC 4180 has them, with the byte order mark by which Excel knows UTF-8.
enum CSVText {
  static let byteOrderMark = "\u{FEFF}"

  /// One line, with its end (CRLF).
  static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let isPlain = !cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return isPlain
      ? cell
      : "\""
        + cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
  }
}
