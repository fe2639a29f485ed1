internal import Haskap
internal import HaskapQuery

/// Makes the engine's queries for a query over documents of any schema.
struct DocumentPlanner {
  /// The words and phrases that are looked for in texts, as typed.
  let texts: [String]
  /// Whether it asks for something that may be spelled otherwise, in a text or as a keyword.
  let hasSpellings: Bool
  /// Those of them that stood between quotes, and are marked as they are written alone.
  let quotations: Set<String>
  /// How the query was read where it could have meant something else.
  let notes: [QueryNote]
  let interpreter: QueryInterpreter
  private let node: QueryNode?
  private let schema: Schema
  private let reader: IndexReader
  private let filter: Query?

  /// - Parameters:
  ///   - query: empty for every document.
  ///   - filter: what they must match besides, likewise.
  ///   - resolvers: how the values of columns are read; as the documents that have them unless given.
  init(
    _ query: String, filter: String = "", reader: IndexReader,
    resolvers: [String: QueryInterpreter.Resolver]? = nil
  ) throws {
    let schema = reader.schema
    let parsed = try Self.read(query, schema)
    let column = ColumnValue(reader: reader)
    var values = QueryValues { column.reading($1, of: $0) }
    let node = try parsed.map { try values.read($0.node) }
    texts = node.map { schema.texts(of: $0, in: nil) } ?? []
    hasSpellings = node?.isSpelled(in: schema) ?? false
    quotations = Set(node?.quotations ?? [])
    let interpreter = QueryInterpreter(
      schema, resolvers: resolvers ?? column.resolvers, reader: reader)
    let condition = try Self.read(filter, schema)
    self.filter = try condition.map { .filter(try interpreter.query($0.node)) }
    notes = (parsed?.notes ?? []) + values.notes + (condition?.notes ?? [])
    (self.schema, self.node, self.reader, self.interpreter) = (schema, node, reader, interpreter)
  }

  private static func read(
    _ query: String, _ schema: Schema
  ) throws -> (node: QueryNode, notes: [QueryNote])? {
    if query.allSatisfy(\.isWhitespace) { return nil }
    let names = schema.fields.filter { $0.kind != .stored }.map(\.name)
    let read = try QueryParser.read(query.unwrapped, fields: QueryFields(names))
    return (read.node, read.notes)
  }

  /// All words must match.
  func exact() throws -> Query { filtered(try node.map { try interpreter.query($0) }) }

  /// All words must match as they are written.
  func exactSpelling() throws -> Query {
    filtered(try node.map { try interpreter.exactQuery($0) })
  }

  /// What answers are that have all words, though not as typed.
  func otherMatches(of hits: [Hit], _ searcher: Searcher) throws -> [DocumentMatch] {
    guard let node, node.isFuzzy else { return hits.map { _ in .spelling } }
    let spelled = try interpreter.query(node.withoutEdits)
    return try searcher.prepare(.filter(spelled)).matches(hits).map { $0 ? .spelling : .fuzzy }
  }

  private func filtered(_ query: Query?) -> Query {
    guard let filter else { return query ?? .everything }
    return query.map { .all([$0, filter]) } ?? filter
  }

  /// What has some of the words; nil where there is one quotation alone. What is quoted stands for the
  /// whole; among other words, its own words raise what has one of these.
  func someWords() throws -> SentenceSearch? {
    let quoted = texts.filter(quotations.contains)
    let others = texts.filter { !quotations.contains($0) }
    guard !others.isEmpty || quoted.count > 1 else { return nil }
    return try SentenceSearch(
      others.isEmpty ? "" : texts.joined(separator: " "), needed: others,
      quotations: try quoted.map { try interpreter.exactQuery(.phrase($0)) }, in: reader,
      conditions: try conditions)
  }

  /// Why nothing has all words, which is known.
  func shortfall(_ searcher: Searcher) throws -> Shortfall {
    let parts = clauses.map { part in
      Shortfall.Part(part.description, isFilter: schema.texts(of: part, in: nil).isEmpty)
    }
    let queries = try clauses.map { try interpreter.query($0) }
    return try Shortfall(parts) { some in
      some.count == parts.count ? 0 : try searcher.count(filtered(.all(some.map { queries[$0] })))
    }
  }

