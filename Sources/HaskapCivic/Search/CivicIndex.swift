internal import FoundationEssentials
internal import Haskap

/// An index of reports, open for searching.
public final class CivicIndex: Sendable {
  let reader: IndexReader
  let searcher: Searcher

  /// - Throws: `StorageError` when there is no index; `FormatError` when it is damaged;
  ///   `AnalyzerMismatch` when it was built by another ICU or dictionary.
  public init(path: String) throws {
    reader = try IndexReader(path: path)
    searcher = reader.makeSearcher()
  }

  /// All records, in the order in which they were indexed.
  public func records() throws -> [Record] {
    let projects = try searcher.search(
      .filter(.term(field: CivicSchema.type, Array(CivicType.project.rawValue.utf8))),
      limit: reader.documentCount)
    return try projects.hits.compactMap { try entry($0).record }
  }

  func entry(_ hit: Hit) throws -> CivicEntry {
    let document = try reader.storedDocument(hit)
    let bytes = document[CivicSchema.stored].first?.bytes ?? []
    return try JSONDecoder().decode(CivicEntry.self, from: Data(bytes))
  }
}
