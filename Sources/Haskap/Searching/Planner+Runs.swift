extension Planner {
  /// The sets of documents, each with the same score.
  func run(_ name: String, _ pattern: WildcardPattern, reach: Int, _ boost: Double) throws -> Plan {
    let pieces = pattern.pieces(reach: min(max(reach, 0), Int(Int32.max)))
    let grams = Schema.gramsName(of: name)
    let words = try searcher.segments.map { segment -> [UInt64] in
      guard let field = segment.index.field(named: grams) else { return [] }
      return try PieceMatcher(index: segment.index, field: field).documents(pieces)
    }
    guard words.contains(where: { $0.contains { $0 != 0 } }) else { return .none }
    return .constant(.documents(DocumentSets(words: words)), boost)
  }
}
