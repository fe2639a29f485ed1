/// What stands behind the `?` of an address: names with values, each name once.
struct QueryItems: Sendable {
  /// In the order of the address.
  let all: [(name: String, value: String)]

  /// - Throws: `Refusal` for what is not UTF-8, and for a name that is given twice: which of two values
  ///   was meant nobody knows.
  init(_ query: some StringProtocol) throws {
    var all: [(name: String, value: String)] = []
    for part in query.split(separator: "&") {
      let ends = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Escaping.decoded(Substring(ends[0]), plusIsSpace: true),
        let value = Escaping.decoded(Substring(ends.count > 1 ? ends[1] : ""), plusIsSpace: true)
      else { throw Refusal.notUTF8 }
      if all.contains(where: { $0.name == name }) { throw Refusal.twice(name) }
      all.append((name, value))
    }
    self.all = all
  }

  /// Those that are there, but say nothing.
  var emptyNames: [String] { all.filter { Self.saysNothing($0.value) }.map(\.name) }

  /// What a name says; nil where it is missing or empty.
  subscript(name: String) -> String? {
    all.first { $0.name == name }.flatMap { Self.saysNothing($0.value) ? nil : $0.value }
  }

  private static func saysNothing(_ value: String) -> Bool { value.allSatisfy(\.isWhitespace) }
}
