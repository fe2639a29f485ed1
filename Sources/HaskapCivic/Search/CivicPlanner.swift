internal import Haskap
internal import HaskapDocuments
internal import HaskapQuery
internal import HaskapText

/// Makes the engine's queries for a request.
struct CivicPlanner {
  /// The words and phrases that are looked for, as typed; years that filter are none of them.
  let texts: [String]
  /// How the query was read where it could have meant something else.
  let notes: [String]
  /// The parts of the query that look for texts, each of which an answer must have.
  let wanted: [QueryNode]
  /// These, and those that bound the answers.
  let clauses: [QueryNode]
  private let node: QueryNode?
  /// The texts that stood between quotes.
  private let quotations: Set<String>
  /// What the query excludes and filters by; answers with only some of the words keep to it as well.
  private let conditions: [QueryNode]
  let filters: [CivicFilters.Filter]
  let types: [CivicType]
  /// How wide a snippet may be.
  private let snippetColumns: Int
  let interpreter: QueryInterpreter
  private let names: QueryInterpreter
  private let session: AnalyzerSession
  /// By text, what of it is worth looking for by itself.
  private let contents: [ContentWords]
  /// Whether the only part that looks for a text is a phrase of several words.
  private let isPhrase: Bool

  init(index: CivicIndex, request: CivicRequest) throws {
    let isBlank = request.query.isBlank
    let read =
      isBlank ? nil : try QueryParser.read(request.query, fields: CivicSchema.queryFields)
    let parsed = read?.node
    notes = (read?.notes.map(\.description) ?? []) + (parsed?.yearNotes ?? [])
    node = parsed?.takingYears
    (texts, conditions) = parsed?.textsAndConditions ?? ([], [])
    let session = try index.reader.schema.analyzer(named: CivicSchema.analyzer).makeSession()
    self.session = session
    let quotations = Set(parsed?.quotations ?? [])
    self.quotations = quotations
    contents = try texts.map {
      try quotations.contains($0)
        ? ContentWords.quotation : ContentWords($0, session: session)
    }
    clauses = parsed?.clauses ?? []
    wanted = clauses.filter(\.looksForText)
    if wanted.count == 1, case .word? = wanted.first {
      isPhrase = contents.contains(where: \.isPhrase)
    } else {
      isPhrase = false
    }
    types = request.types
    snippetColumns = request.snippetColumns
    filters = try CivicFilters(index: index, request: request).filters
    let schema = index.reader.schema
    let resolvers = CivicFilters.resolvers(index)
    interpreter = QueryInterpreter(
      schema, defaults: CivicSchema.textFields, resolvers: resolvers, reader: index.reader)
    names = QueryInterpreter(
      schema, defaults: [CivicSchema.textFields[0]], resolvers: resolvers, reader: index.reader)
  }

  /// What is shown of an answer's text: the words marked, and their pieces where no whole one is.
  ///
  /// - Parameter others: what an answer has in place of the words, to be marked as well, in no other
  ///   spelling.
  func snippets(marking others: [String] = []) -> CivicSnippets {
    let pieces = contents.flatMap(\.words).filter { $0.count > 1 && !texts.contains($0) }
    let others = others.filter { !texts.contains($0) && !pieces.contains($0) }
    return CivicSnippets(
      units: texts + pieces + others, quotations: quotations.union(others),
      interpreter: interpreter,
      highlighter: Highlighter(columns: snippetColumns))
  }

  /// All words must match.
  func exact() throws -> Query {
    try filtered(node.map { try interpreter.query($0) } ?? .everything)
  }

  /// All words must match as they are written.
  func exactSpelling() throws -> Query {
    try filtered(node.map { try interpreter.exactQuery($0) } ?? .everything)
  }

