extension IndexReader {
  /// How many of the documents have each value of a keyword field, the most frequent first.
  public func facets(
    of field: String, among documents: DocumentSets
  ) throws -> [(value: String, count: Int)] {
    var counts: [String: Int] = [:]
    guard let number = schema.fields.firstIndex(where: { $0.name == field }) else { return [] }
    for (segment, words) in zip(segments, documents.words) {
      guard let column = segment.columns[number], let keywords = column.keywords else { continue }
      let ordinals = try Self.count(column.view(), words, keywordCount: keywords.count)
      for (place, count) in ordinals.enumerated() where count > 0 {
        counts[try keywords.text(at: place), default: 0] += count
      }
    }
    return counts.map { (value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// All values of a keyword field, in order.
  public func keywords(of field: String) throws -> [String] {
    guard let number = schema.fields.firstIndex(where: { $0.name == field }) else { return [] }
    let all = try segments.compactMap { $0.columns[number]?.keywords }.flatMap { keywords in
      try (0..<keywords.count).map { try keywords.text(at: $0) }
    }
    return Set(all).sorted()
  }

  private static func count(
    _ column: Column.View, _ words: [UInt64], keywordCount: Int
  ) throws(FormatError) -> [Int] {
    var counts = [Int](repeating: 0, count: keywordCount)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        let document = index * 64 + rest.trailingZeroBitCount
        for value in try column.range(of: document) {
          counts[Int(try column.value(at: value))] += 1
        }
        rest &= rest - 1
      }
    }
    return counts
  }
}
