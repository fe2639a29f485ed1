internal import HaskapQuery
internal import HaskapText

/// The columns of numbers of fields that have no resolver of their own.
extension QueryInterpreter {
  /// The documents with a number, a day and so on in a range; nil for fields of other kinds.
  ///
  /// - Throws: `QueryError` where an end is no value of the field, and where the index is unknown.
  func numbers(_ range: QueryRange, of name: String) throws -> Query? {
    guard let kind = schema[name]?.kind, kind.isNumeric else { return nil }
    guard let reader else {
      throw QueryError(
        field: name, problem: "its values are in the index, which is not known",
        remedy: "give the interpreter the reader, or a resolver for the field")
    }
    guard let numbers = try numbers(range, of: kind, name) else { return Query.none }
    return .documents(try reader.documents(name, kind, numbers))
  }

  /// The numbers of a range; nil where there are none.
  private func numbers(
    _ range: QueryRange, of kind: Field.Kind, _ name: String
  ) throws -> ClosedRange<Int64>? {
    let lower = try range.lower.map { try numbers($0, kind, name) }
    let upper = try range.upper.map { try numbers($0, kind, name) }
    var (first, last): (Int64?, Int64?) = (.min, .max)
    if let lower { first = range.includesLower ? lower.lowerBound : lower.upperBound.next(1) }
    if let upper { last = range.includesUpper ? upper.upperBound : upper.lowerBound.next(-1) }
    guard let first, let last, first <= last else { return nil }
    return first...last
  }

  /// All numbers that a text can mean, as those of all days of a month.
  private func numbers(
    _ text: String, _ kind: Field.Kind, _ name: String
  ) throws -> ClosedRange<Int64> {
    guard let numbers = kind.numbers(of: try normalized(text, by: "keyword")) else {
      throw QueryError(
        field: name, problem: "'\(text)' is no value of it", remedy: "write \(kind.example)")
    }
    return numbers
  }

  /// One value, or two with a sign between them of which one may be missing.
  static func range(_ text: String) -> QueryRange {
    for sign in ["…", "～", "〜"] {
      let ends = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
      guard ends.count == 2, ends != ["", ""] else { continue }
      return QueryRange(ends[0].isEmpty ? nil : ends[0], ends[1].isEmpty ? nil : ends[1])
    }
    return QueryRange(text, text)
  }
}

extension Field.Kind {
  /// All numbers of a column that a text can mean, as those of all days of a month; nil for a text that
  /// is no value of the kind.
  ///
  /// - Parameter text: normalized.
  package func numbers(of text: String) -> ClosedRange<Int64>? {
    switch self {
    case .integer: return WrittenNumber.integer(text).map { $0...$0 } ?? Self.year(text)
    case .decimal:
      let number =
        DecimalNumber.parse(text) ?? WrittenNumber.figures(in: text).flatMap(DecimalNumber.parse)
      return number.map(DecimalNumber.ordered).map { $0...$0 }
    case .boolean: return Bool(text.lowercased()).map { $0 ? 1...1 : 0...0 }
    case .time: return TimeOfDay.times(of: text)?.milliseconds
    case .date: return Self.days(of: text).map { $0.lowerBound.number...$0.upperBound.number }
    case .moment:
      if let moments = Moment.moments(of: text) { return moments.milliseconds }
      return Self.days(of: text).map { days in
        Moment(days.lowerBound).milliseconds...(Moment(days.upperBound).milliseconds + 86_399_999)
      }
    case .text, .keyword, .stored: return nil
    }
  }
}

extension Field.Kind {
  /// A year in Japanese, for columns that hold Western ones: 令和2, R2.
  private static func year(_ text: String) -> ClosedRange<Int64>? {
    guard let span = try? YearExpression.parse(text.uppercased()), let year = span.first,
      span.last == year
    else { return nil }
    return Int64(year)...Int64(year)
  }

  /// From the first to the last day that a text can mean, as those of a month.
  private static func days(of text: String) -> ClosedRange<Day>? {
    guard let days = try? DateExpression.days(of: text), let first = days.first.day(isLast: false),
      let last = days.last.day(isLast: true)
    else { return nil }
    return first...last
  }
}

extension ClosedRange<Moment> {
  fileprivate var milliseconds: ClosedRange<Int64> {
    lowerBound.milliseconds...upperBound.milliseconds
  }
}

extension ClosedRange<TimeOfDay> {
  fileprivate var milliseconds: ClosedRange<Int64> {
    lowerBound.milliseconds...upperBound.milliseconds
  }
}

extension Int64 {
  /// Nil where there is none.
  fileprivate func next(_ step: Int64) -> Int64? {
    let (next, isOver) = addingReportingOverflow(step)
    return isOver ? nil : next
  }
}
