/// The order of a column. A document with several values counts by its smallest, in descending
/// order by its largest; documents without any come last. Equal values keep the order of the index.
public struct SearchSort: Hashable, Sendable {
  public var field: String
  public var isDescending: Bool

  public init(field: String, isDescending: Bool = false) {
    self.field = field
    self.isDescending = isDescending
  }
}
