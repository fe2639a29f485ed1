/// Reads what a query gives fields; a value that its field cannot hold is text, and a note says so.
public struct QueryValues {
  /// What a word, quotation, pattern or range behind `name:` means to the field.
  public enum Reading {
    /// The value, written as the field's resolver reads it.
    case value(QueryNode)
    /// Nothing; the example is what could stand in its place, with the name.
    case text(example: String)
    /// None of the values that there are.
    case unknown(known: [String])
  }

  /// What it means to a field of words: a range that ends before it begins nothing.
  public static func readingWords(_ value: QueryNode, of field: String) -> Reading {
    guard case .range(let range) = value, let turned = range.turned else { return .value(value) }
    return .text(example: "\(field):\(turned)")
  }

  private let reading: (_ field: String, _ value: QueryNode) throws -> Reading
  public private(set) var notes: [QueryNote] = []

  public init(reading: @escaping (_ field: String, _ value: QueryNode) throws -> Reading) {
    self.reading = reading
  }

  /// - Throws: what reading a value throws.
  public mutating func read(_ node: QueryNode) throws -> QueryNode {
    guard case .field(let name, let value) = node else { return try node.mapped { try read($0) } }
    let parts = try values(value, of: name)
    return parts.value(of: name).map { .field(name, $0) } ?? parts
  }

  /// Each value with the field's name before it, or as text.
  private mutating func values(_ node: QueryNode, of name: String) throws -> QueryNode {
    switch node {
    case .all, .any, .not: return try node.mapped { try values($0, of: name) }
    case .field: return try read(node)
    default: break
    }
    let text = "\(name):\(node)"
    switch try reading(name, node) {
    case .value(let value): return .field(name, value)
    case .text(let example): note(.unreadableValue(text, example: example))
    case .unknown(let known): note(.unknownValue(text, known: known))
    }
    return .word(text)
  }

  private mutating func note(_ reason: QueryNote.Reason) {
    notes.append(QueryNote(reason, at: 0))
  }
}

extension QueryNode {
  /// With what it is made of changed; itself where it is a leaf.
  fileprivate func mapped(_ change: (QueryNode) throws -> QueryNode) rethrows -> QueryNode {
    switch self {
    case .all(let nodes): .all(try nodes.map(change))
    case .any(let nodes): .any(try nodes.map(change))
    case .not(let node): .not(try change(node))
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
