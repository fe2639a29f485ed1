import Glibc
import Haskap

/// Builds an index of any documents.
struct DocumentIndexer {
  /// What building did.
  struct Summary: Encodable {
    var index: String
    var documents = 0
    /// Documents that a later one of the same key replaced.
    var replaced = 0
    var words = 0
    /// The size of the index.
    var bytes = 0
    var seconds = 0.0
    var wordsPerSecond = 0
    var isSchemaGuessed: Bool
    var schema: Schema
    /// The names that the schema does not have, with the number of their values.
    var leftOut: [String: Int] = [:]
  }

  /// The folder of the index.
  let index: String
  let schema: Schema
  let isSchemaGuessed: Bool

  /// Replaces the index by one of these documents.
  ///
  /// - Throws: `UserError` with file and line for a document that cannot be read or does not fit
  ///   the schema; errors of the index. The earlier index is untouched then.
  func build(_ sources: inout DocumentSources) throws -> Summary {
    let start = ContinuousClock.now
    var progress = Progress()
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
      progress.update("indexing \(sources.progress): \(count.grouped) documents")
    }
    progress.update("writing the index")
    try writer.commit(payload: try DocumentPayload(facets: facets.fields).bytes)
    progress.finish()
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

/// Finds the columns whose values are few enough to be counted under every answer.
private struct FacetChoice {
  private static let mostValues = 256

  private let names: [String]
  /// The values of each column; a column that has too many is taken out.
  private var values: [String: Set<FieldValue>]
  private var documents = 0

  init(_ schema: Schema) {
    names = schema.fields.filter { $0.hasColumn && $0.kind != .date && $0.name != schema.key }
      .map(\.name)
    values = Dictionary(uniqueKeysWithValues: names.map { ($0, []) })
  }

  mutating func add(_ document: Document) {
    documents += 1
    for (field, value) in document.values {
      guard values[field]?.insert(value).inserted == true else { continue }
      if let count = values[field]?.count, count > Self.mostValues { values[field] = nil }
    }
  }

  /// In the order of the schema. A column with another value in nearly every document has nothing
  /// to count.
  var fields: [String] {
    names.filter { name in
      guard let count = values[name]?.count, count > 0 else { return false }
      return count <= 10 || count * 2 <= documents
    }
  }
}

/// What an index of documents keeps beside them.
struct DocumentPayload: Encodable {
  /// The columns of few values.
  var facets: [String] = []

  var bytes: [UInt8] {
    get throws { Array(try JSONText.line(self).utf8) }
  }

  init(facets: [String]) { self.facets = facets }

  /// Nothing is known of an index that was written by another program.
  init(reading bytes: [UInt8]) {
    let members = (try? JSONLine.members(of: bytes)) ?? []
    facets = members.filter { $0.name == "facets" }.map(\.value.text)
  }
}
