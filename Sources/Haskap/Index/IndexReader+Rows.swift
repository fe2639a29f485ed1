/// What the index holds of its documents' texts, for whoever carries it to another engine.
extension IndexReader {
  /// The documents of a segment, deleted ones included.
  package func documentCount(ofSegment segment: Int) -> Int { segments[segment].documentCount }

  package func isLive(segment: Int, document: Int) -> Bool { segments[segment].isLive(document) }

  /// The words of a text field, or the values of a keyword field; nil where the segment has none.
  package func words(
    of field: String, segment: Int, _ documents: Range<Int>
  ) throws -> TextRows? {
    let index = segments[segment].inverted
    return try index.field(named: field).map {
      try TextRows(index, field: $0, documents: documents)
    }
  }

  /// The pairs of characters of a text field; the last stands alone.
  package func grams(
    of field: String, segment: Int, _ documents: Range<Int>
  ) throws -> TextRows? {
    try words(of: Schema.gramsName(of: field), segment: segment, documents)
  }

  /// Where words are cut in a text field that keeps grams: for each place before a character, and for
  /// the end, whether a boundary stands there. A few more may follow that stand for nothing.
  package func cuts(of field: String, segment: Int, document: Int) throws -> [Bool] {
    guard let number = schema.gramsFields.firstIndex(of: field),
      let boundaries = segments[segment].boundaries
    else { return [] }
    let bits = try boundaries.field(number).bits(of: document)
    return (0..<bits.count).map { bits.pattern(at: $0, width: 1) == 1 }
  }
}
