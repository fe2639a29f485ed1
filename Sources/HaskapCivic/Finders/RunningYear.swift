/// The fiscal year that titles say of the rows below them.
struct RunningYear {
  private(set) var value: Int?
  /// Whether only a line such as `開催日：令和5年6月4日` tells it.
  private var isLabeled = false
  /// Whether it is no fiscal one: `令和6年（1月～12月）`.
  private(set) var isCalendar = false

  mutating func read(_ text: String) { read(text, of: TitleYear.year(in: text)) }

  /// A line with one cell.
  mutating func read(_ line: TableGrid.Line) { read(line.text, of: line.year) }

  /// - Parameter year: that the text prints.
  private mutating func read(_ text: String, of year: Int?) {
    if PrintedLine.isHeadOfMail(text) { return }
    if let printed = year ?? TitleYear.year(ofSheet: text) {
      // `令和6年4月1日現在` tells when a list was made, where its title tells the year.
      let tellsMaking =
        !text.contains("年度") && TitleYear.tellsMaking(text) || PrintedLine.tellsOfDay(text)
      if value == nil || !tellsMaking {
        (value, isLabeled, isCalendar) = (printed, false, TitleYear.tellsCalendarYear(text))
      }
    } else if value == nil || isLabeled, let labeled = TitleYear.year(ofLabeled: text) {
      (value, isLabeled) = (labeled, true)
    }
  }
}
