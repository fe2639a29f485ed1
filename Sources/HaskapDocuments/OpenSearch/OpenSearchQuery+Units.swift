internal import CLibrary
internal import Haskap

/// Runs of characters, wherever words are cut: found by their pairs, and ranked as a ladder (`TextUnit`).
///
/// In one field a document scores a constant for its rung, and within the rung what BM25 makes of its
/// occurrences, counted in eighths. Haskap weighs by its own estimate of the unit's documents, so
/// the cluster's weight, the sum over the terms, is divided out.
extension OpenSearchQuery {
  func unit(_ unit: TextUnit, _ boost: Double) throws -> String {
    let query = try runs(unit, boost)
    let others = try partsOfNumbers(unit)
    guard query != Self.nothing, !others.isEmpty else { return query }
    differences.insert(.namedDocuments)
    let excluded = Self.clause("terms", [(OpenSearchPath.number, JSONText.array(others))])
    return Self.clause(
      "bool", [("must", JSONText.array([query])), ("must_not", JSONText.array([excluded]))])
  }

  /// The documents that have a number only as a part of a longer one, as 十人 of 二十人, which a cluster
  /// cannot tell.
  private func partsOfNumbers(_ unit: TextUnit) throws -> [String] {
    guard unit.variants.contains(where: \.isWholeNumber) else { return [] }
    let loose = TextUnit(
      fields: unit.fields,
      variants: unit.variants.map {
        UnitVariant(
          utf8: $0.utf8, cuts: $0.cuts, tier: $0.tier, beginsWord: $0.beginsWord,
          endsWord: $0.endsWord)
      })
    return try searcher.search(
      .all([.filter(.unit(loose)), .not(.unit(unit))]), limit: Self.mostTerms
    ).hits.map { "\(searcher.number(of: Int($0.document), inSegment: $0.segment))" }
  }

  /// What a cluster takes in one clause unless told otherwise.
  private static let mostTerms = 65_536

  private func runs(_ unit: TextUnit, _ boost: Double) throws -> String {
    let weighted = unit.fields.filter {
      $0.weight > 0 && schema[$0.name]?.textOptions?.grams == true
    }
    for field in weighted { fields.insert(field.name) }
    guard !weighted.isEmpty, let weight = try searcher.weight(of: unit) else { return Self.nothing }
    if weighted.count > 1 { differences.insert(.severalFields) }
    let spans = unit.variants.filter { !$0.utf8.isEmpty }.flatMap { variant in
      weighted.map { UnitSpans(variant, in: $0.name) }
    }
    guard boost > 0 else { return Self.anyOf(spans.map(Self.finding)) }
    if ranking == .occurrences { return try byOccurrences(spans, boost * weight) }
    let tiers = Dictionary(grouping: spans) { $0.variant.tier }.sorted { $0.key < $1.key }
    if tiers.count > 1 { differences.insert(.severalSpellings) }
    let rungs = 4 * ((tiers.last?.key ?? 0) + 1)
    let ladder = Ladder(band: boost * weight / Double(rungs), rungs: rungs)
    return Self.best(
      try tiers.map { tier, spans in
        let isClose = ranking == .rungs || ranking == .typedRungs && tier == 0
        return weighted.count == 1 && isClose
          ? try byRungs(spans, ladder, tier) : try byWords(spans, ladder, tier)
      })
  }

  private struct Ladder {
    /// What lies between two rungs.
    var band: Double
    var rungs: Int

    func base(tier: Int, rung: Int) -> Double { band * Double(rungs - 1 - 4 * tier - rung) }
  }

