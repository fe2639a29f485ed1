/// The words before a sum: 合計, 環境課計, `計(10件)`, `総計 12事業`, 合計人数; 合計特殊出生率の講演会 is none.
enum SumWord {
  /// False of most cells.
  static func mayMatch(_ cell: String) -> Bool {
    cell.utf8.count <= 60 && (cell.contains("計") || cell.contains("平均"))
  }

  static func matches(_ cell: String) -> Bool {
    guard mayMatch(cell) else { return false }
    let text = Folding.folded(cell.withoutSpaces).filter { !"()【】[]<>*".contains($0) }
    guard text.count <= 14 else { return false }
    if ["合計", "小計", "総計"].contains(where: text.hasSuffix) { return true }
    // 福祉　計, 福祉（計）
    let parted = cell.split { $0.isWhitespace || "()（）【】[]［］".contains($0) }
    if parted.count > 1, parted.last == "計" { return true }
    let parts = ["部", "課", "室", "局", "区", "分野", "月", "年度", "期"]
    if parts.contains(where: { text.hasSuffix($0 + "計") }) { return true }
    return words.contains { text.hasPrefix($0) && counts(text.dropFirst($0.count)) }
      || heads.contains { text.hasPrefix($0) && isCounted(text.dropFirst($0.count)) }
  }

  private static let heads = ["総合計", "全体計", "合計", "小計", "総計"]
  private static let words = heads + ["累計", "平均", "計"]

  /// True of nothing and of figures with their units: `8件`, `:12事業、360人`.
  private static func counts(_ text: Substring) -> Bool {
    let units = text.split { !$0.isLetter || $0.isASCII }
    return text.first.map { !$0.isLetter || $0.isASCII } ?? true
      && units.allSatisfy { $0.count <= 2 || GenericWords.cover(String($0)) }
  }

  /// True of what a sum is of: 人数, 額.
  private static func isCounted(_ text: Substring) -> Bool {
    let kind = HeadingWords.meaning(of: String(text))?.kind
    return kind.map { [.participants, .money, .count].contains($0) } ?? false
  }
}
