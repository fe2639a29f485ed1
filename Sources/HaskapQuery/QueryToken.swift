/// A piece of a query, with where it stands.
struct QueryLexeme: Equatable {
  enum Token: Equatable {
    case word(String)
    case prefix(String)
    case wildcard(String)
    case fuzzy(String, distance: Int)
    case phrase(String)
    case near(String, slop: Int)
    case range(QueryRange)
    /// The field's canonical name.
    case field(String)
    case minus, and, or, open, close
  }

  var token: Token
  /// In characters of the query, from 0.
  var offset: Int
  var typed: String
}

extension QueryLexeme.Token {
  /// Whether it looks for something by itself.
  var isText: Bool {
    switch self {
    case .word, .prefix, .wildcard, .fuzzy, .phrase, .near, .range: true
    case .field, .minus, .and, .or, .open, .close: false
    }
  }

  /// Whether something to look for may begin with it.
  var beginsOperand: Bool {
    switch self {
    case .and, .or, .close: false
    default: true
    }
  }

  /// Whether something to look for may end with it.
  var endsOperand: Bool { isText || self == .close }

  /// What a pattern is as plain text; nil for all others.
  var patternText: String? {
    switch self {
    case .prefix(let text): text + "*"
    case .wildcard(let text): text
    case .fuzzy(let text, _): text
    default: nil
    }
  }
}
