public import Haskap

/// An index of documents, open for searching.
///
///     let index = try Index(path: "Index/docs")
///     for hit in try index.search("町内会 意見 views:90000..", limit: 10).hits {
///       print(hit.document.text("title") ?? "", hit.snippet?.snippet.text ?? "")
///     }
///
/// It shows what the last commit before it was opened holds. It may be used from several threads and
/// tasks at once; a search does not suspend.
public struct Index: Sendable {
  /// The engine's view of the same index.
  public let reader: IndexReader

  public init(_ reader: IndexReader) { self.reader = reader }

  /// - Parameter path: the folder of the index, or of a `shards.json` that names its parts.
  /// - Throws: `StorageError` when there is no index; `FormatError` when it is damaged;
  ///   `AnalyzerMismatch` when this process would cut words otherwise than the index does.
  public init(path: String) throws { try self.init(paths: [path]) }

  /// Several indexes as one: answers, scores, totals and facets are those of one index of the
  /// documents of the first, then those of the second, and so on.
  ///
  /// - Throws: `JointIndexError` when their schemas differ; as the other.
  public init(paths: [String]) throws { self.init(try ShardFolder.reader(of: paths)) }

  /// The same index with what has been committed since; costs little where nothing was. Of a folder
  /// of shards, those shards that it had when it was opened.
  ///
  /// - Throws: as `init`.
  public func refreshed() throws -> Index { Index(try reader.reopenIfChanged()) }

  /// What has all the words; where nothing has, the best that has some, and the answer says so.
  ///
  /// - Parameters:
  ///   - query: in the query language, columns included: `町内会 year:2020..`; empty for every document.
  ///   - filter: what all answers must match besides, likewise; it counts for no rank and is not marked.
  ///   - limit: how many answers are given; all are counted.
  ///   - offset: how many are left out before the first.
  ///   - sort: `year` or `year:desc`, a column; nil for the best first.
  ///   - facets: the columns whose values are counted; nil for those that have few values.
  ///   - snippetColumns: how wide a snippet may be; a kanji takes two.
  /// - Throws: `QuerySyntaxError` with its place for a query that cannot be read; `InputError` for a
  ///   value that its column cannot hold, and for a column that is not there; `FormatError` when the
  ///   index is damaged.
  public func search(
    _ query: String = "", filter: String = "", limit: Int = 10, offset: Int = 0,
    sort: String? = nil, facets: [String]? = nil, snippetColumns: Int = 68
  ) throws -> DocumentAnswer {
    var request = DocumentRequest(query)
    request.filter = filter
    (request.limit, request.offset) = (limit, offset)
    request.sort = try sort.flatMap { try .init($0, schema: reader.schema) }
    request.facets = facets
    request.snippetColumns = snippetColumns
    return try search(request)
  }

  /// - Throws: as the other.
  public func search(_ request: DocumentRequest) throws -> DocumentAnswer {
    try DocumentSearch(request, in: reader).answer()
  }

  /// The document of a key; nil where there is none.
  ///
  /// - Throws: `InputError` where the documents have no keys; `FormatError`.
  public func document(key: String) throws -> DocumentEntry? {
    try DocumentEntry(key: key, in: reader)
  }
}
