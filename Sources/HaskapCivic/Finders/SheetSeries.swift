/// Sheets of few labels that come one after another, each below the name of its project:
///
///     石狩川の清掃
///     団体：川を愛する会
///     日時：令和5年6月4日
///     れんがの森
///     団体：れんがの会
///     日時：令和5年9月10日
enum SheetSeries {
  /// True of lines with a name above them where others with the same label follow, or stand before, below a
  /// name of their own.
  static func contains(_ lines: [TableGrid.Line], from start: Int, to end: Int) -> Bool {
    guard let name = lines[..<start].lastIndex(where: tells), isName(lines[name]),
      let first = label(lines, at: start)
    else { return false }
    if let next = lines[end...].firstIndex(where: { !$0.isBlank }), isName(lines[next]),
      let labeled = lines[(next + 1)...].firstIndex(where: tells),
      label(lines, at: labeled) == first
    {
      return true
    }
    return lines[..<name].suffix(2 * (end - start)).indices.contains {
      label(lines, at: $0) == first
    }
  }

  /// False of a blank line, and of `項目　内容`.
  private static func tells(_ line: TableGrid.Line) -> Bool {
    !line.isBlank && !SheetLabel.isCaption(line)
  }

  /// A few words that are neither a label nor a title.
  private static func isName(_ line: TableGrid.Line) -> Bool {
    line.filled.count == 1 && (2...40).contains(line.text.count) && SheetLabel.pairs(line) == nil
      && SheetLabel.meaning(line.text) == nil && !line.text.contains { "。：:".contains($0) }
      && !PrintedLine.isTitle(line.text) && !PrintedLine.isNote(line.text)
      && PrintedLine.office(line.text) == nil && FormWords.ofSection(line.text) == nil
  }

  private static func label(_ lines: [TableGrid.Line], at index: Int) -> String? {
    guard !lines[index].isBlank else { return nil }
    let pairs = SheetLabel.pairs(lines[index]) ?? SheetLabel.bare(lines, at: index)
    return pairs.map { SheetLabel.withoutMarks($0[0].label) }
  }
}
