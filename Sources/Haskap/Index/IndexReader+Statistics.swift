extension IndexReader {
  /// The places that words take in a text field, deleted documents included. Between two values
  /// of a document one place is left free, so that no phrase runs from one into the other.
  public func wordCount(of field: String) -> Int {
    segments.reduce(0) { sum, segment in
      guard let number = segment.inverted.field(named: field) else { return sum }
      return sum + segment.inverted.places[number].statistics.totalLength
    }
  }

  /// All values of a keyword field that has a column, in the order of their bytes. Values of
  /// deleted documents are included until a merge removes them.
  public func keywords(of field: String) throws -> [String] {
    guard let number = schema.fields.firstIndex(where: { $0.name == field }) else { return [] }
    let all = try segments.compactMap { $0.columns[number]?.keywords }.flatMap { keywords in
      try (0..<keywords.count).map { ExactString(try keywords.text(at: $0)) }
    }
    return Set(all).sorted().map(\.text)
  }
}
