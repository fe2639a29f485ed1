internal import Haskap

/// The field in which an index keeps the file that each document came from, so that a file's can be
/// taken out, or asked for: `_file:docs.jsonl`.
enum FileField {
  static let name = "_file"

  /// - Throws: `InputError` where the schema has another use for the name, or no room.
  static func added(to schema: Schema) throws -> Schema {
    guard schema[name] == nil else {
      throw InputError(
        description: "the schema has a field '\(name)', in which the index keeps the file of each "
          + "document; give the field another name")
    }
    guard schema.fields.count < Schema.mostFields else {
      throw InputError(
        description: "the schema has \(schema.fields.count) fields, and the index keeps the file "
          + "of each document in one more, of \(Schema.mostFields) at most; leave one out")
    }
    return try Schema(
      schema.fields + [.keyword(name, stored: false, column: false)], key: schema.key,
      words: schema.words)
  }

  static func removed(from schema: Schema) throws -> Schema {
    try Schema(
      schema.fields.filter { $0.name != name }, key: schema.key, words: schema.words)
  }

  /// The documents of a file.
  static func query(_ file: String) -> Query { .term(field: name, Array(file.utf8)) }
}
