/// Names of fields that a query can write.
enum FieldName {
  /// The name with `_` for what has a meaning of its own in a query: spaces, quotes, brackets,
  /// colons, stars and number signs.
  static func writable(_ name: String) -> String {
    guard !name.isEmpty else { return "_" }
    guard name.unicodeScalars.contains(where: isForbidden) else { return name }
    let scalars = name.unicodeScalars.map { isForbidden($0) ? "_" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Asked of every name of every document.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "\"", "(", ")", "*", "#", " ", "\t"..."\r": true
    default: scalar.value >= 0x80 && scalar.properties.isWhitespace
    }
  }
}
