public import Haskap

/// Makes values of Swift out of documents, as `DocumentEncoder` makes documents out of them.
///
///     let pages = try index.search("町内会").hits.map { try $0.decoded(as: Page.self) }
///
/// A list without values is empty. Only what is stored comes back.
public struct DocumentDecoder: Sendable {
  public init() {}

  /// - Throws: `DecodingError` with the coding path of a value that is missing, or is none of its
  ///   type.
  public func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from document: Document
  ) throws -> Value {
    try DecodedFields(document).decode(type, at: [])
  }
}

extension DocumentHit {
  /// The document as a value of Swift.
  ///
  /// - Throws: `DecodingError` with the coding path.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try DocumentDecoder().decode(type, from: document)
  }
}

extension DocumentEntry {
  /// The document as a value of Swift.
  ///
  /// - Throws: `DecodingError` with the coding path.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try DocumentDecoder().decode(type, from: document)
  }
}
