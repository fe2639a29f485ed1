public import Haskap

/// Makes documents of a schema out of values of Swift.
///
///     struct Page: Codable { var id: String; var title: String; var tags: [String]; var views: Int? }
///     let document = try DocumentEncoder(schema).encode(page)
///
/// Each property is the field of its name, and of a nested value those of the joined names
/// (`author.name`); the elements of a list are the values of one field. What is nil is left out.
///
/// | type | in the document |
/// |---|---|
/// | `String`, numbers | as they are |
/// | `Bool` | `true`, `false` |
/// | `Day` | `2023-08-22` |
/// | `Date` | the moment in UTC, `2023-08-22T10:00:00.000Z`; the column of a date field has its day |
/// | `URL` | its text |
/// | `Data` | bytes, in a field of type stored |
public struct DocumentEncoder: Sendable {
  private let schema: Schema

  public init(_ schema: Schema) { self.schema = schema }

  /// - Throws: `EncodingError` with the coding path of a value that has no field, or is none of its
  ///   field's type, and of a list within a list or of objects, which no document could give back.
  public func encode(_ value: some Encodable) throws -> Document {
    let fields = EncodedFields(schema)
    try fields.encode(value, at: [])
    return fields.document
  }
}

extension IndexWriter {
  /// Adds a value of Swift as `DocumentEncoder` makes a document of it.
  ///
  /// - Throws: `EncodingError`; as `add`.
  public func add(encoding value: some Encodable) throws {
    try add(DocumentEncoder(schema).encode(value))
  }
}
