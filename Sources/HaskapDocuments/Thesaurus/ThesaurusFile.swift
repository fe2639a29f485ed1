/// A user's thesaurus, which an index keeps so that later searches use it.
public struct ThesaurusFile: Sendable, Codable, Equatable {
  /// Where it was read.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    (self.path, self.text) = (path, text)
  }

  /// - Throws: `ThesaurusError`, `ICUError`.
  public var thesaurus: Thesaurus { get throws { try Thesaurus(text: text, file: path) } }
}
