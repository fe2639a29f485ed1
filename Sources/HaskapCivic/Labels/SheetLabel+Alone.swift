/// Labels on lines of their own, whose values stand below.
extension SheetLabel {
  /// `１．事業名` and `【事業名】`, whose value stands below.
  static func alone(_ line: TableGrid.Line) -> [Pair]? {
    guard line.cells.count == 1, line.text.utf8.count <= 64, let kind = meaning(line.text),
      withoutMarks(line.text) != line.text, slashed(line.text) == nil, !isTitle(line.text),
      // ■ 福祉分野 is a group of sheets.
      kind != .classification || HeadingWords.isListed(withoutMarks(line.text))
    else { return nil }
    return [(line.text, kind, [""])]
  }

  /// `【令和6年度】協働事業一覧`, `2024年度 実績`; a colon ends a label.
  private static func isTitle(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && !":：".contains(text.last ?? " ")
      && TitleYear.year(in: text) != nil
  }

  /// 提案団体 on a line of its own, without any mark, where the line below is no label but its value.
  static func bare(_ lines: [TableGrid.Line], at index: Int) -> [Pair]? {
    guard lines[index].cells.count == 1, lines[index].text.utf8.count <= 30,
      index + 1 < lines.count, isValue(lines[index + 1], below: lines[index]),
      let kind = listed(lines[index]) ?? unlisted(lines, at: index),
      kind == .classification || listed(lines[index + 1]) == nil
    else { return nil }
    return [(lines[index].text, kind, [""])]
  }

  /// A line of text, or one whose parts stand apart further right: `4月15日　から　3月25日　まで`.
  private static func isValue(_ line: TableGrid.Line, below label: TableGrid.Line) -> Bool {
    !line.isBlank
      && (line.cells.count == 1 || line.indent > label.indent && meaning(line.text) == nil)
  }

  /// 市の担当課, which no list has, where its value and another label follow.
  private static func unlisted(_ lines: [TableGrid.Line], at index: Int) -> HeadingKind? {
    guard let kind = meaning(lines[index].text), meaning(lines[index + 1].text) == nil else {
      return nil
    }
    let next = index + 2 < lines.count ? lines[index + 2] : nil
    guard let next, !next.isBlank else { return kind }
    return next.cells.count == 1 && meaning(next.text) != nil ? kind : nil
  }

  private static let joints = Signs("・／/")

  private static func listed(_ line: TableGrid.Line) -> HeadingKind? {
    // 講座・イベント名 is made of two.
    guard line.text.has(joints) else {
      return HeadingWords.isListed(line.text) ? HeadingWords.meaning(of: line.text)?.kind : nil
    }
    let words = line.text.split { "・／/".contains($0) }
    return words.allSatisfy { HeadingWords.isListed(String($0)) }
      ? HeadingWords.meaning(of: line.text)?.kind : nil
  }
}
