internal import Haskap

extension IndexReader {
  /// The query for the document of a key.
  ///
  /// - Throws: `InputError` where the documents have no keys.
  func query(key: String) throws -> Query {
    guard let field = schema.key else {
      throw InputError(
        description: "the documents of the index '\(path)' have no keys; "
          + "name a field as the key in a schema, and build the index with it")
    }
    return .term(field: field, Array(key.utf8))
  }
}
