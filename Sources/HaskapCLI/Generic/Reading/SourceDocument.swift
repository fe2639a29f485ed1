/// A document as its file gives it: one line.
struct SourceDocument {
  var file: String
  /// From 1.
  var line: Int
  /// In the order of the line. What is nested stands under joined names (`author.name`), and the
  /// values of a list follow each other under one name; what is null or empty is left out.
  var members: [Member]

  struct Member: Equatable {
    var name: String
    var value: SourceValue
  }

  /// An error about this document, with its place.
  func error(_ problem: String) -> UserError {
    UserError(description: "\(file):\(line): \(problem)")
  }
}

/// One value of a document.
enum SourceValue: Hashable {
  case text(String)
  case integer(Int64)
  /// A number that is no integer of 64 bits, as it was written.
  case decimal(String)
  case flag(Bool)

  var text: String {
    switch self {
    case .text(let text), .decimal(let text): text
    case .integer(let integer): String(integer)
    case .flag(let flag): String(flag)
    }
  }
}

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
