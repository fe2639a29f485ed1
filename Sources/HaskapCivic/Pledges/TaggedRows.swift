/// Rows of tab-separated cells, made of lines in which a row may be broken or written as HTML.
///
/// A row goes on with the next line while a list or a table row is open in it; `<td>` becomes a tab.
enum TaggedRows {
  /// A list that is never closed must not swallow the rest of the file.
  private static let mostLines = 40

  static func rows(_ lines: [Substring]) -> [(line: Int, text: Substring)] {
    var rows: [(line: Int, text: Substring)] = []
    var pending: (first: Int, lines: [Substring], open: Int)?
    for (offset, line) in lines.enumerated() {
      var row = pending ?? (offset + 1, [], 0)
      row.lines.append(line)
      row.open += openTags(in: line)
      let next = lines.dropFirst(offset + 1).first
      let isBroken = row.open > 0 && row.lines.count < mostLines && next.map(isWhole) == false
      pending = isBroken ? row : nil
      if !isBroken { rows += split(row.lines, at: row.first) }
    }
    return rows
  }

  /// A row of its own, which cannot be the rest of one that is broken.
  private static func isWhole(_ line: Substring) -> Bool {
    line.hasTab && openTags(in: line) == 0
  }

  /// Lists and table rows opened in a line, less those closed.
  private static func openTags(in line: Substring) -> Int {
    let bytes = Array(line.utf8)
    var open = 0
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") {
      let rest = bytes[(place + 1)...]
      let closes = rest.first == UInt8(ascii: "/")
      let name = rest.dropFirst(closes ? 1 : 0).prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      if tags.contains(where: name.elementsEqual) { open += closes ? -1 : 1 }
    }
    return open
  }

  private static let tags = ["ul", "ol", "tr"].map { Array($0.utf8) }

  /// The rows in some lines: one, unless they are HTML with several.
  private static func split(_ lines: [Substring], at number: Int) -> [(line: Int, text: Substring)]
  {
    if lines.count == 1, !lines[0].contains("<td"), !lines[0].contains("<th") {
      return [(number, lines[0])]
    }
    let text = lines.joined(separator: " ")
      .replacing("</td>", with: "\t").replacing("</th>", with: "\t")
    return text.split(separator: "</tr>").map { (number, withoutLastTab($0)) }
  }

  private static func withoutLastTab(_ row: Substring) -> Substring {
    let tab = row.lastIndex(of: "\t")
    guard let tab, row[tab...].allSatisfy(\.isWhitespace) else { return row }
    return row[..<tab]
  }
}
