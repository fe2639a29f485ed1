/// Finds what later segments replace: of the documents that have the same key, all but the last.
enum KeyReplacement {
  /// - Parameters:
  ///   - segments: of one schema, from the earliest on.
  ///   - key: the field of the keys.
  /// - Returns: the segments without the replaced documents, and how many those are.
  static func apply(
    to segments: [Segment], key: String
  ) throws -> (segments: [Segment], replaced: Int) {
    guard let field = segments.first?.inverted.field(named: key) else { return (segments, 0) }
    var deletions = segments.map { $0.deletions ?? Deletions(documentCount: $0.documentCount) }
    var replaced = 0
    var keys = try TermUnion(segments.map { $0.inverted.dictionaries[field] })
    while try keys.advance() {
      guard keys.holders.count > 1 else { continue }
      var isReplaced = false
      for holder in keys.holders.reversed() {
        let documents = try segments[holder].documents(of: keys.info(of: holder), field: field)
          .filter { segments[holder].isLive(Int($0)) }
        if isReplaced {
          for document in documents { deletions[holder].insert(Int(document)) }
          replaced += documents.count
        }
        isReplaced = isReplaced || !documents.isEmpty
      }
    }
    let changed = zip(segments, deletions).map { segment, deletions in
      deletions.count > segment.record.deletedCount ? segment.deleting(deletions) : segment
    }
    return (changed, replaced)
  }
}
