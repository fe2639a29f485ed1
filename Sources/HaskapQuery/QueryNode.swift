/// The syntax tree of a query. Texts are as typed; nothing is normalized or cut into words here.
public indirect enum QueryNode: Equatable, Sendable {
  /// A bare word: one unit, whose pieces must stand together however it is cut.
  case word(String)
  /// `"…"`: the text between the quotes.
  case phrase(String)
  /// `word*`: anything that begins with the word.
  case prefix(String)
  /// `wo*d`, `w?rd`: `*` is any number of characters, `?` is one; full-width stars are `*` here.
  case wildcard(String)
  /// `word~`, `word~2`: words at this distance, 1 or 2, from this one.
  case fuzzy(String, distance: Int)
  /// `"…"~5`: the words of the text, with at most so many others between.
  case near(String, slop: Int)
  /// `name:[a TO b]`, `name:a..b`; stands behind a field's name alone.
  case range(QueryRange)
  /// `name:…`; the name is one of those that the parser was given, in its canonical spelling.
  case field(String, QueryNode)
  /// All must match. Never empty.
  case all([QueryNode])
  /// At least one must match. Never empty.
  case any([QueryNode])
  /// `-…`: must not match.
  case not(QueryNode)
}

extension QueryNode {
  /// The words, phrases and patterns that a match must or may contain, left to right;
  /// what is negated is left out, and what a pattern leaves open.
  public var positiveTexts: [String] {
    switch self {
    case .word(let text), .phrase(let text), .prefix(let text): [text]
    case .fuzzy(let text, _): [text]
    case .near(let text, _): text.split(whereSeparator: \.isWhitespace).map { String($0) }
    case .wildcard(let text): text.split { $0 == "*" || $0 == "?" }.map { String($0) }
    case .field(_, let node): node.positiveTexts
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.positiveTexts)
    case .range, .not: []
    }
  }
}

extension QueryNode {
  /// What was typed without a sign that leaves anything open.
  public var words: [String] {
    switch self {
    case .word(let text), .phrase(let text): [text]
    case .field(_, let node): node.words
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.words)
    case .prefix, .wildcard, .fuzzy, .near, .range, .not: []
    }
  }

  /// Whether other words match that differ from one of it by letters.
  public var isFuzzy: Bool {
    switch self {
    case .fuzzy: true
    case .field(_, let node): node.isFuzzy
    case .all(let nodes), .any(let nodes): nodes.contains(where: \.isFuzzy)
    case .word, .phrase, .prefix, .wildcard, .near, .range, .not: false
    }
  }

  /// With the words themselves in place of all that are like them: `word` for `word~`.
  public var withoutEdits: QueryNode {
    switch self {
    case .fuzzy(let text, _): .word(text)
    case .field(let name, let node): .field(name, node.withoutEdits)
    case .all(let nodes): .all(nodes.map(\.withoutEdits))
    case .any(let nodes): .any(nodes.map(\.withoutEdits))
    case .word, .phrase, .prefix, .wildcard, .near, .range, .not: self
    }
  }

  /// What patterns leave between the open places.
  public var pieces: [String] {
    switch self {
    case .wildcard: positiveTexts
    case .field(_, let node): node.pieces
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.pieces)
    case .word, .phrase, .prefix, .fuzzy, .near, .range, .not: []
    }
  }

  /// The texts between quotes, which stand for exactly themselves.
  public var quotations: [String] {
    switch self {
    case .phrase(let text): [text]
    case .field(_, let node): node.quotations
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.quotations)
    case .word, .prefix, .wildcard, .fuzzy, .near, .range, .not: []
    }
  }
}
