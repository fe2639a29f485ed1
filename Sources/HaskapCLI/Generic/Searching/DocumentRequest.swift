import Haskap

/// What somebody asks of an index of documents.
struct DocumentRequest {
  /// In the query language; empty for every document.
  var query = ""
  var limit = 10
  var offset = 0
  /// Nil for the order of the scores.
  var sort: Sort?
  /// Whether each answer says how its score came about.
  var explains = false

  struct Sort {
    var field: String
    var isDescending: Bool

    /// Reads `year`, `year:asc` and `year:desc`; nil for `relevance`.
    init?(_ text: String, schema: Schema) throws {
      let columns = schema.fields.filter(\.hasColumn).map(\.name)
      let isDescending = text.hasSuffix(":desc")
      let field = isDescending || text.hasSuffix(":asc") ? text[..<Self.colon(text)] : text[...]
      if columns.contains(String(field)) {
        (self.field, self.isDescending) = (String(field), isDescending)
        return
      }
      guard text != "relevance" else { return nil }
      let known = ["relevance"] + columns
      throw UserError(
        description: "cannot sort by '\(text)'; use \(known.joined(separator: ", ")), "
          + "with :desc for the largest first")
    }

    private static func colon(_ text: String) -> String.Index {
      text.lastIndex(of: ":") ?? text.endIndex
    }
  }
}
