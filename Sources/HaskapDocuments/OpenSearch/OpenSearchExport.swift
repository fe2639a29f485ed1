internal import CLibrary
internal import FoundationEssentials
package import Haskap

/// Carries an index to a cluster of OpenSearch that needs no plug-in: settings, mapping, the documents
/// with their texts already cut, and queries with Haskap's answers, by which the cluster is verified.
package struct OpenSearchExport {
  package struct Options: Sendable {
    /// Of a file of documents.
    package var mostBytes = 64 << 20
    /// How many queries are drawn.
    package var queryCount = 300
    /// In place of drawn ones.
    package var queries: [String]?

    package init() {}
  }

  package struct Summary: Sendable, Encodable {
    package var documents = 0
    package var files = 0
    package var bytes = 0
    package var queries = 0
    /// Queries that cannot be read, as what is wrong with them says.
    package var refused: [String] = []
  }

  private let reader: IndexReader
  private let folder: String
  private let options: Options
  private let bytes: ([UInt8]) throws -> String
  /// Documents that queries are drawn from.
  private static let sample = 200
  /// In UTF-8 bytes; a cluster takes no longer names of documents.
  private static let longestID = 512

  /// - Parameter bytes: gives bytes that are kept as JSON.
  package init(
    _ reader: IndexReader, to folder: String, options: Options = Options(),
    bytes: @escaping ([UInt8]) throws -> String = {
      JSONText.string(String(decoding: $0, as: UTF8.self))
    }
  ) {
    (self.reader, self.folder, self.options, self.bytes) = (reader, folder, options, bytes)
  }

  /// - Parameter request: reads a query as the index is asked.
  /// - Throws: `InputError` where the folder holds anything, or the documents cannot be exported;
  ///   `OutputError` where the system does not let them be written. Nothing is left then.
  package func run(
    _ generator: some RandomNumberGenerator,
    request: (String) throws -> OpenSearchRequest
  ) throws -> Summary {
    try prepare()
    do {
      return try write(generator, request)
    } catch {
      removeAll()
      throw error
    }
  }

  /// Half an export is none.
  private func removeAll() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      unlink("\(folder)/\(name)")
    }
    rmdir(folder)
  }

  private func write(
    _ generator: some RandomNumberGenerator, _ request: (String) throws -> OpenSearchRequest
  ) throws -> Summary {
    let mapping = OpenSearchMapping(reader.schema, documentCount: reader.documentCount)
    try OutputFile.write(mapping.settings, to: "\(folder)/settings.json")
    try OutputFile.write(mapping.mapping, to: "\(folder)/mapping.json")
    var summary = Summary()
    let (statistics, sample) = try writeDocuments(&summary)
    try statistics.write(to: folder)
    var draw = OpenSearchDraw(reader.schema, sample, generator)
    let queries = options.queries ?? draw.queries(options.queryCount)
    try write(queries, OpenSearchTranslator(reader, statistics), &summary, request)
    return summary
  }

  private func prepare() throws {
    if reader.schema[OpenSearchPath.object] != nil {
      throw InputError(
        description: "the field '\(OpenSearchPath.object)' has the name under which the export "
          + "puts words; give it another in the schema, and build the index again")
    }
    // An empty folder can be removed, any other stays.
    rmdir(folder)
    guard mkdir(folder, 0o777) == 0 else {
      let code = errno
      guard [ENOENT, ENOTDIR, EEXIST, ELOOP].contains(code) else {
        throw OutputError(folder, code: code)
      }
      throw InputError(
        description: "\(folder): cannot be made anew (\(String(cString: strerror(code)))); "
          + "choose a new or empty folder for the export")
    }
  }

  private func writeDocuments(
    _ summary: inout Summary
  ) throws -> (CharacterStatistics, [OpenSearchParts]) {
    var bulk = OpenSearchBulk(folder: folder, mostBytes: options.mostBytes)
    var documents = try OpenSearchDocuments(reader, bytes: bytes)
    let step = max(1, reader.documentCount / Self.sample)
    var sample: [OpenSearchParts] = []
    var count = 0
    try documents.export { document in
      guard document.id.utf8.count <= Self.longestID else {
        throw InputError(
          description: "the key '\(document.id.prefix(60))…' has more than \(Self.longestID) "
            + "bytes, which a cluster does not take; choose another key")
      }
      if count % step == 0 { sample.append(document.parts) }
      try bulk.add(id: document.id, document.json)
      count += 1
    }
    try bulk.finish()
    (summary.documents, summary.files, summary.bytes) = (count, bulk.fileCount, bulk.byteCount)
    return (documents.statistics, sample)
  }

  private func write(
    _ queries: [String], _ translator: OpenSearchTranslator, _ summary: inout Summary,
    _ request: (String) throws -> OpenSearchRequest
  ) throws {
    let file = try OutputFile("\(folder)/verify.jsonl")
    for query in queries {
      let line: String
      do {
        line = try translator.line(try request(query))
      } catch let problem as FormatError {
        throw problem
      } catch {
        summary.refused.append("\(query): \(error)")
        continue
      }
      try file.line(line)
      summary.queries += 1
    }
    try file.flush()
  }
}
