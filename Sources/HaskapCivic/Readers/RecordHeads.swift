/// The lines right above a record that head it: titles, groups, offices, headings of columns.
enum RecordHeads {
  /// Further up a heading belongs to what stands between.
  private static let most = 6

  /// True of a line with nothing but headings and blank lines between it and a record.
  static func contain(_ index: Int, above record: Record, in lines: [TableGrid.Line]) -> Bool {
    let end = record.line - 1
    guard index < end, end - index <= most else { return false }
    return (index..<end).allSatisfy { lines[$0].isBlank || isHead(lines[$0], of: record) }
      && !isItem(lines, index)
  }

  private static func isHead(_ line: TableGrid.Line, of record: Record) -> Bool {
    guard line.filled.count == 1 else { return line.isHeading }
    let text = line.text
    if text.utf8.count > 120 || text.contains("。") || PrintedLine.isNote(text) { return false }
    return text.contains(record.name)
      || !text.contains { "：:".contains($0) } && line.known?.labels == nil
        && (PrintedLine.startsItem(text) || PrintedLine.beginsAsGroup(text)
          || PrintedLine.isTitle(text) || PrintedLine.office(text) != nil
          || FormWords.ofSection(text) != nil)
  }

  /// True of the next of several items: what stands before the record tells of the one above.
  private static func isItem(_ lines: [TableGrid.Line], _ index: Int) -> Bool {
    guard let above = lines[..<index].last(where: { !$0.isBlank })?.joined.first else {
      return false
    }
    return !above.isLetter && above == lines[index].joined.first
  }
}
