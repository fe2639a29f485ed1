internal import HaskapQuery
internal import HaskapText

/// Integers and days of fields that have no resolver of their own.
extension QueryInterpreter {
  /// The documents with a number or a day in a range; nil for fields of other kinds.
  ///
  /// - Throws: `QueryError` where an end is no value of the field, and where the index is unknown.
  func numbers(_ range: QueryRange, of name: String) throws -> Query? {
    guard let kind = schema[name]?.kind, [.integer, .decimal, .date].contains(kind) else {
      return nil
    }
    guard let reader else {
      throw QueryError(
        field: name, problem: "its values are in the index, which is not known",
        remedy: "give the interpreter the reader, or a resolver for the field")
    }
    let lower =
      try range.lower.map { try number($0, kind, name, isLast: !range.includesLower) } ?? .min
    let upper =
      try range.upper.map { try number($0, kind, name, isLast: range.includesUpper) } ?? .max
    let first = range.includesLower || range.lower == nil ? lower : lower.addingClamped(1)
    let last = range.includesUpper || range.upper == nil ? upper : upper.addingClamped(-1)
    guard first <= last else { return Query.none }
    switch kind {
    case .decimal:
      let (first, last) = (
        DecimalNumber.value(ofOrdered: first), DecimalNumber.value(ofOrdered: last)
      )
      return .documents(try reader.documents(whereDecimal: name, isIn: first...last))
    case .date:
      let days = Day(number: first)...Day(number: last)
      return .documents(try reader.documents(where: name, isIn: days))
    default: return .documents(try reader.documents(where: name, isIn: first...last))
    }
  }

  /// - Parameter isLast: whether a month means its last day instead of its first.
  private func number(
    _ text: String, _ kind: Field.Kind, _ name: String, isLast: Bool
  ) throws -> Int64 {
    let normal = try normalized(text, by: "keyword")
    guard let number = Self.number(normal, kind, isLast: isLast) else {
      let examples: [Field.Kind: String] = [
        .integer: "an integer, as 5", .decimal: "a number, as 4.5", .date: "a day, as 2023-08-22",
      ]
      throw QueryError(
        field: name, problem: "'\(text)' is no value of it",
        remedy: "write \(examples[kind] ?? "another")")
    }
    return number
  }

  private static func number(_ text: String, _ kind: Field.Kind, isLast: Bool) -> Int64? {
    switch kind {
    case .integer: Int64(text)
    case .decimal: DecimalNumber.parse(text).map(DecimalNumber.ordered)
    default: (try? DateExpression.parse(text))?.day(isLast: isLast)?.number
    }
  }
}

extension Int64 {
  fileprivate func addingClamped(_ other: Int64) -> Int64 {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? self : sum
  }
}
