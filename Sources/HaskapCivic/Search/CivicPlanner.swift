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
  /// As it is typed, with the times that its words mean.
  private let node: QueryNode?
  /// The texts that patterns leave between their open places.
  private let openTexts: Set<String>
  /// The texts that stood between quotes.
  private let quotations: Set<String>
  /// What the query excludes and filters by; answers with only some of the words keep to it as well.
  let conditions: [QueryNode]
  let filters: [CivicFilters.Filter]
  let types: [CivicType]
  /// Whether queries are told in words throughout.
  private let explains: Bool
  /// How wide a snippet may be.
  private let snippetColumns: Int
  let interpreter: QueryInterpreter
  let reader: IndexReader
  let searcher: Searcher
  let session: AnalyzerSession
  let known = KnownDocuments()
  let knownTexts: KnownTexts
  /// What is called as the whole query, whatever its signs mean; nil where nothing is.
  let title: Query?
  /// By text, what of it is worth looking for by itself.
  let contents: [ContentWords]
  /// Whether the only part that looks for a text is a phrase of several words.
  let isPhrase: Bool

  init(index: CivicIndex, request: CivicRequest) throws {
    let isBlank = request.query.isBlank
    let read =
      isBlank
      ? nil
      : try QueryParser.read(Self.spaced(request.query.unwrapped), fields: CivicSchema.queryFields)
    var values = QueryValues { try CivicFilters.reading($1, of: $0, index) }
    let parsed = try read.map { try values.read($0.node) }
    node = parsed?.takingTimes
    (texts, conditions) = parsed?.textsAndConditions ?? ([], [])
    let session = try index.reader.schema.analyzer(named: CivicSchema.analyzer).makeSession()
    self.session = session
    openTexts = Set(parsed?.pieces ?? [])
    let quotations = Set(parsed?.quotations ?? [])
    self.quotations = quotations
    let knownTexts = try index.knownTexts(with: request.thesaurus)
    self.knownTexts = knownTexts
    contents = try texts.map { text in
      try quotations.contains(text)
        ? ContentWords.quotation
        : knownTexts.contents.value(of: text) { try ContentWords(text, session: session) }
    }
    clauses = parsed?.clauses ?? []
    wanted = clauses.filter(\.looksForText)
    if wanted.count == 1, case .word? = wanted.first {
      isPhrase = contents.contains(where: \.isPhrase)
    } else {
      isPhrase = false
    }
    types = request.types
    (reader, searcher) = (index.reader, index.searcher)
    title = try Self.title(of: request.query.unwrapped, searcher)
    (explains, snippetColumns) = (request.explains, request.snippetColumns)
    filters = try CivicFilters(index: index, request: request).filters
    notes =
      ((read?.notes ?? []) + values.notes).map(\.description) + (parsed?.timeNotes ?? [])
      + filters.compactMap(\.note)
    interpreter = QueryInterpreter(
      index.reader.schema, defaults: CivicSchema.textFields, derived: CivicSchema.derivedFields,
      resolvers: CivicFilters.resolvers(index), reader: index.reader)
  }

  /// With one space where several stand: the texts of records have no others.
  private static func spaced(_ query: String) -> String {
    query.contains("  ") ? query.withSingleSpaces : query
  }

  /// A legal form may be written in short, as haskap itself writes it in full: (特非), ㈱.
  private static func title(of query: String, _ searcher: Searcher) throws -> Query? {
    let name = OrganizationName(query)
    let names = name.form == nil || name.office != nil ? [query] : [query, name.fullName]
    let titles = names.compactMap(CivicSchema.title).uniqued.map {
      Query.term(field: CivicSchema.title, Array($0.utf8))
    }
    return try searcher.hasMatch(.any(titles)) ? .any(titles) : nil
  }

  /// What is shown of an answer's text: the words marked, and their pieces where no whole one is.
  ///
  /// - Parameter others: what an answer has in place of the words, to be marked as well, in no other
  ///   spelling.
  func snippets(marking others: [String] = []) throws -> CivicSnippets {
    // Single letters of a pattern, as of 町*会, stand everywhere.
    let texts = texts.filter { !openTexts.contains($0) || $0.isMarkedAlone }
    let pieces = contents.flatMap(\.words).filter { $0.isMarkedAlone && !texts.contains($0) }
    let others = others.filter { !texts.contains($0) && !pieces.contains($0) }
    return try CivicSnippets(
      units: texts + pieces + others, quotations: quotations.union(others),
      interpreter: interpreter,
      highlighter: Highlighter(columns: snippetColumns))
  }

  /// What answers are that have all words, though not as typed.
  func otherMatches(of page: [Hit]) throws -> [CivicMatch] {
    guard let node, node.isFuzzy else { return page.map { _ in .spelling } }
    let spelled = try interpreter.query(node.withoutEdits.takingAliases)
    return try searcher.prepare(.filter(spelled)).matches(page).map { $0 ? .spelling : .fuzzy }
  }

  /// All words must match, or the query be the whole name; what is called so comes first.
  func exact() throws -> Query {
    guard let query = try node.map({ try interpreter.query($0.takingAliases) }) else {
      return .everything
    }
    guard let title else { return query }
    return .any([query, title, .all([query, title])])
  }

  /// All words must match as they are written.
  func exactSpelling() throws -> Query {
    try node.map { try interpreter.exactQuery($0.takingAliasesWithoutText) } ?? .everything
  }

  /// Whether the dictionaries tell of the words as they are typed and of other spellings as well.
  func hasOtherSpellings() throws -> Bool {
    guard let node, !clauses.isEmpty else { return false }
    let typed = try searcher.prepare(
      .filter(interpreter.exactQuery(node.takingAliasesWithoutText))
    ).mostMatches
    guard typed > 0 else { return false }
    let spelled = try searcher.prepare(.filter(interpreter.query(node.takingAliases)))
    return typed < spelled.mostMatches
  }

  /// Other words in place of those of the query; quoted ones stand for themselves.
  func meanings(_ thesaurus: Thesaurus) throws -> CivicMeanings {
    try CivicMeanings(
      of: zip(texts, contents).map { $1.isQuotation ? "" : $0 }, thesaurus: thesaurus,
      session: session, searcher: searcher, known: knownTexts
    ) { word, text in
      let words = contents[text].words
      return ContentWords.isGeneral(word) && !words.allSatisfy(ContentWords.isGeneral)
    }
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
  func preparedParts() throws -> [PreparedQuery] {
    try wanted.map { try searcher.prepare(.filter(interpreter.query($0.takingTimes))) }
  }

  /// What has a word of the query, or of a longer text in it.
  func having(_ word: String) throws -> PreparedQuery {
    try searcher.prepare(.filter(piece(word, upTo: UnitVariant.lastTier)))
  }

  /// What answers must match beside the words.
  func bounds() throws -> [Query] {
    let wanted = types.isEmpty ? [] : [Query.filter(.any(types.map(Self.type)))]
    return try conditions.map { try interpreter.query($0) } + filters.map(\.query) + wanted
  }

  /// An activity is an answer of its own only when its own label matches, or when it was asked
  /// for; else it would repeat its project.
  func filtered(_ query: Query) throws -> Query {
    try filtered(query, labels: texts, by: filters, conditions, types)
  }

  /// - Parameters:
  ///   - labels: the words of which an activity's label must have one.
  ///   - conditions: those of the query.
  func filtered(
    _ query: Query, labels: [String], by filters: [CivicFilters.Filter],
    _ conditions: [QueryNode], _ types: [CivicType]
  ) throws -> Query {
    let mayBeOrganizations = types.isEmpty || types.contains(.organization)
    let query =
      try mayBeOrganizations
      ? withDoers(query, labels: labels, within: deeds(filters, conditions)) : query
    let filters = filters.map(\.query)
    if types.isEmpty, conditions.contains(where: \.namesType) { return .all([query] + filters) }
    guard types.isEmpty else {
      let wanted = Query.any(types.map(Self.type))
      return .all([query, .filter(wanted)] + filters)
    }
    let labels = Query.any(
      try labels.map { try interpreter.query(unit: $0, in: CivicSchema.nameFields) })
    let activity = Query.filter(Self.type(.activity))
    let others = Query.all([query, .not(activity)])
    var own = [activity, .filter(labels)]
    if !explains {
      // Most words are no activity's label, and of those that are the activities are found once.
      let labelled = try documents(own)
      if labelled.isEmpty { return .all([others] + filters) }
      own = [.documents(labelled)]
    }
    // A project comes before its own activities.
    let activities = Query.boosted(.all([query] + own), by: 0.75)
    return .all([.any([others, activities])] + filters)
  }

  static func type(_ type: CivicType) -> Query {
    .term(field: CivicSchema.type, Array(type.rawValue.utf8))
  }
}

extension QueryNode {
  /// `type:activity` asks for activities as a filter does.
  fileprivate var namesType: Bool {
    if case .field(CivicSchema.type, _) = self { return true }
    return false
  }
}
