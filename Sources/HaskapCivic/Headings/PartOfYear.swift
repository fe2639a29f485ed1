internal import HaskapText

/// Titles of reports on a part of a year, which tell nothing of what the rest of it has:
/// `令和5年度上半期　後援事業一覧`, `（4月～9月）`, `（10月末現在）`, `（1/2）`.
enum PartOfYear {
  private static let words = ["半期", "前期", "後期", "四半期", "(1/", "(2/"]

  static func isTold(in title: String) -> Bool {
    let text = String(Folding.folded(title.withoutSpaces))
    if words.contains(where: text.contains) { return true }
    if text.contains("現在") || text.contains("時点") { return !isAfterYear(text) }
    let months = months(in: text)
    return months.count > 1 && text.contains { "~-‐–から".contains($0) }
      && !(months.first == 4 && months.last == 3)
  }

  /// `令和6年4月1日現在` in a title of fiscal 2023.
  private static func isAfterYear(_ text: String) -> Bool {
    guard let year = TitleYear.year(in: text),
      let mark = text.lastIndex(where: { "(（".contains($0) }),
      let day = try? DateExpression.parse(DateFinder.first(in: String(text[mark...]))),
      let fiscalYear = day.fiscalYear
    else { return false }
    return fiscalYear > year || fiscalYear == year && day.month == 3 && day.day == 31
  }

  private static func months(in text: String) -> [Int] {
    text.split(separator: "月", omittingEmptySubsequences: false).dropLast().compactMap { part in
      Int(String(part.reversed().prefix(while: \.isDigit).reversed()))
    }.filter { (1...12).contains($0) }
  }
}
