package import Haskap
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
      resolvers[field.name] = { text in try query(field, try numbers(text, of: field)) }
    }
  }

  /// One value, or two with a sign between them of which one may be missing.
  private func numbers(_ text: String, of field: Field) throws -> ClosedRange<Int64> {
    let (first, last) = Self.ends(text)
    let lower = first.isEmpty ? .min : field.kind.numbers(of: first.halfWidth)?.lowerBound
    let upper = last.isEmpty ? .max : field.kind.numbers(of: last.halfWidth)?.upperBound
    guard let lower, let upper, !(first.isEmpty && last.isEmpty) else {
      if field.kind == .integer, let years = Self.years(text) { return years }
      let (values, examples) = field.kind.asked
      throw InputError(
        description: "field '\(field.name)' holds \(values), not '\(text)'; write \(examples)")
    }
    guard lower <= upper else {
      let name = field.name
      throw InputError(
        description: "\(name):\(text) ends before it begins; write \(name):\(last)..\(first)")
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
}

extension Field.Kind {
  /// What the values of a column are, and how they are asked for.
  fileprivate var asked: (values: String, examples: String) {
    switch self {
    case .decimal: ("numbers", "4.5, 4.5..10, 4.5.. or ..10")
    case .boolean: ("true or false", "true or false")
    case .date: ("days", "2023-08-22, 2023-08, 令和5年, 2023-04..2024-03 or 2023-04..")
    case .moment:
      ("moments", "2023-08-22T10:00, 2023-08-22, 令和5年, 2023-08..2023-09-01T12:00 or 2023-08..")
    case .time: ("times of day", "9:30, 9:00..12:00, 9:00.. or ..12:00")
    default: ("integers", "5, 5..10, 5.. or ..10")
    }
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
