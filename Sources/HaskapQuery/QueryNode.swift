/// The syntax tree of a query. Texts are as typed; nothing is normalised or cut into words here.
public indirect enum QueryNode: Equatable, Sendable {
  /// A bare word: one unit, whose pieces must stand together however it is cut.
  case word(String)
  /// `"…"`: the text between the quotes.
  case phrase(String)
  /// `word*`: anything that begins with the word.
  case prefix(String)
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
  /// The words, phrases and prefixes that a match must or may contain, left to right;
  /// what is negated is left out.
  public var positiveTexts: [String] {
    switch self {
    case .word(let text), .phrase(let text), .prefix(let text): [text]
    case .field(_, let node): node.positiveTexts
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.positiveTexts)
    case .not: []
    }
  }
}
