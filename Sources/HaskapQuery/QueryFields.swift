/// The field names that a query may use, with other spellings of each (`団体` for `organization`).
public struct QueryFields: Sendable {
  /// The canonical names, in the order given.
  public let names: [String]
  private let canonical: [String: String]

  public init(_ names: [String], aliases: [String: String] = [:]) {
    self.names = names
    let own = Dictionary(names.map { ($0, $0) }) { first, _ in first }
    canonical = aliases.merging(own) { _, name in name }
  }

  subscript(name: String) -> String? { canonical[name] ?? canonical[name.lowercased()] }
}
