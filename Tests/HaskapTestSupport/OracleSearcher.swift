internal import Glibc
public import Haskap

/// A document as plain arrays: field → values → tokens.
public typealias OracleDocument = [String: [[String]]]

/// The slow searcher that every fast one must equal: it looks at every document for every query
/// and scores by the textbook formula, in single precision and rounded to multiples of 1/2¹⁹ as
/// the engine promises.
public struct OracleSearcher {
  public let documents: [OracleDocument]
  public let isLive: [Bool]
  public let ranking: BM25
  /// How many documents each segment has, by which sets of documents number theirs.
  public let sizes: [Int]
  private static let steps = 524288.0
  /// By field: the tokens of every document by position, nil in the gap between two values.
  private var positions: [String: [[[UInt8]?]]] = [:]
  /// By field: in how many documents a token stands.
  private var documentFrequencies: [String: [[UInt8]: Int]] = [:]

  /// By field: the different tokens of every document.
  private var vocabularies: [String: [Set<String>]] = [:]
  private let known = KnownDistances()

  public init(
    _ documents: [OracleDocument], isLive: [Bool], ranking: BM25 = BM25(), sizes: [Int] = []
  ) {
    self.sizes = sizes
    self.documents = documents
    self.isLive = isLive
    self.ranking = ranking
    for field in Set(documents.flatMap(\.keys)) {
      let all = documents.map { Self.positions($0[field, default: []]) }
      positions[field] = all
      vocabularies[field] = documents.map { Set($0[field, default: []].joined()) }
      for token in all.flatMap({ Set($0.compactMap(\.self)) }) {
        documentFrequencies[field, default: [:]][token, default: 0] += 1
      }
    }
  }

  private static func positions(_ values: [[String]]) -> [[UInt8]?] {
    let values = values.filter { !$0.isEmpty }.map { $0.map { Optional(Array($0.utf8)) } }
    return Array(values.joined(separator: [nil]))
  }

  /// All live matches as (document, score), best first.
  public func search(_ query: Query) -> [(document: Int, score: Double)] {
    var found: [(document: Int, score: Double)] = []
    for document in documents.indices where isLive[document] {
      if let steps = score(query, document, boost: 1) {
        found.append((document, Double(steps) / Self.steps))
      }
    }
    return found.sorted { ($1.score, $0.document) < ($0.score, $1.document) }
  }

  /// The score in steps; nil when the document does not match.
  private func score(_ query: Query, _ document: Int, boost: Double) -> Int? {
    switch query {
    case .none: return nil
    case .everything: return rounded(boost)
    case .term(let field, let term):
      return phrase(field, [term], frequency(field, [term], document), document, boost)
    case .phrase(let field, let terms):
      return phrase(field, terms, frequency(field, terms, document), document, boost)
    case .near(let field, let terms, let slop, let isOrdered):
      let count = OracleNear(terms: terms, slop: slop, isOrdered: isOrdered)
        .count(in: positions[field]?[document] ?? [])
      return phrase(field, terms, count, document, boost)
    case .prefix(let field, let prefix):
      return nearest(field, document, boost) { Array($0.utf8).starts(with: prefix) ? 0 : nil }
    case .wildcard(let field, let pattern, _):
      return nearest(field, document, boost) { token in
        known.distance(query, token) { OraclePatterns.fits(pattern, token) ? 0 : nil }
      }
    case .fuzzy(let field, let fuzzy, _):
      return nearest(field, document, boost) { token in
        known.distance(query, token) { OraclePatterns.distance(fuzzy, token) }
      }
    case .range(let field, let range, _):
      return nearest(field, document, boost) {
        OraclePatterns.holds(range, Array($0.utf8)) ? 0 : nil
      }
    case .fields(let fields, let term): return self.fields(fields, term, document, boost)
    case .all(let queries):
      let scores = queries.map { score($0, document, boost: boost) }
      return scores.isEmpty || scores.contains(nil) ? nil : scores.compactMap(\.self).reduce(0, +)
    case .any(let queries, let minimum):
      let scores = queries.compactMap { score($0, document, boost: boost) }
      return scores.count >= max(1, minimum) ? scores.reduce(0, +) : nil
    case .best(let queries):
      return queries.compactMap { score($0, document, boost: boost) }.max()
    case .not(let query): return score(query, document, boost: 0) == nil ? 0 : nil
    case .filter(let query): return score(query, document, boost: 0).map { _ in 0 }
    case .boosted(let query, let factor): return score(query, document, boost: boost * factor)
    case .constantScore(let query, let constant):
      return score(query, document, boost: 0).map { _ in rounded(boost * constant) }
    case .documents(let sets): return isIn(sets, document) ? 0 : nil
    case .unit, .run: return nil
    }
  }

