public import HaskapDocuments

/// A word that an answer has in place of one that was asked for.
public struct CivicMeaning: Sendable, Codable, Hashable {
  /// Of the query, normalized.
  public var word: String
  /// What stands in the answer.
  public var found: String
  public var relation: Thesaurus.Relation
}
