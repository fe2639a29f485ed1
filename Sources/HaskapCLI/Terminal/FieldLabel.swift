import HaskapCivic

/// The names of a record's fields in the words of tables.
enum FieldLabel {
  static func of(_ field: String) -> String { Language.current.tableWords.heading(field) }
}
