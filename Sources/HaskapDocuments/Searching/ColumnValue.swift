package import Haskap
internal import HaskapQuery
internal import HaskapText

/// Reads what a query gives for a column: `year:2000..2010`, `published:2023-04..2024-03`.
package struct ColumnValue {
  private static let signs = ["..", "…", "～", "〜"]

  let reader: IndexReader

  package init(reader: IndexReader) { self.reader = reader }

  /// How the values are read of each column that is no keyword.
  package var resolvers: [String: QueryInterpreter.Resolver] {
    resolvers { field, numbers in
      .documents(try reader.documents(field.name, field.kind, numbers))
    }
  }

  /// The same as ranges whose ends are written in figures, for another engine: this one has no terms
  /// of such columns.
  var rangeResolvers: [String: QueryInterpreter.Resolver] {
    resolvers { field, numbers in
      func end(_ number: Int64, open: Int64) -> TermRange.Bound {
        let text = field.kind.value(of: number).plainText ?? ""
        return number == open ? .open : .including(Array(text.utf8))
      }
      let range = TermRange(
        from: end(numbers.lowerBound, open: .min), to: end(numbers.upperBound, open: .max))
      return .filter(.range(field: field.name, range))
    }
  }

  private func resolvers(
    _ query: @escaping (Field, ClosedRange<Int64>) throws -> Query
  ) -> [String: QueryInterpreter.Resolver] {
    reader.schema.fields.filter(\.kind.isNumeric).reduce(into: [:]) { resolvers, field in
      resolvers[field.name] = { text in
        guard let numbers = Self.numbers(text, of: field) else {
          let (name, example) = (field.name, Self.example(text, of: field))
          throw InputError(
            description: "'\(text)' is no value of the field '\(name)'; write \(example)")
        }
        return try query(field, numbers)
      }
    }
  }

  /// What a value of a query means to a field: of a column of numbers, only what it may hold.
  func reading(_ value: QueryNode, of name: String) -> QueryValues.Reading {
    guard let field = reader.schema[name], field.kind.isNumeric, value != .word("*") else {
      return QueryValues.readingWords(value, of: name)
    }
    var typed = ""
    switch value {
    case .word(let text), .phrase(let text), .near(let text, _): typed = text
    case .range(let range):
      if let text = range.dotted {
        typed = text
      } else if [range.lower, range.upper].allSatisfy({ Self.isEnd($0, of: field) }) {
        return .value(value)
      }
    default: break
    }
    return Self.numbers(typed, of: field) == nil
      ? .text(example: "\(name):\(Self.example(typed, of: field))") : .value(value)
  }

  private static func isEnd(_ text: String?, of field: Field) -> Bool {
    text.map { field.kind.numbers(of: $0.halfWidth) != nil } ?? true
  }

  /// One value, or two with a sign between them of which one may be missing; nil where the column
  /// cannot hold them, or none lies between.
  private static func numbers(_ text: String, of field: Field) -> ClosedRange<Int64>? {
    let (first, last) = ends(text)
    let lower = first.isEmpty ? .min : numbers(of: first, field.kind)?.lowerBound
    let upper = last.isEmpty ? .max : numbers(of: last, field.kind)?.upperBound
    guard let lower, let upper, !(first.isEmpty && last.isEmpty) else {
      return field.kind == .integer ? years(text) : nil
    }
    return lower <= upper ? lower...upper : nil
  }

  /// Of days, those of a fiscal year as well: 令和5年度 goes from April to March.
  private static func numbers(of text: String, _ kind: Field.Kind) -> ClosedRange<Int64>? {
    if let numbers = kind.numbers(of: text.halfWidth) { return numbers }
    guard text.hasSuffix("年度"), let days = (try? YearExpression.parse(text))?.days,
      let first = days.start.flatMap({ kind.numbers(of: $0.description) })?.lowerBound,
      let last = days.end.flatMap({ kind.numbers(of: $0.description) })?.upperBound
    else { return nil }
    return first...last
  }

  /// What could be written: a range that ends before it begins the other way round.
  private static func example(_ text: String, of field: Field) -> String {
    let (first, last) = ends(text)
    let isTurned = first != last && numbers("\(last)..\(first)", of: field) != nil
    return isTurned ? "\(last)..\(first)" : field.kind.exampleRange
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
}

extension Field.Kind {
  fileprivate var exampleRange: String {
    switch self {
    case .boolean: "true"
    case .date, .moment: "2023-04..2024-03"
    case .time: "9:00..12:00"
    default: "5..10"
    }
  }
}

extension String {
  /// Full-width digits and signs as ASCII.
  var halfWidth: String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      let narrow = scalar.value == 0x2212 ? 0x2D : scalar.value &- 0xFEE0
      let isWide = 0xFF01...0xFF5E ~= scalar.value || scalar.value == 0x2212
      scalars.append(isWide ? Unicode.Scalar(narrow) ?? scalar : scalar)
    }
    return String(scalars)
  }
}
