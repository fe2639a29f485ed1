/// Reads what a query gives fields; a value that its field cannot hold is text, and a note says so.
public struct QueryValues {
  /// What a word, quotation, pattern or range behind `name:` means to the field.
  public enum Reading {
    /// The value, written as the field's resolver reads it.
    case value(QueryNode)
    /// Nothing; the example is what could stand in its place, with the name.
    case text(example: String)
  }

  private let reading: (_ field: String, _ value: QueryNode) -> Reading
  public private(set) var notes: [QueryNote] = []

  public init(reading: @escaping (_ field: String, _ value: QueryNode) -> Reading) {
    self.reading = reading
  }

  public mutating func read(_ node: QueryNode) -> QueryNode {
    guard case .field(let name, let value) = node else { return node.mapped { read($0) } }
    let parts = values(value, of: name)
    return parts.value(of: name).map { .field(name, $0) } ?? parts
  }

  /// Each value with the field's name before it, or as text.
  private mutating func values(_ node: QueryNode, of name: String) -> QueryNode {
    switch node {
    case .all, .any, .not: return node.mapped { values($0, of: name) }
    case .field: return read(node)
    default: break
    }
    switch reading(name, node) {
    case .value(let value): return .field(name, value)
    case .text(let example):
      let text = "\(name):\(node)"
      notes.append(QueryNote(.unreadableValue(text, example: example), at: 0))
      return .word(text)
    }
  }
}

extension QueryNode {
  /// With what it is made of changed; itself where it is a leaf.
  fileprivate func mapped(_ change: (QueryNode) -> QueryNode) -> QueryNode {
    switch self {
    case .all(let nodes): .all(nodes.map(change))
    case .any(let nodes): .any(nodes.map(change))
    case .not(let node): .not(change(node))
    default: self
    }
  }

  /// What stands behind the field's name where that stands before each part; nil elsewhere.
  fileprivate func value(of name: String) -> QueryNode? {
    if case .field(name, let value) = self { return value }
    var (parts, whole) = (0, 0)
    let value = mapped { node in
      parts += 1
      guard let value = node.value(of: name) else { return node }
      whole += 1
      return value
    }
    return parts > 0 && parts == whole ? value : nil
  }
}