  /// One field: the best rung of a tier, and what is within the rung.
  private func byRungs(_ spans: [UnitSpans], _ ladder: Ladder, _ tier: Int) throws -> String {
    let bases = spans.flatMap { spans -> [String] in
      let rungs: [(Int, [Span])] = [
        (0, [spans.aligned]), (1, spans.extended), (2, [spans.inside].compactMap(\.self)),
      ]
      return rungs.filter { !$0.1.isEmpty }.map { rung, spans in
        Self.constant(Span.any(spans).json, ladder.base(tier: tier, rung: rung))
      } + [Self.constant(Self.finding(spans), ladder.base(tier: tier, rung: 3))]
    }
    return Self.sum(
      [Self.best(bases), try weighted(spans.flatMap(\.eighths), ladder.band)])
  }

  /// Whether it is made of whole words, and the best field within the rung.
  private func byWords(_ spans: [UnitSpans], _ ladder: Ladder, _ tier: Int) throws -> String {
    let bases = [
      Self.constant(Self.anyOf(spans.map(\.aligned.json)), ladder.base(tier: tier, rung: 0)),
      Self.constant(Self.anyOf(spans.map(Self.finding)), ladder.base(tier: tier, rung: 3)),
    ]
    return Self.sum([Self.best(bases), try byOccurrences(spans, ladder.band)])
  }

  /// The field and the spelling of the most occurrences, wherever words are cut.
  private func byOccurrences(_ spans: [UnitSpans], _ weight: Double) throws -> String {
    Self.best(try spans.map { try weightedPhrase($0, weight) })
  }

  /// Spans whose score is `weight × f / (f + k1 × …)`, whatever the cluster weighs their terms by.
  private func weighted(_ spans: [Span], _ weight: Double) throws -> String {
    // In one order, so that a query is always written alike.
    let sum = try Span.any(spans).terms.map(rarity).sorted().reduce(0, +)
    return sum > 0 ? Span.any(spans, boost: weight / sum).json : Self.nothing
  }

  /// The same by the pairs of characters alone.
  private func weightedPhrase(_ spans: UnitSpans, _ weight: Double) throws -> String {
    guard !spans.variant.isSelective, spans.length > 1 else {
      return try weighted([spans.everywhere], weight)
    }
    let sum = try spans.grams.map { try gramRarity($0, spans.field) }.reduce(0, +)
    return sum > 0 ? Self.pairs(spans, boost: weight / sum) : Self.nothing
  }

  /// The inverse document frequency of a term as the cluster computes it; 0 where nothing has it.
  private func rarity(of term: Span.Term) throws -> Double {
    let grams = OpenSearchPath.grams("")
    if term.path.hasPrefix(grams) {
      let field = String(term.path.dropFirst(grams.count))
      return try gramRarity(term.token, field)
    }
    let field = String(term.path.dropFirst(OpenSearchPath.characters("").count))
    let found = Double(statistics.documentFrequency(of: term.token, in: field))
    let count = Double(searcher.documentCount(withGramsOf: field))
    return found == 0 ? 0 : log1p((count - found + 0.5) / (found + 0.5))
  }

  private func gramRarity(_ token: String, _ field: String) throws -> Double {
    let gram = Array(OpenSearchToken.term(of: token).utf8)
    return try searcher.rarity(ofGram: gram, in: field) ?? 0
  }

  /// The documents that a variant is in.
  private static func finding(_ spans: UnitSpans) -> String {
    if spans.variant.isSelective || spans.length == 1 { return spans.everywhere.json }
    return pairs(spans)
  }

  private static func pairs(_ spans: UnitSpans, boost: Double = 1) -> String {
    let isOne = spans.grams.count == 1
    let text = JSONText.string(spans.grams.joined(separator: " "))
    let members = JSONText.object([(isOne ? "value" : "query", text), member(boost: boost)])
    return clause(
      isOne ? "term" : "match_phrase", [(OpenSearchPath.grams(spans.field), members)])
  }

  private static func anyOf(_ queries: [String]) -> String {
    queries.count == 1 ? queries[0] : clause("bool", [("should", JSONText.array(queries))])
  }

  private static func sum(_ queries: [String]) -> String { anyOf(queries.filter { $0 != nothing }) }
}
