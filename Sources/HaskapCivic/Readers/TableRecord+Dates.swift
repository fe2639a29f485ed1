/// Which cells of a row tell when.
extension TableRecord {
  /// The text of the column of dates, or of the two that hold start and end.
  var dates: (text: String, column: Int)? {
    if let start = columns.columns(.start).first(where: { !cell($0).isEmpty }) {
      let end = columns.columns(.end).first.map(cell) ?? ""
      let text =
        end.isEmpty || Self.isNothing(end) || end == cell(start)
        ? cell(start) : "\(cell(start))～\(end)"
      return (text, start)
    }
    let column = columns.dates(in: record.fiscalYear).first {
      $0 != columns.name && !Self.isNothing(cell($0))
    }
    return column.map { (date($0), $0) } ?? datesOfResults
  }

  /// `9月23日に親子フェスタを実施` and `9月23日、20人` below 実施状況, where no column tells when.
  private var datesOfResults: (text: String, column: Int)? {
    let columns = columns.columns(.effect) + columns.columns(.remarks)
    for column in columns where cell(column).utf8.count <= 2_000 {
      // 4月17日（8人）、5月15日（11人）
      let whole = cell(column).contains("月") ? ColumnContents.occurrences(cell(column)) : nil
      if let whole, whole.isDated, whole.remarks.isEmpty,
        whole.occurrences.allSatisfy({ $0.start != nil && $0.label == nil })
      {
        return (cell(column), column)
      }
      let sentences = joined(cell(column)).split { "。\n".contains($0) }
      let dates = sentences.compactMap { sentence -> String? in
        let date = DateFinder.first(in: String(sentence))
        let isOfEvent = ["実施", "開催", "行っ", "行い", "行う"].contains(where: sentence.contains)
        let isFirst =
          sentence.hasPrefix(date) && (sentence.dropFirst(date.count).first ?? "、") == "、"
        return !date.isEmpty && (isOfEvent || isFirst) ? date : nil
      }
      if !dates.isEmpty { return (dates.joined(separator: "、"), column) }
    }
    return nil
  }

  /// The cell of a column of dates; `4` below 月 is 4月.
  private func date(_ column: Int) -> String {
    let text = lines(cell(column))
    let isMonth =
      columns.headings[column].hasSuffix("月") && (1...2).contains(text.count)
      && text.allSatisfy(\.isDigit)
    let months = monthOfDays(column) + text + (isMonth ? "月" : "")
    return yearOfMonths(column) + yearOfTitle(before: months) + months
  }

  /// `令和6年` of the title before `1月7日`.
  private func yearOfTitle(before text: String) -> String {
    guard let year = row.calendarYear,
      text.drop(while: \.isDigit).first.map({ "月/／".contains($0) }) ?? false
    else { return "" }
    return "\(year)" + (text.contains("月") ? "年" : "/")
  }

  /// `R1/` of the columns 年, 月 and 日, where `元` or `5` tells the year.
  private func yearOfMonths(_ column: Int) -> String {
    guard let year = columns.calendarYear, columns.month == column - 1 else { return "" }
    let text = cell(year).filter { $0 != "年" }
    guard let first = text.first else { return "" }
    let isWhole = text.count == 4 || first.isLetter && text != "元"
    let own = isWhole ? text : text == "元" ? "R1" : "\((Int(text) ?? 1) > 20 ? "H" : "R")\(text)"
    return own + (saysDay(column) ? "年" : "/")
  }

  /// `4月` where a column of its own says it; `4/` before a day without 日.
  private func monthOfDays(_ column: Int) -> String {
    guard let month = columns.month, column == month + 1 else { return "" }
    let number = cell(month).filter { !"月 ".contains($0) }
    guard !number.isEmpty else { return "" }
    return number + (saysDay(column) ? "月" : "/")
  }

  /// True of `21日` and false of `21（日）`.
  private func saysDay(_ column: Int) -> Bool {
    DayText.withoutWeekday(cell(column)).contains("日")
  }
}
