import Haskap
import HaskapTestSupport

/// A sound index, with what it answers.
struct LiesSeed {
  let path: String
  let isCivic: Bool
  let index: SealedIndex
  /// What stands in it about all reports together.
  let entities: SealedIndex?
  let queries: [String]
  private let expected: [String: SearchResponse]
  /// Files that say again, for speed, what others say as well.
  private static let derived = [".pairs", ".postings", ".norms"]

  init(_ path: String, isCivic: Bool = false) throws {
    let report = IndexCheck.run(path: path)
    guard report.isSound else { throw Failure(description: "the seed: \(report.problems)") }
    (self.path, self.isCivic) = (path, isCivic)
    index = SealedIndex(path)
    entities = isCivic ? SealedIndex("\(path)/entities") : nil
    queries = isCivic ? Questions.civic : Questions.stored
    let reader = try IndexReader(path: path)
    expected = try Dictionary(
      uniqueKeysWithValues: queries.compactMap { query in
        try Questions.answer(reader, query).get().map { (query, $0) }
      })
  }

  /// - Parameters:
  ///   - answer: of an index that a check calls sound.
  ///   - name: of the file that lies.
  func compare(
    _ query: String, _ answer: Result<SearchResponse?, any Error>, _ name: String,
    _ reader: IndexReader
  ) throws {
    // What a check does not know is looked at when it is read; an error is no wrong answer.
    guard case .success(let found) = answer, let found else { return }
    if let contradiction = Questions.contradiction(reader, query) {
      throw Failure(description: "\(name), '\(query)': check is content, but \(contradiction)")
    }
    // Of keywords without a column nothing but their postings tells which documents have them.
    let isKey = query.hasPrefix("id:")
    guard Self.derived.contains(where: name.hasSuffix), !isKey, let right = expected[query]
    else { return }
    guard found == right else {
      throw Failure(description: "\(name), '\(query)': check is content, and another answer")
    }
  }
}
