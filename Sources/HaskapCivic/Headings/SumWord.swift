/// The words before a sum: 合計, 環境課計, `計(10件)`.
enum SumWord {
  static func matches(_ cell: String) -> Bool {
    guard cell.utf8.count <= 60, cell.contains("計") || cell.contains("平均") else { return false }
    let text = Folding.folded(cell.withoutSpaces).filter { !"()【】[]<>*".contains($0) }
    guard text.count <= 14 else { return false }
    let words = ["合計", "小計", "総計", "総合計", "累計", "平均", "計", "全体計"]
    if words.contains(text) { return true }
    if ["合計", "小計", "総計"].contains(where: { text.hasPrefix($0) || text.hasSuffix($0) }) {
      return true
    }
    let parts = ["部", "課", "室", "局", "区", "分野", "月", "年度", "期"]
    if parts.contains(where: { text.hasSuffix($0 + "計") }) { return true }
    guard text.hasPrefix("計") else { return false }
    return text.dropFirst().first.map { $0.isDigit || "(:".contains($0) } ?? false
  }
}
