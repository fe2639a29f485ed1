internal import Glibc
public import Haskap

/// Builds an index of any documents.
public struct DocumentIndexer {
  /// What building did.
  public struct Summary: Sendable, Encodable {
    public var index: String
    public var documents = 0
    /// Documents that a later one of the same key replaced.
    public var replaced = 0
    public var words = 0
    /// The size of the index.
    public var bytes = 0
    public var seconds = 0.0
    public var wordsPerSecond = 0
    public var isSchemaGuessed: Bool
    public var schema: Schema
    /// The names that the schema does not have, with the number of their values.
    public var leftOut: [String: Int] = [:]
  }

  /// The folder of the index.
  let index: String
  let schema: Schema
  let isSchemaGuessed: Bool

  /// - Parameters:
  ///   - index: the folder of the index.
  ///   - isSchemaGuessed: what the summary says of the schema.
  public init(index: String, schema: Schema, isSchemaGuessed: Bool = false) {
    self.index = index
    self.schema = schema
    self.isSchemaGuessed = isSchemaGuessed
  }

  /// Replaces the index by one of these documents.
  ///
  /// - Parameter progress: called with what is being done, for people, after each document.
  /// - Throws: `InputError` with file and line for a document that cannot be read or does not fit
  ///   the schema; errors of the index. The earlier index is untouched then.
  public func build(
    _ sources: inout DocumentSources,
    progress: (_ message: @autoclosure () -> String) -> Void = { _ in }
  ) throws -> Summary {
    let start = ContinuousClock.now
    var mapping = DocumentMapping(schema)
    var facets = FacetChoice(schema)
    var options = IndexWriter.Options()
    options.workers = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let writer = try IndexWriter(replacing: index, schema: schema, options: options)
    var count = 0
    while let source = try sources.next() {
      let document = try mapping.document(source)
      facets.add(document)
      try add(document, from: source, to: writer)
      count += 1
      progress("indexing \(sources.progress): \(count) documents")
    }
    progress("writing the index")
    try writer.commit(payload: try DocumentPayload(facets: facets.fields).bytes)
    return try summary(
      read: count, leftOut: mapping.leftOut, seconds: (ContinuousClock.now - start) / .seconds(1))
  }

  private func add(
    _ document: Document, from source: SourceDocument, to writer: IndexWriter
  ) throws {
    do {
      if schema.key == nil { try writer.add(document) } else { try writer.replace(document) }
    } catch let error as DocumentError {
      throw source.error(error.description)
    }
  }

  private func summary(
    read: Int, leftOut: [String: Int], seconds: Double
  ) throws -> Summary {
    let reader = try IndexReader(path: index)
    var summary = Summary(index: index, isSchemaGuessed: isSchemaGuessed, schema: schema)
    summary.documents = reader.documentCount
    summary.replaced = read - reader.documentCount
    summary.words = schema.textFields.reduce(0) { $0 + reader.wordCount(of: $1.name) }
    summary.bytes = reader.byteCount
    summary.seconds = (seconds * 100).rounded() / 100
    summary.wordsPerSecond = Int(Double(summary.words) / max(seconds, 0.001))
    summary.leftOut = leftOut
    return summary
  }
}