  /// Each part of the query that looks for texts, in whatever spelling.
  func parts(_ searcher: Searcher) throws -> [(name: String, query: PreparedQuery)] {
    try clauses.filter { !schema.texts(of: $0, in: nil).isEmpty }.map {
      ($0.description, try searcher.prepare(.filter(interpreter.query($0))))
    }
  }

  /// The words that were typed as such in parts which nothing has.
  func misspelled(in shortfall: Shortfall) -> [String] {
    let absent = Set(shortfall.words.filter { $0.count == 0 }.map(\.text))
    return clauses.filter { absent.contains($0.description) }.flatMap(\.words)
  }

  /// The filters by which what is in no text is the key or the value of a column: `price:84.03`.
  func filters(in shortfall: Shortfall, _ searcher: Searcher) throws -> [String] {
    let absent = Set(shortfall.words.filter { $0.count == 0 }.map(\.text))
    let column = ColumnValue(reader: reader)
    return try clauses.filter { absent.contains($0.description) }.flatMap { part -> [String] in
      guard let text = part.wholeText else { return [] }
      return try schema.fields.compactMap { field in
        guard field.kind.isNumeric || field.name == schema.key,
          case .value(let value) = column.reading(.word(text), of: field.name)
        else { return nil }
        let filter = QueryNode.field(field.name, text.contains(" ") ? .phrase(text) : value)
        let found = try searcher.count(.all([interpreter.query(filter)] + conditions))
        return found > 0 ? filter.description : nil
      }
    }
  }

  private var clauses: [QueryNode] {
    if case .all(let parts) = node { parts } else { [node].compactMap(\.self) }
  }

  /// What the query asks of columns, and what it excludes.
  var conditions: [Query] {
    get throws {
      try clauses.filter { schema.texts(of: $0, in: nil).isEmpty }
        .map { try interpreter.query($0) } + (filter.map { [$0] } ?? [])
    }
  }

  /// What snippets mark: the words, and where no whole one stands their pieces.
  var marked: [String] {
    get throws {
      let pieces = try texts.filter { !quotations.contains($0) }
        .flatMap { try interpreter.words(of: $0) }.filter(\.isMarkedAlone)
      return texts + pieces.filter { !texts.contains($0) }
    }
  }
}

extension QueryNode {
  /// A word or what stands between quotes; nil of anything else.
  fileprivate var wholeText: String? {
    switch self {
    case .word(let text), .phrase(let text): text
    default: nil
    }
  }

  /// Whether it looks for words or patterns, in texts or as keywords.
  fileprivate func isSpelled(in schema: Schema) -> Bool {
    switch self {
    case .word("*"), .range, .not: false
    case .field(let name, let node):
      schema[name]?.kind.isNumeric != true && node.isSpelled(in: schema)
    case .all(let nodes), .any(let nodes): nodes.contains { $0.isSpelled(in: schema) }
    default: true
    }
  }
}

extension Schema {
  /// What a query looks for in text fields; what it excludes is left out.
  fileprivate func texts(of node: QueryNode, in field: Field?) -> [String] {
    let isText = field.map { $0.textOptions != nil } ?? true
    switch node {
    case .word("*"), .range, .not: return []
    case .word, .phrase, .prefix, .wildcard, .fuzzy, .near: return isText ? node.positiveTexts : []
    case .field(let name, let node): return texts(of: node, in: self[name])
    case .all(let nodes), .any(let nodes): return nodes.flatMap { texts(of: $0, in: field) }
    }
  }
}

extension String {
  /// Whether a snippet marks this piece of a word where the whole does not stand: not a single letter,
  /// nor the 10 of 10月14日, which stands for anything.
  package var isMarkedAlone: Bool { count > 2 || count == 2 && !allSatisfy(\.isNumber) }
}
