public import HaskapText

/// The fields that the documents of an index have. It is chosen when the index is made and kept in
/// the index.
///
///     let schema = try Schema(
///       [.keyword("id"), .text("title", weight: 3), .text("body"), .integer("year")], key: "id")
public struct Schema: Sendable, Hashable {
  public let fields: [Field]
  /// The keyword field by which a document is replaced or deleted; its value is unique.
  public let key: String?
  /// Words beside ICU's, for the fields of the analyzer `japanese`.
  public let words: [UserWord]

  /// - Throws: `SchemaError` when there are no fields or too many, when a name is used twice or cannot be written in a query, when a
  ///   number is out of its range, when the key is not a keyword field, or when there are words
  ///   and no field of the analyzer `japanese`.
  public init(
    _ fields: [Field], key: String? = nil, words: [UserWord] = []
  ) throws(SchemaError) {
    self.fields = fields
    self.key = key
    self.words = words
    try checkNames()
    for field in fields {
      if case .text(let options) = field.kind { try Self.check(options, of: field.name) }
    }
    if let key { try check(key: key) }
    try Self.check(words)
    guard words.isEmpty || analyzerNames.contains(Self.analyzerWithWords) else {
      throw SchemaError(
        field: "", problem: "there are words and no field that is cut by them",
        remedy: "give a text field the analyzer \"\(Self.analyzerWithWords)\"")
    }
  }

  public subscript(_ name: String) -> Field? { fields.first { $0.name == name } }

  /// Each field has files of its own to be held in memory when an index is written.
  public static let mostFields = 1000

  private func checkNames() throws(SchemaError) {
    guard fields.count <= Self.mostFields else {
      throw SchemaError(
        field: fields[Self.mostFields].name,
        problem: "it is one of \(fields.count), and a schema has at most \(Self.mostFields)",
        remedy: "leave some out, or make values of what the names tell apart")
    }
    guard !fields.isEmpty else {
      throw SchemaError(field: "", problem: "there are no fields", remedy: "name one at least")
    }
    for (place, field) in fields.enumerated() {
      let name = field.name
      guard !name.isEmpty, !name.contains(where: { $0.isWhitespace || ":\"()*#".contains($0) })
      else {
        throw SchemaError(
          field: name, problem: "the name cannot be written in a query",
          remedy: "use a name without spaces, quotes, brackets, '*', '#' and ':'")
      }
      guard !fields[..<place].contains(where: { $0.name == name }) else {
        throw SchemaError(
          field: name, problem: "two fields have this name", remedy: "rename one of them")
      }
    }
  }

  /// The weights that a field may have. Scores are computed exactly for these.
  public static let weights = 0.001...1000.0

  private static func check(
    _ options: Field.TextOptions, of name: String
  ) throws(SchemaError) {
    guard weights.contains(options.weight) else {
      throw SchemaError(
        field: name, problem: "the weight is \(options.weight)",
        remedy: "use a number from \(weights.lowerBound) to \(weights.upperBound)")
    }
    guard (0...1).contains(options.b) else {
      throw SchemaError(
        field: name, problem: "b is \(options.b)", remedy: "use a number from 0 to 1")
    }
    guard !options.analyzer.isEmpty else {
      throw SchemaError(
        field: name, problem: "no analyzer is named", remedy: "use \"icu\", or leave it out")
    }
  }

  private static func check(_ words: [UserWord]) throws(SchemaError) {
    let dear = words.first { word in
      word.cost.map { !UserDictionary.costs.contains($0) } ?? false
    }
    guard let dear else { return }
    throw SchemaError(
      field: "", problem: "the word '\(dear.text)' costs \(dear.cost ?? 0)",
      remedy: "use a cost of \(UserDictionary.costs.lowerBound)–\(UserDictionary.costs.upperBound)"
        + ", or leave it out")
  }

  private func check(key: String) throws(SchemaError) {
    guard self[key]?.kind == .keyword else {
      throw SchemaError(
        field: key, problem: "the key is not a keyword field of the schema",
        remedy: "add .keyword(\"\(key)\"), or choose another key")
    }
  }
}
