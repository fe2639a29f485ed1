internal import Haskap

/// Reads the texts of the best answers to a query, where words are looked for that no dictionary has.
struct AnswerTexts {
  /// So many answers are read.
  private static let mostDocuments = 64
  /// In bytes of UTF-8: long texts are read up to here, all together.
  private static let mostText = 1 << 20

  let searcher: Searcher
  /// Of an answer, as they were indexed.
  let texts: (Hit) throws -> [String]

  /// Calls `body` with each text, and the rank of its answer.
  func forEach(of query: Query, _ body: (_ rank: Int, String) throws -> Void) throws {
    var room = Self.mostText
    for (rank, hit) in try searcher.search(query, limit: Self.mostDocuments).hits.enumerated() {
      for text in try texts(hit) where room > 0 {
        room -= text.utf8.count
        try body(rank, text)
      }
    }
  }
}
