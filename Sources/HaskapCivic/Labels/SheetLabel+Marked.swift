/// Labels that signs tell from their values, and those that no list has.
extension SheetLabel {
  /// `主催：案内所の会`, `【主催】案内所の会`, `**主催** 案内所の会`: a label and its value.
  static func labeled(_ cell: String) -> Pair? {
    let isStressed = cell.hasPrefix("**")
    let text = cell.drop { $0 == "*" }
    let mark = isStressed ? "*" : text.first.flatMap { closing[$0] }
    guard cell.utf8.count <= 600,
      let end = text.firstIndex(where: { (mark ?? ":：").contains($0) })
    else { return nil }
    let label = Trimming.spaces(text[..<end])
    let value = withoutColon(Trimming.spaces(text[end...].dropFirst().drop { $0 == "*" }))
    let unlisted = mark == nil ? .other : HeadingWords.kind(ofUnlisted: withoutMarks(label))
    guard !value.isEmpty, let kind = meaning(label) ?? (unlisted == .other ? nil : unlisted)
    else {
      return nil
    }
    return (label, kind, [value])
  }

  private static let closing: [Character: String] = [
    "【": "】", "［": "］", "〔": "〕", "（": "）", "〈": "〉", "《": "》", "＜": "＞",
  ]

  /// `【団体】清流の会　【担当】環境課`: several in one line.
  static func bracketed(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 600, text.first == "【" else { return nil }
    let parts = text.split(separator: "【").map { Trimming.spaces("【" + $0) }
    let pairs = parts.compactMap(labeled)
    return pairs.count > 1 && pairs.count == parts.count ? pairs : nil
  }

  /// A label that no list has, with its value: in a sheet, between labels that are known.
  static func pairOfOther(_ line: TableGrid.Line) -> [Pair]? {
    if line.cells.count == 1 { return pairOfOther(line.text) }
    guard line.filled.count == 2, line.filled[0] == 0, (2...14).contains(line.text.count),
      withoutMarks(line.text).count > 1,
      !withoutMarks(line.text).contains(where: { $0.isNumber || "。、".contains($0) })
    else { return nil }
    return [(line.text, .other, [withoutColon(line.cells[line.filled[1]])])]
  }

  /// `きっかけ：市の広報`.
  private static func pairOfOther(_ text: String) -> [Pair]? {
    let parts = text.split(maxSplits: 1) { ":：".contains($0) }.map { Trimming.spaces($0) }
    guard parts.count == 2, (2...14).contains(parts[0].count), !parts[1].isEmpty,
      !withoutMarks(parts[0]).contains(where: { $0.isNumber || "。、（(".contains($0) })
    else { return nil }
    return [(parts[0], HeadingWords.kind(ofUnlisted: withoutMarks(parts[0])), [parts[1]])]
  }

  /// `主催 町内会 担当課 環境課`: by their places, where values are words of headings too, but not all of them.
  static func byPlace(_ cells: [String]) -> [Pair]? {
    guard cells.count > 2, cells.count.isMultiple(of: 2) else { return nil }
    var pairs: [Pair] = []
    for start in stride(from: 0, to: cells.count, by: 2) {
      // Nearly all rows end here.
      guard let kind = meaning(cells[start]) else { return nil }
      pairs.append((cells[start], kind, [cells[start + 1]]))
    }
    let others = pairs.filter { meaning($0.values[0]) == nil }
    guard !others.isEmpty, others.count < pairs.count,
      pairs.allSatisfy({ meaning($0.values[0]) == nil || GenericWords.cover($0.values[0]) })
    else { return nil }
    return pairs
  }

  /// `主催　町内会` in a sheet, whose value is a word of headings: another label follows, or nothing.
  static func pairOfHeading(_ lines: [TableGrid.Line], at index: Int) -> [Pair]? {
    guard let pair = twoHeadings(lines[index]) else { return nil }
    let next = lines[(index + 1)...].prefix(8).first { !$0.isBlank && twoHeadings($0) == nil }
    return next.map { pairs($0) != nil } ?? true ? [pair] : nil
  }

  private static func twoHeadings(_ line: TableGrid.Line) -> Pair? {
    let words =
      line.cells.count == 1
      ? line.text.split(whereSeparator: \.isWhitespace).map(String.init)
      : line.filled.map { line.cells[$0] }
    guard words.count == 2, line.filled[0] == 0, let kind = meaning(words[0]),
      meaning(words[1]) != nil
    else { return nil }
    return (words[0], kind, [words[1]])
  }
}
