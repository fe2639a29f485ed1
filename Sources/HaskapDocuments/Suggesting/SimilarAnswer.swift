/// What is like one record or document.
public struct SimilarAnswer<Hit: Encodable & Sendable>: Encodable, Sendable {
  public var id: String
  /// The words by which the others were looked for, the most telling first.
  public var words: [String]
  /// How many have any of them.
  public var total: Int
  public var offset: Int
  public var hits: [Hit]

  public init(id: String, words: [String], total: Int, offset: Int, hits: [Hit]) {
    (self.id, self.words, self.total, self.offset, self.hits) = (id, words, total, offset, hits)
  }
}
