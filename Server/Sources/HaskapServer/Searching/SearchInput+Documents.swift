import Haskap
import HaskapDocuments
import HaskapQuery

extension SearchInput {
  /// Before the name of a column that narrows a search: `in.author=太宰治`.
  static let columnMark = "in."

  static func documentNames(_ columns: [String]) -> [String] {
    ["q", "filter"] + columns.map { columnMark + $0 } + ["sort"]
  }

  /// Whether a value can stand between quotation marks.
  static func canQuote(_ value: String) -> Bool {
    !value.contains { "\"“”„‟＂〝〟".contains($0) } && value.unicodeScalars.count <= longestQuery
  }

  /// - Throws: `InputError` for an order that there is not.
  func request(_ schema: Schema, explains: Bool = false) throws -> DocumentRequest {
    var request = DocumentRequest(query)
    request.filter = filter
    (request.limit, request.offset) = (limit, offset)
    request.sort = try self["sort"].flatMap { try .init($0, schema: schema) }
    request.explains = explains
    return request
  }

  /// What bounds the answers, in the query language.
  private var filter: String {
    let own = self["filter"].map { ["(\($0))"] } ?? []
    let columns = values.filter { $0.name.hasPrefix(Self.columnMark) }.map { name, value in
      "\(name.dropFirst(Self.columnMark.count)):\"\(value)\""
    }
    return (own + columns).joined(separator: " ")
  }
}
