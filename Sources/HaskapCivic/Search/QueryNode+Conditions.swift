internal import Haskap
internal import HaskapQuery

extension QueryNode {
  /// The texts that answers are looked for by, left to right, and apart from them what only bounds
  /// the answers: what is excluded, and the fields that are no text (`year:`, `type:`, `form:`).
  var textsAndConditions: (texts: [String], conditions: [QueryNode]) {
    switch self {
    case .word, .phrase, .prefix, .wildcard, .fuzzy, .near: return (positiveTexts, [])
    case .not, .range: return ([], [self])
    case .field(let name, let node):
      let isText = CivicSchema.textFields.contains { $0.name == name }
      return isText ? (node.positiveTexts, []) : ([], [self])
    case .all(let nodes):
      let parts = nodes.map(\.textsAndConditions)
      return (parts.flatMap(\.texts), parts.flatMap(\.conditions))
    case .any(let nodes):
      // A condition of one alternative does not bound the others.
      return (nodes.flatMap(\.textsAndConditions.texts), [])
    }
  }
}
