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

  private static let closing: [Character: String] = ["【": "】", "［": "］", "〔": "〕", "（": "）"]

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
}
