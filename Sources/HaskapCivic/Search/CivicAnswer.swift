public import Haskap
public import HaskapDocuments
internal import HaskapText

/// What a search found.
public struct CivicAnswer: Sendable {
  public var query: String
  /// All that match all words, not only those shown.
  public var total: Int
  /// How many of these have all words as they were typed; the others have one in another spelling.
  public var exactTotal = 0
  /// How many more match some of the words; 0 where they were neither shown, because others are
  /// enough, nor counted.
  public var partialTotal = 0
  /// How many more have none of the words, but others of the same or a near meaning.
  public var meaningTotal = 0
  public var offset: Int
  /// Those that match all words come first.
  public var hits: [CivicHit] = []
  /// Of all that match all words; where nothing does, of those that match some.
  public var facets = CivicFacets()
  /// Why nothing has all words; nil where something has.
  public var shortfall: Shortfall?
  /// How the query was read where it could have meant something else.
  public var notes: [String] = []
  /// Names and words that are spelled nearly like what nothing has.
  public var suggestions: [String] = []

  init(query: String, total: Int, offset: Int) {
    (self.query, self.total, self.offset) = (query, total, offset)
  }

  /// Whether nothing matches all words, and the hits are the best that match some.
  public var isPartial: Bool { total == 0 && partialTotal + meaningTotal > 0 }
}

/// One answer.
public struct CivicHit: Sendable {
  /// From 1, pages before included.
  public var rank: Int
  public var score: Double
  public var entry: CivicEntry
  public var match = CivicMatch.exact
  /// The words that it lacks, as typed; empty when it matches all.
  public var missing: [String] = []
  /// What it has in place of these, the nearest first.
  public var meanings: [CivicMeaning] = []
  /// What besides counts in its score in place of a word, whether it has this as well or not.
  public var countedMeanings: [CivicMeaning] = []
  /// The telling words that it shares with a record it is like.
  public var shared: [String] = []
  public var snippet: Snippet?
  /// How the score came about.
  public var explanation: Explanation?
}

/// How an answer has the words of a query: as typed, one of them in another spelling, or (of `word~`) a
/// word like it, not all, or only others of the same or a near meaning; or that it is like a record.
public enum CivicMatch: String, Sendable, Encodable {
  case exact, spelling, fuzzy, partial, meaning, similar
}

/// How many of all matches each value has; the most frequent first, years in their order.
public struct CivicFacets: Sendable, Codable, Equatable {
  public struct Count: Sendable, Codable, Equatable {
    public var value: String
    public var count: Int
    /// How many of these have a word in another spelling, only some of the words, and only others of
    /// the same or a near meaning; nil where none does.
    public var spelling: Int?
    public var partial: Int?
    public var meaning: Int?

    public init(value: String, count: Int) {
      self.value = value
      self.count = count
    }
  }

  public var year: [Count] = []
  public var form: [Count] = []
  public var type: [Count] = []
  public var department: [Count] = []

  /// Tells apart how the answers have the words.
  ///
  /// - Parameters:
  ///   - kind: of those that have them in a worse way.
  ///   - better: the same facets of all others.
  ///   - betterKind: of these; nil where it is not told.
  mutating func note(
    _ kind: WritableKeyPath<Count, Int?>, besides better: CivicFacets,
    _ betterKind: WritableKeyPath<Count, Int?>? = nil
  ) {
    let facets: [WritableKeyPath<Self, [Count]>] = [\.year, \.form, \.type, \.department]
    for facet in facets {
      let counts = better[keyPath: facet].map { ($0.value, $0.count) }
      let known = Dictionary(counts, uniquingKeysWith: { first, _ in first })
      for place in self[keyPath: facet].indices {
        let count = self[keyPath: facet][place]
        let found = known[count.value, default: 0]
        let rest = count.count - found
        if found > 0, let betterKind { self[keyPath: facet][place][keyPath: betterKind] = found }
        if rest > 0 { self[keyPath: facet][place][keyPath: kind] = rest }
      }
    }
  }
}

