extension IndexReader {
  /// Calls `body` with every term of a field that begins with some bytes, and with the number of its
  /// documents in one segment: the same term comes once from each. Deleted documents are counted
  /// until a merge removes them.
  ///
  /// - Throws: `FormatError` when the index is damaged; what `body` throws.
  public func forEachTerm(
    of field: String, beginningWith prefix: [UInt8], _ body: ([UInt8], Int) throws -> Void
  ) throws {
    for segment in segments {
      let index = segment.inverted
      guard let number = index.field(named: field),
        index.places[number].dictionary.termCount > 0
      else { continue }
      var cursor = try prefix.withUnsafeBytes { try index.dictionaries[number].cursor(from: $0) }
      while try cursor.advance(), cursor.term.starts(with: prefix) {
        try body(cursor.term, cursor.info.documentFrequency)
      }
    }
  }
}
