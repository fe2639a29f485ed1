/// The listed pairs of one segment, mapped (see `PhraseIndexLayout`).
final class PhraseIndex: Sendable {
  private let file: MappedFile
  private let rows: Int
  private let count: Int
  private let fieldCount: Int
  /// The lists that were found sound, as each field reads them.
  private let checked: CheckedParts

  init(_ files: SegmentFiles, fieldCount: Int) throws {
    file = try files.mapped(.pairs)
    var directory = try file.directory()
    rows = try directory.integer()
    count = try directory.integer()
    guard file.body.contains(rows),
      count < (file.body.upperBound - rows) / PhraseIndexLayout.rowLength
    else {
      throw FormatError(
        file: file.name, offset: rows, expected: "rows inside the file", found: "\(count)")
    }
    self.fieldCount = fieldCount
    checked = CheckedParts(count: count * fieldCount)
  }

  /// What a term of the pair's documents would have in the dictionary; nil when the pair is not listed.
  func find(_ key: PairKey) throws(FormatError) -> TermInfo? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let words = try row(middle)
      let found = PairKey(first: words[0], second: words[1])
      if found == key { return try list(middle, words) }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// All pairs, which must be in order and their lists behind each other.
  func keys() throws(FormatError) -> [PairKey] {
    var keys: [PairKey] = []
    var start = 0
    for number in 0...count {
      let words = try row(number)
      let key = PairKey(first: words[0], second: words[1])
      guard words[2] >= start, number == count || keys.last.map({ $0 < key }) ?? true else {
        throw error(
          "pair \(number) behind the one before",
          found: "terms \(words[0]) and \(words[1]), postings at \(words[2])")
      }
      start = words[2]
      if number < count { keys.append(key) }
    }
    return keys
  }

  func error(_ expected: String, found: String) -> FormatError {
    FormatError(file: file.name, offset: rows, expected: expected, found: found)
  }

  /// Looks at the postings of a list, as a field reads them, before they are taken on trust.
  func checkOnce(_ list: TermInfo, in index: InvertedIndex, field: Int) throws(FormatError) {
    try checked.once(list.number * fieldCount + field) { () throws(FormatError) in
      try check(
        list, options: index.fields[field].options.ofPairs, documentCount: index.documentCount)
    }
  }

  private func check(
    _ list: TermInfo, options: PostingsOptions, documentCount: Int
  ) throws(FormatError) {
    guard list.documentFrequency > 0 else { return }
    guard file.withoutPadding.contains(list.postings.lowerBound),
      list.postings.upperBound <= file.withoutPadding.upperBound
    else {
      throw FormatError(
        file: file.name, offset: list.postings.lowerBound, expected: "a list inside the file",
        found: "\(list.postings)")
    }
    _ = try PostingsCheck(list, file, options: options, documentCount: documentCount).run()
  }

  /// The numbers of a row, read where they stand: a pair is looked for in many rows of each segment.
  private struct Row {
    let bytes: UnsafeRawBufferPointer

    subscript(_ word: Int) -> Int {
      let word = bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)
      return Int(truncatingIfNeeded: UInt64(littleEndian: word) & 0x7FFF_FFFF_FFFF)
    }
  }

  private func row(_ number: Int) throws(FormatError) -> Row {
    let start = rows + number * PhraseIndexLayout.rowLength
    return Row(bytes: try file.verified(start..<start + PhraseIndexLayout.rowLength))
  }

  private func list(_ number: Int, _ words: Row) throws(FormatError) -> TermInfo {
    let place = words[2]..<max(words[2], try row(number + 1)[2])
    return TermInfo(
      documentFrequency: words[3], totalFrequency: words[4], postings: place, number: number)
  }

  /// The bytes of a pair's postings.
  func postings(of list: TermInfo) throws(FormatError) -> UnsafeRawBufferPointer {
    try file.verified(list.postings)
  }
}

extension InvertedIndex {
  /// Two terms side by side; nil when they are not listed.
  func pair(_ key: PairKey) throws(FormatError) -> TermInfo? { try pairs?.find(key) }

  /// - Parameter pair: of this index.
  func postings(ofPair pair: TermInfo, field: Int) throws(FormatError) -> PostingsReader? {
    guard let pairs else { return nil }
    try pairs.checkOnce(pair, in: self, field: field)
    return PostingsReader(
      try pairs.postings(of: pair), info: pair, options: fields[field].options.ofPairs,
      documentCount: documentCount)
  }
}
