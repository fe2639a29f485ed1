extension Query {
  /// Documents in which two characters stand side by side in a field, wherever words are cut. The
  /// field keeps grams; others match nothing.
  ///
  /// - Parameter characters: two Unicode scalars, normalized as the field's texts are.
  public static func pair(_ characters: String, in field: String) -> Query {
    .term(field: Schema.gramsName(of: field), Array(characters.utf8))
  }
}
