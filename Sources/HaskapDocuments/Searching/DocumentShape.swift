public import Haskap

/// Which fields of a document are shown where.
public struct DocumentShape: Sendable {
  public let id: String?
  public let title: String?
  /// The other texts, of which the snippet is taken.
  public let texts: [String]
  /// What stands in a line under the title: all but these two and long texts.
  public let details: [String]

  public init(_ schema: Schema) {
    let stored = schema.fields.filter(\.isStored)
    let id = schema.key ?? stored.first { $0.name.lowercased() == "id" }?.name
    let title = Self.title(stored.filter { $0.textOptions != nil })
    self.id = id
    self.title = title
    texts = stored.filter { $0.textOptions != nil && $0.name != title }.map(\.name)
    details = stored.map(\.name).filter { $0 != id && $0 != title }
  }

  /// A text that is called so, or the one that counts more than all others.
  private static func title(_ fields: [Field]) -> String? {
    if let named = fields.first(where: { SchemaGuess.isTitle($0.name) }) { return named.name }
    let byWeight = fields.sorted { $0.weight > $1.weight }
    guard byWeight.count > 1, byWeight[0].weight > byWeight[1].weight else { return nil }
    return byWeight[0].name
  }
}

extension Field {
  fileprivate var weight: Double { textOptions?.weight ?? 0 }
}