  /// Other words in place of those of the query; quoted ones stand for themselves.
  func meanings(_ thesaurus: Thesaurus) throws -> CivicMeanings {
    try CivicMeanings(
      of: zip(texts, contents).map { $1.isQuotation ? "" : $0 }, thesaurus: thesaurus,
      session: session)
  }

  /// Some words must match: whole ones count most, then their pieces. Names that are spelt nearly
  /// like what matches nothing count as well, and so do words of the same meaning.
  ///
  /// - Parameter meanings: nil for the words themselves alone.
  func some(_ searcher: Searcher, meanings: CivicMeanings?, isFound: Bool) throws -> Query {
    let years = contents.flatMap(\.years).map { QueryNode.field(CivicSchema.year, .word($0)) }
    let bounds = try (conditions + years).map { try interpreter.query($0) }
    let parts = try texts.indices.flatMap { number in
      let literal =
        canLoosen(isFound: isFound)
        ? try loosened(number, searcher) : []
      return try literal + (meanings?.queries(ofText: number, searcher) ?? [])
    }
    return try filtered(.all([.any(parts)] + bounds))
  }

  private func loosened(_ number: Int, _ searcher: Searcher) throws -> [Query] {
    let (text, content) = (texts[number], contents[number])
    let whole = try interpreter.query(unit: text)
    let isFound = try searcher.count(whole) > 0
    let alike = isFound ? [] : [CivicSchema.name, CivicSchema.organizations]
    return [
      .boosted(whole, by: 2),
      try any(content.words, interpreter),
      .boosted(try any(content.words, names), by: 0.5),
      .boosted(try any(content.pairs, interpreter), by: 0.5),
    ] + (try alike.map { try interpreter.similar(to: text, in: $0, share: 0.5) })
  }

  /// Words of hiragana alone mostly belong to the grammar, and count little; one of a single kanji (町)
  /// stands inside many others.
  private func any(_ words: [String], _ interpreter: QueryInterpreter) throws -> Query {
    .any(
      try words.map { word in
        let weight = ContentWords.isHiragana(word) ? 0.3 : word.count == 1 ? 0.5 : 1
        return .boosted(try interpreter.query(unit: word), by: weight)
      })
  }

  /// Whether to look for some of the words: a single one that is found is what was asked for, unless
  /// it is a phrase of several.
  func canLoosen(isFound: Bool) -> Bool {
    isFound ? wanted.count > 1 || isPhrase : !texts.isEmpty
  }

  /// By part of `wanted`, the places of its texts among `texts`.
  var textsOfParts: [Range<Int>] {
    var end = 0
    return wanted.map { part in
      let start = end
      end += part.textsAndConditions.texts.count
      return start..<end
    }
  }

  /// Each part that looks for texts by itself.
  func preparedParts(_ searcher: Searcher) throws -> [PreparedQuery] {
    try wanted.map { try searcher.prepare(.filter(interpreter.query($0.takingYears))) }
  }

  /// An activity is an answer of its own only when its own label matches, or when it was asked
  /// for; else it would repeat its project.
  private func filtered(_ query: Query) throws -> Query {
    try filtered(query, labels: texts, by: filters.map(\.query), types)
  }

  /// - Parameter labels: the words of which an activity's label must have one.
  func filtered(
    _ query: Query, labels: [String], by filters: [Query], _ types: [CivicType]
  ) throws -> Query {
    guard types.isEmpty else {
      let wanted = Query.any(types.map { Self.type($0) })
      return .all([query, .filter(wanted)] + filters)
    }
    let labels = Query.any(try labels.map { try names.query(unit: $0) })
    let activity = Query.filter(Self.type(.activity))
    let others = Query.all([query, .not(activity)])
    // A project comes before its own activities.
    let activities = Query.boosted(.all([query, activity, .filter(labels)]), by: 0.75)
    return .all([.any([others, activities])] + filters)
  }

  private static func type(_ type: CivicType) -> Query {
    .term(field: CivicSchema.type, Array(type.rawValue.utf8))
  }
}
