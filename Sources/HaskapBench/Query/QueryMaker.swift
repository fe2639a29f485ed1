internal import Haskap
internal import HaskapText

/// Makes queries on one text field of an index.
struct QueryMaker {
  let field: String
  /// Whether the index gives back the texts of the field.
  let isStored: Bool
  private let options: Field.TextOptions
  var analyzer: String { options.analyzer }
  private let facetField: String?
  private let sortField: String?
  private let session: AnalyzerSession

  /// - Parameter field: nil for the text field with the most words among those that are stored.
  /// - Throws: `QueryFileError` when there is no such field.
  init(_ reader: IndexReader, field: String?) throws {
    let texts = reader.schema.fields.filter { $0.textOptions != nil }
    let known = texts.filter(\.isStored).isEmpty ? texts : texts.filter(\.isStored)
    let usual = known.max { reader.wordCount(of: $0.name) < reader.wordCount(of: $1.name) }
    let chosen = field.map { name in texts.first { $0.name == name } } ?? usual
    guard let chosen, let options = chosen.textOptions else {
      throw QueryFileError(
        "the index has no text field \(field.map { "'\($0)'" } ?? "to search"); its text fields: "
          + texts.map(\.name).joined(separator: ", "))
    }
    let columns = reader.schema.fields.filter { $0.hasColumn && $0.name != reader.schema.key }
    facetField = (columns.first { $0.kind == .keyword } ?? columns.first)?.name
    sortField = (columns.first { $0.kind != .keyword } ?? columns.first)?.name
    (self.field, isStored) = (chosen.name, chosen.isStored)
    self.options = options
    session = try reader.schema.analyzer(named: options.analyzer).makeSession()
  }

  /// Why queries of a kind cannot be asked of this field; nil when they can.
  func obstacle(_ kind: QueryKind) -> String? {
    switch kind {
    case .phrase where !options.positions: "the field '\(field)' keeps no positions of words"
    case .substring where !options.grams: "the field '\(field)' keeps no grams"
    case .facets where facetField == nil, .sort where sortField == nil: "the index has no column"
    default: nil
    }
  }

  /// A query of words as the analyzer gives them, or of a pattern.
  func query(_ kind: QueryKind, _ words: [String]) throws -> BenchQuery {
    var request = SearchRequest(limit: 10, countsTotal: true)
    if kind == .facets { request.facets = facetField.map { [$0] } ?? [] }
    if kind == .sort { request.sort = sortField.map { SearchSort(field: $0, isDescending: true) } }
    return BenchQuery(
      kind: kind, text: words.joined(separator: " "), query: try engineQuery(kind, words),
      request: request)
  }

  private func engineQuery(_ kind: QueryKind, _ words: [String]) throws -> Query? {
    let terms = words.map { Query.term(field: field, Array($0.utf8)) }
    let first = words.first ?? ""
    return switch kind {
    case .term, .facets, .sort: terms.first ?? Query.none
    case .all: .all(terms)
    case .any: .any(terms)
    case .phrase: .phrase(field: field, words.map { Array($0.utf8) })
    case .substring:
      .unit(
        TextUnit(
          fields: [WeightedField(field, weight: options.weight, b: options.b)],
          variants: [UnitVariant(try analyze(first))]))
    case .prefix: .prefix(field: field, Array(first.utf8))
    case .wildcard: .wildcard(field: field, WildcardPattern(first))
    case .fuzzy: .fuzzy(field: field, FuzzyTerm(first, distance: 1, prefixLength: 1))
    case .question: nil
    }
  }

  /// The same of a text that a person wrote.
  func query(_ kind: QueryKind, text: String) throws -> BenchQuery {
    switch kind {
    case .substring, .question, .wildcard: try query(kind, [text])
    case .prefix, .fuzzy: try query(kind, [String(decoding: analyze(text).utf8, as: UTF8.self)])
    default: try query(kind, words(of: text))
    }
  }

  func analyze(_ text: String) throws -> AnalyzedText {
    var analyzed = AnalyzedText()
    try session.analyze(text, into: &analyzed)
    return analyzed
  }

  func words(of text: String) throws -> [String] {
    let analyzed = try analyze(text)
    return analyzed.tokens.map(analyzed.text)
  }
}
