/// The best documents of a search.
public struct SearchResult: Hashable, Sendable {
  /// By descending score; equal scores by ascending segment and document.
  public var hits: [Hit]
  /// All matching documents; nil when they were not to be counted.
  public var total: Int?
}
