package import Haskap
internal import HaskapText

/// Reads what a query gives for a column: `year:2000..2010`, `published:2023-04..2024-03`.
package struct ColumnValue {
  private static let signs = ["..", "…", "～", "〜"]

  let reader: IndexReader

  package init(reader: IndexReader) { self.reader = reader }

  /// How the values are read of each column that is no keyword.
  package var resolvers: [String: QueryInterpreter.Resolver] {
    reader.schema.fields.reduce(into: [:]) { resolvers, field in
      switch field.kind {
      case .integer:
        resolvers[field.name] = { text in
          .documents(try reader.documents(where: field.name, isIn: integers(text, field.name)))
        }
      case .decimal:
        resolvers[field.name] = { text in
          .documents(
            try reader.documents(whereDecimal: field.name, isIn: decimals(text, field.name)))
        }
      case .date:
        resolvers[field.name] = { text in
          let days = try days(text, field.name)
          let range = Day(number: days.lowerBound)...Day(number: days.upperBound)
          return .documents(try reader.documents(where: field.name, isIn: range))
        }
      default: break
      }
    }
  }

  /// The same as ranges whose ends are written in figures, for another engine: this one has no terms
  /// of such columns.
  var rangeResolvers: [String: QueryInterpreter.Resolver] {
    reader.schema.fields.reduce(into: [:]) { resolvers, field in
      let name = field.name
      switch field.kind {
      case .integer:
        resolvers[name] = { text in
          let numbers = try integers(text, name)
          return Self.range(numbers, of: name, among: .min ... .max) { "\($0)" }
        }
      case .decimal:
        resolvers[name] = { text in
          Self.range(try decimals(text, name), of: name, among: Self.allDecimals) { "\($0)" }
        }
      case .date:
        resolvers[name] = { text in
          Self.range(try days(text, name), of: name, among: .min ... .max) {
            Day(number: $0).description
          }
        }
      default: break
      }
    }
  }

  private static func range<Value>(
    _ values: ClosedRange<Value>, of field: String, among all: ClosedRange<Value>,
    _ text: (Value) -> String
  ) -> Query {
    func end(_ value: Value, open: Value) -> TermRange.Bound {
      value == open ? .open : .including(Array(text(value).utf8))
    }
    let range = TermRange(
      from: end(values.lowerBound, open: all.lowerBound),
      to: end(values.upperBound, open: all.upperBound))
    return .filter(.range(field: field, range))
  }

  private static let allDecimals = -Double.infinity...Double.infinity

  private func integers(_ text: String, _ field: String) throws -> ClosedRange<Int64> {
    let range =
      try range(of: text, in: field, among: .min ... .max) { end, _ in Int64(end.halfWidth) }
      ?? Self.years(text)
    guard let range else {
      throw misfit(text, field, "integers", "5, 5..10, 5.. or ..10")
    }
    return range
  }

  private func decimals(_ text: String, _ field: String) throws -> ClosedRange<Double> {
    let range = try range(of: text, in: field, among: Self.allDecimals) { end, _ in
      DecimalNumber.parse(end.halfWidth)
    }
    guard let range else { throw misfit(text, field, "numbers", "4.5, 4.5..10, 4.5.. or ..10") }
    return range
  }

  private func days(_ text: String, _ field: String) throws -> ClosedRange<Int64> {
    let range = try range(of: text, in: field, among: .min ... .max) { end, isLast in
      (try? DateExpression.parse(end.halfWidth)).flatMap { $0.day(isLast: isLast)?.number }
    }
    guard let range else {
      throw misfit(text, field, "days", "2023-08-22, 2023-08, 令和5年, 2023-04..2024-03 or 2023-04..")
    }
    return range
  }

  /// One value, or two with a sign between them of which one may be missing; nil for other texts.
  private func range<Value: Comparable>(
    of text: String, in field: String, among all: ClosedRange<Value>,
    _ end: (_ text: String, _ isLast: Bool) -> Value?
  ) throws -> ClosedRange<Value>? {
    let (first, last) = Self.ends(text)
    guard !(first.isEmpty && last.isEmpty),
      let lower = first.isEmpty ? all.lowerBound : end(first, false),
      let upper = last.isEmpty ? all.upperBound : end(last, true)
    else { return nil }
    guard lower <= upper else {
      throw InputError(
        description: "\(field):\(text) ends before it begins; write \(field):\(last)..\(first)")
    }
    return lower...upper
  }

  private static func ends(_ text: String) -> (first: String, last: String) {
    for sign in signs {
      let parts = text.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { return (String(parts[0]), String(parts[1])) }
    }
    return (text, text)
  }

  /// Years in Japanese, for columns that hold Western ones: 令和2, R2..R5.
  private static func years(_ text: String) -> ClosedRange<Int64>? {
    guard let span = try? YearExpression.parse(text) else { return nil }
    let first = span.first.map(Int64.init) ?? .min
    let last = span.last.map(Int64.init) ?? .max
    return first <= last ? first...last : nil
  }

  private func misfit(
    _ text: String, _ field: String, _ kind: String, _ examples: String
  ) -> InputError {
    InputError(description: "field '\(field)' holds \(kind), not '\(text)'; write \(examples)")
  }
}

extension String {
  /// Full-width digits and signs as ASCII.
  fileprivate var halfWidth: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      let narrow = scalar.value == 0x2212 ? 0x2D : scalar.value &- 0xFEE0
      let isWide = 0xFF01...0xFF5E ~= scalar.value || scalar.value == 0x2212
      scalars.append(isWide ? Unicode.Scalar(narrow) ?? scalar : scalar)
    }
    return String(scalars)
  }
}
