/// The listed pairs of one segment, mapped (see `PairsLayout`).
final class Pairs: Sendable {
  private let file: MappedFile
  private let rows: Int
  private let count: Int

  init(_ files: SegmentFiles) throws {
    file = try files.mapped(.pairs)
    var directory = try file.directory()
    rows = try directory.integer()
    count = try directory.integer()
    guard rows >= 0, count >= 0, count < file.body.upperBound / PairsLayout.rowLength else {
      throw FormatError(
        file: file.name, offset: rows, expected: "rows inside the file", found: "\(count)")
    }
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

  private func row(_ number: Int) throws(FormatError) -> [Int] {
    let start = rows + number * PairsLayout.rowLength
    let bytes = try file.verified(start..<start + PairsLayout.rowLength)
    return (0..<PairsLayout.rowWords).map {
      let word = bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)
      return Int(truncatingIfNeeded: UInt64(littleEndian: word) & 0x7FFF_FFFF_FFFF)
    }
  }

  private func list(
    _ number: Int, _ words: [Int]
  ) throws(FormatError) -> (info: TermInfo, postings: UnsafeRawBufferPointer) {
    let place = words[2]..<max(words[2], try row(number + 1)[2])
    let info = TermInfo(
      documentFrequency: words[3], totalFrequency: words[4], postings: place)
    return (info, try file.verified(place))
  }
}

extension InvertedIndex {
  /// The documents where two terms of a field stand side by side; nil when they are not listed.
  func pair(
    _ first: TermInfo, _ second: TermInfo, field: Int
  ) throws(FormatError) -> (info: TermInfo, reader: PostingsReader)? {
    guard let pairs, let found = try pairs.find(PairKey(first, second)) else { return nil }
    let reader = PostingsReader(
      found.postings, info: found.info, field: .pairs(of: fields[field]),
      documentCount: documentCount)
    return (found.info, reader)
  }
}

extension InvertedField {
  /// What is kept of the pairs of a field.
  static func pairs(of field: InvertedField) -> InvertedField {
    InvertedField(name: field.name, positions: false, norms: field.norms)
  }
}
