internal import Haskap

/// Finds the columns whose values are few enough to be counted under every answer.
struct FacetChoice {
  private static let mostValues = 256

  private let names: [String]
  /// The values of each column; a column that has too many is taken out.
  private var values: [String: Set<FieldValue>]
  private var documents = 0

  init(_ schema: Schema) {
    names = schema.fields.filter { $0.hasColumn && $0.kind != .date && $0.name != schema.key }
      .map(\.name)
    values = Dictionary(uniqueKeysWithValues: names.map { ($0, []) })
  }

  mutating func add(_ document: Document) {
    documents += 1
    for (field, value) in document.values {
      guard values[field]?.insert(value).inserted == true else { continue }
      if let count = values[field]?.count, count > Self.mostValues { values[field] = nil }
    }
  }

  /// In the order of the schema. A column with another value in nearly every document has nothing
  /// to count.
  var fields: [String] {
    names.filter { name in
      guard let count = values[name]?.count, count > 0 else { return false }
      return count <= 10 || count * 2 <= documents
    }
  }
}
