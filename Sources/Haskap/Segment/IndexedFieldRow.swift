/// Where a field's parts lie, and what it sums up to: one row of the table that ends the terms.
struct IndexedFieldRow: Hashable, Sendable {
  static let byteCount = 7 * 8
  var dictionary = TermDictionaryRow()
  var statistics = FieldStatistics()
  /// Offset of the lengths' codes in the file of norms.
  var norms = 0

  init(statistics: FieldStatistics = FieldStatistics(), norms: Int) {
    self.statistics = statistics
    self.norms = norms
  }

  var words: [UInt64] {
    [
      dictionary.start, dictionary.index, dictionary.blockCount, dictionary.termCount,
      statistics.documentCount, statistics.totalLength, norms,
    ].map { UInt64(bitPattern: Int64($0)) }
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    let words = (0..<7).map {
      Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
    }
    dictionary = TermDictionaryRow(
      start: words[0], index: words[1], blockCount: words[2], termCount: words[3])
    statistics = FieldStatistics(documentCount: words[4], totalLength: words[5])
    norms = words[6]
  }

  /// Whether everything lies in its file, and the numbers fit each other.
  func check(
    _ terms: MappedFile, norms file: MappedFile, documentCount: Int, at offset: Int
  ) throws(FormatError) {
    let blockLength = TermDictionaryLayout.blockLength
    let hasTerms = dictionary.termCount != 0
    let isSound =
      dictionary.termCount >= 0 && dictionary.termCount <= terms.body.upperBound
      && dictionary.blockCount == (dictionary.termCount + blockLength - 1) / blockLength
      && (!hasTerms
        || terms.body.contains(dictionary.start) && terms.body.contains(dictionary.index)
          && dictionary.blockCount < (terms.body.upperBound - dictionary.index) / 4)
      && (0...documentCount).contains(statistics.documentCount)
      && (!hasTerms || statistics.documentCount > 0)
      && (0...1 << 48).contains(statistics.totalLength)
      && (documentCount == 0
        || file.body.contains(norms) && documentCount <= file.body.upperBound - norms)
    guard isSound else {
      throw FormatError(
        file: terms.name, offset: offset, expected: "a field inside its files",
        found: words.map { "\($0)" }.joined(separator: " "))
    }
  }
}
