/// How often each keyword was met. Dictionaries are sorted, so the counts of several segments are
/// merged as they lie, and nothing is hashed.
struct KeywordCounts {
  private struct Entry {
    /// Of a mapped file that a dictionary keeps.
    var text: UnsafeRawBufferPointer
    var count: Int
  }

  private let dictionaries: [KeywordDictionary]
  /// In the order of their bytes.
  private let entries: [Entry]

  /// - Parameter tally: of the numbers of a dictionary.
  init(_ tally: FacetTally, _ dictionary: KeywordDictionary) throws(FormatError) {
    var entries: [Entry] = []
    try tally.visit { (number, count) throws(FormatError) in
      entries.append(Entry(text: try dictionary.bytes(at: Int(number)), count: count))
    }
    (dictionaries, self.entries) = ([dictionary], entries)
  }

  /// Two by two, so that of many segments each entry is compared a few times only.
  static func sum(of counts: ArraySlice<KeywordCounts>) -> KeywordCounts {
    guard counts.count > 1 else { return counts.first ?? KeywordCounts([], []) }
    let middle = counts.startIndex + counts.count / 2
    let (left, right) = (sum(of: counts[..<middle]), sum(of: counts[middle...]))
    return KeywordCounts(
      left.dictionaries + right.dictionaries, merged(left.entries, right.entries))
  }

  private init(_ dictionaries: [KeywordDictionary], _ entries: [Entry]) {
    (self.dictionaries, self.entries) = (dictionaries, entries)
  }

  private static func merged(_ left: [Entry], _ right: [Entry]) -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(max(left.count, right.count))
    var next = 0
    for var entry in left {
      while next < right.count, case let order = compareBytes(right[next].text, entry.text),
        order <= 0
      {
        if order < 0 { result.append(right[next]) } else { entry.count += right[next].count }
        next += 1
      }
      result.append(entry)
    }
    return result + right[next...]
  }

  /// The most frequent first; equal counts in the order of the keywords.
  var sorted: [FacetCount] {
    let order = entries.indices.sorted { (entries[$1].count, $0) < (entries[$0].count, $1) }
    return order.map { place in
      let text = String(decoding: entries[place].text, as: UTF8.self)
      return FacetCount(value: .text(text), count: entries[place].count)
    }
  }
}