  private func isIn(_ sets: DocumentSets, _ document: Int) -> Bool {
    var place = document
    for (size, words) in zip(sizes, sets.words) {
      if place < size {
        return place / 64 < words.count && words[place / 64] >> UInt64(place % 64) & 1 == 1
      }
      place -= size
    }
    return false
  }

  /// The score of the token that is nearest to what is looked for.
  private func nearest(
    _ field: String, _ document: Int, _ boost: Double, _ distance: (String) -> Int?
  ) -> Int? {
    vocabularies[field]?[document].compactMap(distance).min().map {
      rounded(boost / Double(1 << $0))
    }
  }

  private func rounded(_ score: Double) -> Int { Int((score * Self.steps).rounded()) }

  /// How often the terms stand side by side.
  private func frequency(_ field: String, _ terms: [[UInt8]], _ document: Int) -> Int {
    guard let tokens = positions[field]?[document], tokens.count >= terms.count else { return 0 }
    return (0...tokens.count - terms.count).count { start in
      terms.indices.allSatisfy { tokens[start + $0] == terms[$0] }
    }
  }

  private func phrase(
    _ field: String, _ terms: [[UInt8]], _ frequency: Int, _ document: Int, _ boost: Double
  ) -> Int? {
    guard frequency > 0 else { return nil }
    let weight = terms.reduce(0) { $0 + boost * inverseDocumentFrequency(field, $1) }
    let length = length(field, document)
    let saturation =
      ranking.k1 * (1 - ranking.b + ranking.b * length / averageLength(field))
    let tf = Float(frequency) / (Float(frequency) + Float(saturation))
    return Int((Float(weight * Self.steps) * tf).rounded(.toNearestOrEven))
  }

  private func fields(
    _ fields: [WeightedField], _ term: [UInt8], _ document: Int, _ boost: Double
  ) -> Int? {
    var sum: Float = 0
    for field in fields {
      let length = length(field.name, document)
      let part = field.weight / (1 - field.b + field.b * length / averageLength(field.name))
      sum += Float(part) * Float(frequency(field.name, [term], document))
    }
    guard sum > 0 else { return nil }
    let frequencies = fields.map { documentFrequency($0.name, term) }
    let known = zip(fields, frequencies).filter { $0.1 > 0 }.map { documentCount($0.0.name) }
    let weight = boost * idf(frequencies.max() ?? 0, known.max() ?? 0)
    let tf = sum / (sum + Float(ranking.k1))
    return Int((Float(weight * Self.steps) * tf).rounded(.toNearestOrEven))
  }

  private func length(_ field: String, _ document: Int) -> Double {
    Double(quantized(positions[field]?[document].count ?? 0))
  }

  private func documentCount(_ field: String) -> Int {
    positions[field, default: []].count { !$0.isEmpty }
  }

  private func documentFrequency(_ field: String, _ term: [UInt8]) -> Int {
    documentFrequencies[field]?[term] ?? 0
  }

  private func averageLength(_ field: String) -> Double {
    let total = positions[field, default: []].reduce(0) { $0 + $1.count }
    return max(1, Double(total) / Double(documentCount(field)))
  }

  private func inverseDocumentFrequency(_ field: String, _ term: [UInt8]) -> Double {
    idf(documentFrequency(field, term), documentCount(field))
  }

  private func idf(_ frequency: Int, _ count: Int) -> Double {
    log1p((Double(count) - Double(frequency) + 0.5) / (Double(frequency) + 0.5))
  }

  /// A length as the index keeps it: what is above 24 keeps its four leading bits.
  private func quantized(_ length: Int) -> Int {
    guard length > 24 else { return length }
    var unit = 1
    while (length - 24) / unit >= 16 { unit *= 2 }
    return 24 + (length - 24) / unit * unit
  }
}
