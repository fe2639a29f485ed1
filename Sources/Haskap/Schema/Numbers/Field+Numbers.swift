/// The kinds of fields whose columns are numbers.
extension Field.Kind {
  /// The numbers that a column may have; nil for kinds that are no numbers.
  var numbers: ClosedRange<Int64>? {
    let largest = Double.greatestFiniteMagnitude
    return switch self {
    case .text, .keyword, .stored: nil
    case .integer, .date, .moment: Int64.min...Int64.max
    case .decimal: DecimalNumber.ordered(-largest)...DecimalNumber.ordered(largest)
    case .boolean: 0...1
    case .time: TimeOfDay.all
    }
  }

  /// Whether values are compared as numbers: those of all kinds with columns but keywords.
  public var isNumeric: Bool { numbers != nil }

  /// The value that a number of the column stands for.
  package func value(of number: Int64) -> FieldValue {
    switch self {
    case .decimal: .text(DecimalNumber.text(DecimalNumber.value(ofOrdered: number)))
    case .boolean: .boolean(number != 0)
    case .date: .text(Day(number: number).description)
    case .moment: .text(Moment(milliseconds: number).description)
    case .time: .text(TimeOfDay(milliseconds: number).description)
    default: .integer(number)
    }
  }

  /// The number that a value has in the column; nil where it is none of this kind.
  func number(of value: FieldValue) -> Int64? {
    switch (self, value) {
    case (.integer, .integer(let integer)): integer
    case (.decimal, .text(let text)): DecimalNumber.parse(text).map(DecimalNumber.ordered)
    case (.decimal, .integer(let integer)): DecimalNumber.ordered(Double(integer))
    case (.boolean, .boolean(let flag)): flag ? 1 : 0
    case (.date, .text(let text)): (Day(text) ?? Day(ofMoment: text))?.number
    case (.moment, .text(let text)):
      (Moment(text) ?? Day(ofMoment: text).map { Moment($0) })?.milliseconds
    case (.time, .text(let text)): TimeOfDay(text)?.milliseconds
    default: nil
    }
  }

  /// What a value of the kind is, for messages.
  package var example: String {
    switch self {
    case .text, .keyword, .stored: "a text"
    case .integer: "an integer"
    case .decimal: "a number such as 4.5"
    case .boolean: "true or false"
    case .date: "a day such as 2023-08-22"
    case .moment: "a moment such as 2023-08-22T10:00"
    case .time: "a time of day such as 09:30"
    }
  }
}
