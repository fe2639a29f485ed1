/// Rows of tab-separated cells, made of lines in which a row may be broken.
///
/// A row goes on with the next line while a list is open in it.
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
      if !isBroken { rows.append((row.first, joined(row.lines))) }
    }
    return rows
  }

  /// A row of its own, which cannot be the rest of one that is broken.
  private static func isWhole(_ line: Substring) -> Bool {
    line.hasTab && openTags(in: line) == 0
  }

  private static func joined(_ lines: [Substring]) -> Substring {
    lines.count == 1 ? lines[0] : lines.joined(separator: " ")[...]
  }

  /// Lists opened in a line, less those closed.
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

  private static let tags = ["ul", "ol"].map { Array($0.utf8) }
}
