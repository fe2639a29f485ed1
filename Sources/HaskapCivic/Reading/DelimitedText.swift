/// Tables exported from a spreadsheet: comma- or tab-separated values with quoted cells (RFC 4180).
enum DelimitedText {
  /// Stands for a line break inside a cell (U+2028, line separator).
  static let cellBreak: Character = "\u{2028}"

  /// The lines of a text, with every table's cells separated by tabs.
  static func tableLines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline && $0 != cellBreak }.map(
      String.init)
  }
}
