internal import Haskap

/// What finds documents and brings them into an order.
protocol DocumentRanking {
  func run(_ request: SearchRequest) throws -> SearchResponse

  /// How the score of a hit comes about.
  func explanation(of hit: Hit) throws -> Explanation?
}

/// By the query itself.
extension PreparedQuery: DocumentRanking {
  func explanation(of hit: Hit) throws -> Explanation? {
    try explain(segment: hit.segment, document: hit.document)
  }
}

/// By the sentences of the texts.
extension SentenceSearch: DocumentRanking {}
