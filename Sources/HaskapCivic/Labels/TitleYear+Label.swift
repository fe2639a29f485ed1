import HaskapText

extension TitleYear {
  /// The fiscal year of `開催日：令和5年6月4日`, and of the beginning of `期間　令和5年4月1日～令和6年3月31日`.
  static func year(ofLabeled text: String) -> Int? {
    guard text.utf8.count <= 300 else { return nil }
    let parts = text.split(maxSplits: 1) { $0.isWhitespace || ":：".contains($0) }.map(String.init)
    guard parts.count == 2,
      let kind = HeadingWords.meaning(of: SheetLabel.withoutMarks(parts[0]))?.kind,
      [.date, .start].contains(kind)
    else { return nil }
    let cell = OccurrenceCell(DateNotation().normalized(parts[1]), fiscalYear: nil)
    return cell.occurrences.lazy.compactMap { $0.start?.fiscalYear }.first
  }
}
