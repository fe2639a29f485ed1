internal import Haskap

/// The names of what is exported of a text field, beside the field itself, which is kept and not
/// searched.
enum OpenSearchPath {
  /// The object that holds them; a field of the documents cannot have its name.
  static let object = "haskap"
  /// The number of a document in the index: equal scores come in its order.
  static let number = "haskap.number"

  /// The words, as the field's analyzer cuts them.
  static func words(_ field: String) -> String { "\(object).words.\(field)" }

  /// The pairs of characters, each at the place of its first.
  static func grams(_ field: String) -> String { "\(object).grams.\(field)" }

  /// The characters, each with the word boundaries around it.
  static func characters(_ field: String) -> String { "\(object).characters.\(field)" }
}

/// A character of a text as a token: `10苫` begins a word and goes on, `01牧` ends one.
enum OpenSearchCharacter {
  static func token(_ character: String, begins: Bool, ends: Bool) -> String {
    "\(begins ? 1 : 0)\(ends ? 1 : 0)\(OpenSearchToken.escaped(character))"
  }
}
