public import Haskap

/// One document of an index, found by its key.
public struct DocumentEntry: Sendable {
  /// The file that it was read from; nil where that is not known.
  public var file: String?
  /// The stored fields.
  public var document: Document
  private let schema: Schema

  /// - Returns: nil where there is no such document.
  /// - Throws: `InputError` where the documents have no keys; errors of the index.
  public init?(key: String, in reader: IndexReader) throws {
    let query = try reader.query(key: key)
    guard let hit = try reader.makeSearcher().search(query, limit: 1).hits.first else { return nil }
    file = try DocumentFileFinder(reader).file(of: hit)
    document = try reader.storedDocument(hit)
    schema = reader.schema
  }
}

extension DocumentEntry: Encodable {
  private enum Key: String, CodingKey { case file, document }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encodeIfPresent(file, forKey: .file)
    try values.encode(
      JSONFieldValues.members(of: document, decimals: schema.decimals), forKey: .document)
  }
}
