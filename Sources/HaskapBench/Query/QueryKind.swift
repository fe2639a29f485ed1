/// What a query asks of an index.
public enum QueryKind: String, Sendable, Codable, CaseIterable {
  /// One word.
  case term
  /// All of some words.
  case all
  /// Any of some words.
  case any
  /// Words side by side.
  case phrase
  /// A run of characters, wherever words are cut.
  case substring
  /// Words that begin so.
  case prefix
  /// Words that a pattern with `*` and `?` fits.
  case wildcard
  /// Words at most one edit away.
  case fuzzy
  /// A question, ranked by sentences.
  case question
  /// One word, with the counts of a column's values.
  case facets
  /// One word, in the order of a column.
  case sort
}
