internal import Haskap

/// How a cluster keeps the fields of a schema: what the index is created with.
struct OpenSearchMapping {
  private let schema: Schema
  private let documentCount: Int
  private let similarities: [Similarity]

  /// A whole unit counts eight eighths, on the rung below four, and so on: the frequencies that a
  /// cluster counts are eighths.
  static let eighths = 8.0

  private struct Similarity: Hashable {
    var k1: Double
    var b: Double

    static let keyword = Similarity(k1: BM25().k1, b: 0)

    static func words(_ options: Field.TextOptions) -> Similarity {
      // A weight w stands for w occurrences: w × f / (w × f + k1) = f / (f + k1 / w).
      Similarity(k1: BM25().k1 / options.weight, b: options.b)
    }

    static func characters(_ options: Field.TextOptions) -> Similarity {
      Similarity(k1: OpenSearchMapping.eighths * BM25().k1 / options.weight, b: options.b)
    }
  }

  init(_ schema: Schema, documentCount: Int) {
    (self.schema, self.documentCount) = (schema, documentCount)
    var similarities = [Similarity.keyword]
    for options in schema.fields.compactMap(\.textOptions) {
      for similarity in [Similarity.words(options), .characters(options)]
      where !similarities.contains(similarity) {
        similarities.append(similarity)
      }
    }
    self.similarities = similarities
  }

  private func name(_ similarity: Similarity) -> String {
    "haskap_\(similarities.firstIndex(of: similarity) ?? 0)"
  }

  /// One shard, whose statistics are those of all documents; with several, searches must ask for
  /// those by `search_type=dfs_query_then_fetch`.
  var settings: String {
    let tokenizer = JSONText.object([
      ("type", JSONText.string("whitespace")),
      ("max_token_length", "\(OpenSearchToken.longest)"),
    ])
    let analyzer = JSONText.object([
      ("type", JSONText.string("custom")), ("tokenizer", JSONText.string("haskap")),
    ])
    let models = similarities.map { similarity in
      (
        name(similarity),
        Optional(
          JSONText.object([
            ("type", JSONText.string("BM25")), ("k1", JSONText.number(similarity.k1)),
            ("b", JSONText.number(similarity.b)),
          ]))
      )
    }
    let index = JSONText.object([
      ("number_of_shards", "1"),
      // A set of documents may be named one by one.
      ("max_terms_count", "\(max(65_536, documentCount))"),
      (
        "analysis",
        JSONText.object([
          ("tokenizer", JSONText.object([("haskap", tokenizer)])),
          ("analyzer", JSONText.object([("haskap", analyzer)])),
        ])
      ),
      ("similarity", JSONText.object(models)),
    ])
    return JSONText.object([("index", index)])
  }

  var mapping: String {
    let texts = schema.fields.filter { $0.textOptions != nil }
    let grams = texts.filter { $0.textOptions?.grams == true }
    let own = JSONText.object([
      ("number", type("long")),
      ("words", object(texts, words)),
      ("grams", object(grams, words)),
      ("characters", object(grams) { text(similarity: .characters($0)) }),
    ])
    let fields = schema.fields.compactMap { field in property(of: field).map { (field.name, $0) } }
    let all = fields + [(OpenSearchPath.object, JSONText.object([("properties", own)]))]
    let hidden = ["words", "grams", "characters"].map {
      JSONText.string("\(OpenSearchPath.object).\($0)")
    }
    return JSONText.object([
      ("dynamic", JSONText.string("strict")),
      ("_source", JSONText.object([("excludes", JSONText.array(hidden))])),
      ("properties", JSONText.object(all.map { ($0.0, Optional($0.1)) })),
    ])
  }

  private func object(
    _ fields: [Field], _ property: (Field.TextOptions) -> String
  ) -> String? {
    guard !fields.isEmpty else { return nil }
    let members = fields.map { ($0.name, $0.textOptions.map(property)) }
    return JSONText.object([("properties", JSONText.object(members))])
  }

  /// Nil for a text that is searched and not kept.
  private func property(of field: Field) -> String? {
    switch field.kind {
    case .text: field.isStored ? type("text", ("index", "false")) : nil
    case .keyword: type("keyword", ("similarity", JSONText.string(name(.keyword))))
    case .integer: type("long")
    case .decimal: type("double")
    case .boolean: type("boolean")
    case .time: type("keyword")
    case .moment: type("date", ("format", JSONText.string("strict_date_optional_time")))
    case .date: type("date", ("format", JSONText.string("strict_date")))
    // Kept, whatever it is.
    default: type("object", ("enabled", "false"))
    }
  }

  private func words(_ options: Field.TextOptions) -> String {
    text(similarity: .words(options), positions: options.positions)
  }

  private func text(similarity: Similarity, positions: Bool = true) -> String {
    type(
      "text", ("analyzer", JSONText.string("haskap")),
      ("similarity", JSONText.string(name(similarity))),
      ("index_options", JSONText.string(positions ? "positions" : "freqs")))
  }

  private func type(_ name: String, _ others: (String, String)...) -> String {
    JSONText.object([("type", JSONText.string(name))] + others.map { ($0.0, Optional($0.1)) })
  }
}
