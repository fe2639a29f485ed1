internal import Haskap

/// Finds the columns whose values are few enough to be counted under every answer.
struct FacetChoice {
  static let mostValues = 256

  private let names: [String]
  /// The values of each column; a column that has too many is taken out.
  private var values: [String: Set<FieldValue>]
  private var documents = 0

  init(_ schema: Schema) {
    names = Self.columns(of: schema)
    values = Dictionary(uniqueKeysWithValues: names.map { ($0, []) })
  }

  mutating func add(_ document: Document) {
    documents += 1
    for (field, value) in document.values {
      guard values[field]?.insert(value).inserted == true else { continue }
      if let count = values[field]?.count, count > Self.mostValues { values[field] = nil }
    }
  }

  /// In the order of the schema.
  var fields: [String] {
    names.filter { Self.isWorthCounting(values: values[$0]?.count, documents: documents) }
  }

  /// The columns among which is chosen.
  static func columns(of schema: Schema) -> [String] {
    schema.fields.filter {
      $0.hasColumn && ![.date, .moment, .time].contains($0.kind) && $0.name != schema.key
    }.map(\.name)
  }

  /// A column with another value in nearly every document has nothing to count.
  ///
  /// - Parameter values: how many different ones there are; nil for more than `mostValues`.
  static func isWorthCounting(values: Int?, documents: Int) -> Bool {
    guard let values, values > 0 else { return false }
    return values <= 10 || values * 2 <= documents
  }
}
