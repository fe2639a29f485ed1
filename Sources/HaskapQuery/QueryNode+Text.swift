extension QueryNode: CustomStringConvertible {
  /// A query that is read as this one.
  public var description: String {
    switch self {
    case .word(let text), .wildcard(let text): text
    case .phrase(let text): "\"\(text)\""
    case .prefix(let text): "\(text)*"
    case .fuzzy(let text, let distance): "\(text)~\(distance == 1 ? "" : "\(distance)")"
    case .near(let text, let slop): "\"\(text)\"~\(slop)"
    case .range(let range): range.description
    case .field(let name, let node): "\(name):\(node.grouped)"
    case .all(let nodes): nodes.map(\.grouped).joined(separator: " ")
    case .any(let nodes): nodes.map(\.grouped).joined(separator: " OR ")
    case .not(let node): "-\(node.grouped)"
    }
  }

  private var grouped: String {
    switch self {
    case .all, .any: "(\(description))"
    default: description
    }
  }
}

extension QueryRange: CustomStringConvertible {
  public var description: String {
    let ends = "\(lower ?? "*") TO \(upper ?? "*")"
    return dotted ?? "\(includesLower ? "[" : "{")\(ends)\(includesUpper ? "]" : "}")"
  }
}
