public import Haskap
internal import HaskapText

/// Reads what a query gives for a column: `year:2000..2010`, `published:2023-04..2024-03`.
public struct ColumnValue {
  private static let signs = ["..", "…", "～", "〜"]

  let reader: IndexReader

  public init(reader: IndexReader) { self.reader = reader }

  /// How the values are read of each column that is no keyword.
  public var resolvers: [String: QueryInterpreter.Resolver] {
    reader.schema.fields.reduce(into: [:]) { resolvers, field in
      switch field.kind {
      case .integer:
        resolvers[field.name] = { text in
          .documents(try reader.documents(where: field.name, isIn: integers(text, field.name)))
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
      switch field.kind {
      case .integer:
        resolvers[field.name] = { text in
          Self.range(try integers(text, field.name), of: field.name) { "\($0)" }
        }
      case .date:
        resolvers[field.name] = { text in
          Self.range(try days(text, field.name), of: field.name) { Day(number: $0).description }
        }
      default: break
      }
    }
  }

  private static func range(
    _ numbers: ClosedRange<Int64>, of field: String, _ text: (Int64) -> String
  ) -> Query {
    func end(_ number: Int64, open: Int64) -> TermRange.Bound {
      number == open ? .open : .including(Array(text(number).utf8))
    }
    let range = TermRange(
      from: end(numbers.lowerBound, open: .min), to: end(numbers.upperBound, open: .max))
    return .filter(.range(field: field, range))
  }

  private func integers(_ text: String, _ field: String) throws -> ClosedRange<Int64> {
    let range =
      try range(of: text, in: field) { end, _ in Int64(end.halfWidth) } ?? Self.years(text)
    guard let range else {
      throw misfit(text, field, "integers", "5, 5..10, 5.. or ..10")
    }
    return range
  }

  private func days(_ text: String, _ field: String) throws -> ClosedRange<Int64> {
    let range = try range(of: text, in: field) { end, isLast in
      (try? DateExpression.parse(end.halfWidth)).flatMap { $0.day(isLast: isLast)?.number }
    }
    guard let range else {
      throw misfit(text, field, "days", "2023-08-22, 2023-08, 令和5年, 2023-04..2024-03 or 2023-04..")
    }
    return range
  }

  /// One value, or two with a sign between them of which one may be missing; nil for other texts.
  private func range(
    of text: String, in field: String, _ end: (_ text: String, _ isLast: Bool) -> Int64?
  ) throws -> ClosedRange<Int64>? {
    let (first, last) = Self.ends(text)
    guard !(first.isEmpty && last.isEmpty),
      let lower = first.isEmpty ? .min : end(first, false),
      let upper = last.isEmpty ? .max : end(last, true)
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
