import HaskapText

/// A piece of a cell of figures, such as `(3) ① 利用者延べ 384人、登録 5件(内、市外 2件)`.
enum FigureToken: Equatable {
  /// The words in 【】.
  case heading(String)
  /// `(3)`
  case number(String)
  /// `①`
  case item(String)
  /// `・` at the beginning of a list item.
  case bullet
  case word(String)
  case colon
  /// `第2回`
  case ordinal(String)
  case date(DayRange)
  case figure(Figure)
  /// A list goes on after a figure: `、` or `・`.
  case separator
  /// What stands in round brackets; `attached` when nothing is between it and the figure before.
  case parenthesis([FigureToken], text: String, attached: Bool)
}

/// A number with its unit, and what is written against it.
struct Figure: Equatable {
  /// Nil where the unit is printed and the number is lost.
  var value: Double?
  var unit: String?
  /// True for `計12回`, `年4回`, `全5回`: how often what stands before was held.
  var countsMeetings = false
  /// `約`
  var isApproximate = false
  /// `預かり` of `48件預かり`.
  var trailing = ""
  /// True for `12名` of `4家族12名`.
  var isAdjacent = false
}

/// A day or a run of days as printed, without the year.
struct DayRange: Equatable {
  struct Day: Equatable {
    var month: Int
    var day: Int
  }
  var start: Day
  var end: Day?

  /// The dates in a fiscal year, which begins in April.
  func dates(inFiscalYear year: Int) -> (start: PartialDate, end: PartialDate?) {
    func date(_ day: Day) -> PartialDate {
      PartialDate(year: day.month < 4 ? year + 1 : year, month: day.month, day: day.day)
    }
    return (date(start), end.map(date))
  }
}
