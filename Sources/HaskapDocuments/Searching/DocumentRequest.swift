public import Haskap

/// What somebody asks of an index of documents.
public struct DocumentRequest: Sendable {
  /// In the query language; empty for every document.
  public var query = ""
  /// What all answers must match besides, in the query language; it counts for no rank and is not
  /// marked.
  public var filter = ""
  public var limit = 10
  public var offset = 0
  /// Nil for the order of the scores.
  public var sort: Sort?
  /// The columns whose values are counted; nil for those that have few values.
  public var facets: [String]?
  /// Whether each answer says how its score came about.
  public var explains = false
  /// Whether each answer says of which file it is.
  public var tellsFiles = false
  /// Whether each answer has a part of its text with the words marked.
  public var showsSnippets = true
  /// Whether answers have of their documents only what tells them apart.
  package var showsKeysAlone = false
  /// How wide a snippet may be, in columns of a terminal; a kanji takes two.
  public var snippetColumns = 68

  /// - Parameter query: in the query language; empty for every document.
  public init(_ query: String = "") { self.query = query }

  public struct Sort: Sendable {
    public var field: String
    public var isDescending: Bool

    public init(field: String, isDescending: Bool = false) {
      self.field = field
      self.isDescending = isDescending
    }

    /// Reads `year`, `year:asc` and `year:desc`; nil for `relevance`.
    ///
    /// - Throws: `InputError` for what is no column.
    public init?(_ text: String, schema: Schema) throws {
      let columns = schema.fields.filter(\.hasColumn).map(\.name)
      let isDescending = text.hasSuffix(":desc")
      let field = isDescending || text.hasSuffix(":asc") ? text[..<Self.colon(text)] : text[...]
      if columns.contains(String(field)) {
        (self.field, self.isDescending) = (String(field), isDescending)
        return
      }
      guard text != "relevance" else { return nil }
      let known = ["relevance"] + columns
      throw InputError(
        description: "cannot sort by '\(text)'; use \(known.joined(separator: ", ")), "
          + "with :desc for the largest first")
    }

    private static func colon(_ text: String) -> String.Index {
      text.lastIndex(of: ":") ?? text.endIndex
    }
  }
}
