/// Cells between tabs, of which those with line breaks stand in quotes.
enum TabbedCells {
  private static let (quote, tab, lineFeed): (UInt8, UInt8, UInt8) = (0x22, 0x09, 0x0A)

  /// Whether the last cell of a row begins with a quote that is not closed at its end.
  static func isOpen(_ row: [UInt8]) -> Bool {
    let start = row.lastIndex(of: tab).map { $0 + 1 } ?? 0
    let cell = row[start...]
    guard cell.first == quote else { return false }
    // Doubled quotes within are a quote each.
    return cell.reversed().prefix { $0 == quote }.count % 2 == (isQuotesAlone(cell) ? 1 : 0)
  }

  private static func isQuotesAlone(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.allSatisfy { $0 == quote }
  }

  /// Whether a cell begins with a quote to which none belongs.
  static func lacksQuote(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.first == quote && cell.count { $0 == quote } % 2 == 1
  }

  /// What a cell says.
  static func content(of cell: ArraySlice<UInt8>) -> [UInt8] {
    guard cell.count > 1, cell.first == quote, cell.last == quote, cell.contains(lineFeed)
    else { return Array(cell) }
    var content: [UInt8] = []
    var rest = cell.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      content.append(byte)
      if byte == quote, rest.first == quote { rest.removeFirst() }
    }
    return content
  }
}
