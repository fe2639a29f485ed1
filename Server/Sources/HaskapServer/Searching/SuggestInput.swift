import HTTPTypes

/// What is asked of `suggest`: what a beginning may become.
struct SuggestInput {
  private static let most = 50
  let prefix: String
  let limit: Int

  /// - Throws: `Refusal` where the beginning is missing or too long.
  init(_ items: QueryItems) throws {
    prefix = try SearchInput.needed("q", items)
    limit = try SearchInput.number(items, "limit", 1...Self.most) ?? 10
  }
}

/// What is asked of `similar`: what is most like one record or document.
struct SimilarInput {
  let id: String
  let limit: Int
  let offset: Int

  /// - Throws: `Refusal` where the id is missing or too long.
  init(_ items: QueryItems) throws {
    id = try SearchInput.needed("id", items)
    limit = try SearchInput.number(items, "limit", 1...SearchInput.largestPage) ?? 10
    offset = try SearchInput.number(items, "offset", 0...SearchInput.deepest) ?? 0
  }
}

extension SearchInput {
  /// - Throws: `Refusal` where a value is missing or too long.
  fileprivate static func needed(_ name: String, _ items: QueryItems) throws -> String {
    guard let value = items[name] else {
      throw Refusal(status: .badRequest, key: "invalid", detail: "\(name) is missing")
    }
    try check(name, value)
    return value
  }
}
