/// Where a field's parts lie, and what it sums up to: one row of the table that ends the terms.
struct FieldPlace: Hashable, Sendable {
  static let byteCount = 7 * 8
  var dictionary = TermDictionaryPlace()
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
    ].map(UInt64.init)
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    let words = (0..<7).map {
      Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
    }
    dictionary = TermDictionaryPlace(
      start: words[0], index: words[1], blockCount: words[2], termCount: words[3])
    statistics = FieldStatistics(documentCount: words[4], totalLength: words[5])
    norms = words[6]
  }
}
