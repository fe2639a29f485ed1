/// What a run of a prepared query found.
public struct SearchResponse: Hashable, Sendable {
  /// By descending score, equal scores by ascending segment and document; or, with score 0, in the
  /// order of a column.
  public var hits: [Hit] = []
  /// All matching documents; nil when they were not to be counted.
  public var total: Int?
  /// For each field that was asked for its values, the most frequent first; equal counts in the
  /// order of the values. A document with several values counts for each of them once.
  public var facets: [[FacetCount]] = []
  /// All matching documents; nil when they were not to be gathered.
  public var documents: DocumentSets?
}
