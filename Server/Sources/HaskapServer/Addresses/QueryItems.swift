/// What stands behind the `?` of an address: names with values, the first of each name.
struct QueryItems: Sendable {
  private let values: [String: String]
  /// Those that are there, but say nothing.
  let emptyNames: [String]

  /// - Throws: `Refusal` for what is not UTF-8.
  init(_ query: some StringProtocol) throws {
    var values: [String: String] = [:]
    var names: [String] = []
    for part in query.split(separator: "&") {
      let ends = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Escaping.decoded(Substring(ends[0]), plusIsSpace: true),
        let value = Escaping.decoded(Substring(ends.count > 1 ? ends[1] : ""), plusIsSpace: true)
      else { throw Refusal.notUTF8 }
      names.append(name)
      if values[name] == nil { values[name] = value }
    }
    self.values = values
    emptyNames = names.filter { values[$0]?.allSatisfy(\.isWhitespace) ?? false }
  }

  /// What a name says; nil where it is missing or empty.
  subscript(name: String) -> String? {
    values[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }
}
