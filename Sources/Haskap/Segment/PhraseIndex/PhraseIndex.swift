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

  /// The list of a pair: what its term would have in the dictionary, and its postings' bytes. Nil
  /// when the pair is not listed.
  func find(
    _ key: PairKey
  ) throws(FormatError) -> (info: TermInfo, postings: UnsafeRawBufferPointer)? {
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

  private func list(
    _ number: Int, _ words: Row
  ) throws(FormatError) -> (info: TermInfo, postings: UnsafeRawBufferPointer) {
    let place = words[2]..<max(words[2], try row(number + 1)[2])
    let info = TermInfo(
      documentFrequency: words[3], totalFrequency: words[4], postings: place,
      number: number)
    return (info, try file.verified(place))
  }
}

extension InvertedIndex {
  /// The documents where two terms of a field stand side by side; nil when they are not listed.
  func pair(
    _ first: TermInfo, _ second: TermInfo, field: Int
  ) throws(FormatError) -> (info: TermInfo, reader: PostingsReader)? {
    try pair(PairKey(first, second), field: field)
  }

  func pair(
    _ key: PairKey, field: Int
  ) throws(FormatError) -> (info: TermInfo, reader: PostingsReader)? {
    guard let pairs, let found = try pairs.find(key) else { return nil }
    try pairs.checkOnce(found.info, in: self, field: field)
    let reader = PostingsReader(
      found.postings, info: found.info, options: fields[field].options.ofPairs,
      documentCount: documentCount)
    return (found.info, reader)
  }
}
