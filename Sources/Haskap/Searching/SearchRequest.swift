/// What a run of a prepared query is to find.
public struct SearchRequest: Hashable, Sendable {
  /// The most hits.
  public var limit: Int
  /// How many hits are left out before the first.
  public var offset: Int
  /// Whether all matching documents are counted.
  public var countsTotal: Bool
  /// Orders the hits by a column instead of the score.
  public var sort: SearchSort?
  /// The columns whose values are counted among all matching documents.
  public var facets: [String]
  /// Whether all matching documents are given as a set.
  public var gathersDocuments: Bool

  public init(
    limit: Int, offset: Int = 0, countsTotal: Bool = false, sort: SearchSort? = nil,
    facets: [String] = [], gathersDocuments: Bool = false
  ) {
    self.limit = limit
    self.offset = offset
    self.countsTotal = countsTotal
    self.sort = sort
    self.facets = facets
    self.gathersDocuments = gathersDocuments
  }
}
