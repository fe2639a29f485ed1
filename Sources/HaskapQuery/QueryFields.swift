/// The field names that a query may use, with other spellings of each (`団体` for `organization`).
public struct QueryFields: Sendable {
  /// The canonical names, in the order given.
  public let names: [String]
  private let aliases: [String: String]

  public init(_ names: [String], aliases: [String: String] = [:]) {
    self.names = names
    self.aliases = aliases
  }

  subscript(name: String) -> String? {
    let half = QueryRepair.halfWidth(name)
    return canonical(name) ?? canonical(half) ?? canonical(half.lowercased())
  }

  private func canonical(_ name: String) -> String? {
    names.contains(name) ? name : aliases[name]
  }
}
