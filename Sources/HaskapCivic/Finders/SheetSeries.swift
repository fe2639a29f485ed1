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
    guard let name = place(lines, before: start), isName(lines[name]),
      let first = label(lines[start]), let last = label(lines[end - 1])
    else { return false }
    if let next = lines[end...].indices.first(where: { !lines[$0].isBlank }), isName(lines[next]) {
      let labels = lines[(next + 1)...].lazy.filter { !$0.isBlank && !SheetLabel.isCaption($0) }
      if labels.first.flatMap(label) == first { return true }
    }
    return place(lines, before: name).flatMap { label(lines[$0]) } == last
  }

  /// The last line with something in it, but for `項目　内容`.
  private static func place(_ lines: [TableGrid.Line], before end: Int) -> Int? {
    lines[..<end].lastIndex { !$0.isBlank && !SheetLabel.isCaption($0) }
  }

  /// A few words that are neither a label nor a title.
  private static func isName(_ line: TableGrid.Line) -> Bool {
    line.filled.count == 1 && (2...40).contains(line.text.count) && SheetLabel.pairs(line) == nil
      && SheetLabel.meaning(line.text) == nil && !line.text.contains { "。：:".contains($0) }
      && !PrintedLine.isTitle(line.text) && !PrintedLine.isNote(line.text)
      && PrintedLine.office(line.text) == nil && FormWords.ofSection(line.text) == nil
  }

  private static func label(_ line: TableGrid.Line) -> String? {
    SheetLabel.pairs(line).map { SheetLabel.withoutMarks($0[0].label) }
  }
}
