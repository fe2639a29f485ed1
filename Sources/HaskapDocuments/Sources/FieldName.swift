/// Names of fields that a query can write.
enum FieldName {
  /// The name with `_` for what has a meaning of its own in a query: spaces, quotes, brackets,
  /// colons, stars and number signs.
  static func writable(_ name: String) -> String {
    guard !name.isEmpty else { return "_" }
    guard name.contains(where: isForbidden) else { return name }
    return String(name.map { isForbidden($0) ? "_" : $0 })
  }

  private static func isForbidden(_ character: Character) -> Bool {
    character.isWhitespace || ":\"()*#".contains(character)
  }
}
