extension IndexReader {
  /// The places that words take in a text field, deleted documents included. Between two values
  /// of a document one place is left free, so that no phrase runs from one into the other.
  public func wordCount(of field: String) throws -> Int {
    try searcher.field(named: field)?.statistics.totalLength ?? 0
  }
}
