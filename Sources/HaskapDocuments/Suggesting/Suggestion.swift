/// What a beginning that somebody has typed may become.
public struct Suggestion: Encodable, Equatable, Sendable {
  public enum Kind: String, Encodable, Sendable {
    /// A word of the texts, as the analyzer cuts them.
    case word
    /// What something is called: a title, a body, a label.
    case name
  }

  public var text: String
  public var kind: Kind
  /// In hiragana, where it was by its reading that the text was found.
  public var reading: String?
  /// How many answers have it as it is written: the `exactTotal` of a search.
  public var count: Int
}

/// All suggestions for one beginning.
public struct SuggestAnswer: Encodable, Equatable, Sendable {
  public var prefix: String
  public var suggestions: [Suggestion]
}