extension CivicAnswer: Encodable {
  private enum Key: String, CodingKey {
    case query, total, exactTotal, spellingTotal, partialTotal, meaningTotal, offset, partial
    case notes, suggestions, hits, facets
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(query, forKey: .query)
    try values.encode(total, forKey: .total)
    try values.encode(exactTotal, forKey: .exactTotal)
    try values.encode(total - exactTotal, forKey: .spellingTotal)
    if partialTotal > 0 { try values.encode(partialTotal, forKey: .partialTotal) }
    if meaningTotal > 0 { try values.encode(meaningTotal, forKey: .meaningTotal) }
    try values.encode(offset, forKey: .offset)
    try values.encode(isPartial, forKey: .partial)
    try shortfall?.encode(to: encoder)
    if !notes.isEmpty { try values.encode(notes, forKey: .notes) }
    if !suggestions.isEmpty { try values.encode(suggestions, forKey: .suggestions) }
    try values.encode(hits, forKey: .hits)
    try values.encode(facets, forKey: .facets)
  }
}

extension CivicHit: Encodable {
  private enum Key: String, CodingKey {
    case rank, match, score, type, id, name, document, file, sheet, page, line, section, form
    case number, subItem, policy, pledge, measure, fiscalYear, fiscalYears, wareki, departments
    case organizations, spellings, activities, date, participants, approximate, missing, meanings
    case shared, snippet, explanation, countedMeanings
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(rank, forKey: .rank)
    try values.encode(match, forKey: .match)
    try values.encode(score, forKey: .score)
    try values.encode(entry.type, forKey: .type)
    try values.encode(entry.id, forKey: .id)
    try values.encode(entry.record?.name ?? entry.name, forKey: .name)
    if let record = entry.record { try encode(record, into: &values) }
    if let organization = entry.organization {
      try values.encode(organization.years, forKey: .fiscalYears)
      try values.encode(organization.spellings, forKey: .spellings)
      try values.encode(organization.activities, forKey: .activities)
    }
    try values.encode(entry.departments, forKey: .departments)
    if !missing.isEmpty { try values.encode(missing, forKey: .missing) }
    if !meanings.isEmpty { try values.encode(meanings, forKey: .meanings) }
    if !shared.isEmpty { try values.encode(shared, forKey: .shared) }
    if let snippet {
      try values.encode(MarkedText(text: snippet.text, marks: snippet.marks), forKey: .snippet)
    }
    try values.encodeIfPresent(explanation, forKey: .explanation)
    if !countedMeanings.isEmpty { try values.encode(countedMeanings, forKey: .countedMeanings) }
  }

  private func encode(
    _ record: Record, into values: inout KeyedEncodingContainer<Key>
  ) throws {
    try values.encode(record.document, forKey: .document)
    try values.encodeIfPresent(record.file, forKey: .file)
    try values.encodeIfPresent(record.sheet, forKey: .sheet)
    try values.encodeIfPresent(record.page, forKey: .page)
    try values.encode(record.line, forKey: .line)
    try values.encodeIfPresent(record.section, forKey: .section)
    try values.encodeIfPresent(record.formLabel, forKey: .form)
    try values.encodeIfPresent(record.number, forKey: .number)
    try values.encodeIfPresent(record.subItem, forKey: .subItem)
    try values.encodeIfPresent(record.policy, forKey: .policy)
    try values.encodeIfPresent(record.pledge, forKey: .pledge)
    try values.encodeIfPresent(record.measure, forKey: .measure)
    try values.encodeIfPresent(record.fiscalYear, forKey: .fiscalYear)
    let wareki = record.fiscalYear.map { YearSpan.fiscal($0).description }
    try values.encodeIfPresent(wareki, forKey: .wareki)
    try values.encode(record.organizations.map(\.name), forKey: .organizations)
    if entry.type == .activity, let occurrence = record.occurrences.first {
      try values.encodeIfPresent(occurrence.start?.description, forKey: .date)
      try values.encodeIfPresent(occurrence.participants, forKey: .participants)
      try values.encodeIfPresent(occurrence.approximate, forKey: .approximate)
    } else {
      try values.encodeIfPresent(record.participants, forKey: .participants)
      if record.areParticipantsApproximate { try values.encode(true, forKey: .approximate) }
    }
  }
}

/// A snippet in JSON; the marks are ranges of Unicode scalars of the text.
private struct MarkedText: Encodable {
  var text: String
  var marks: [[Int]]
}
