/// Walks every term, document, frequency and position of a field, and compares what the parts of
/// the index say of each other.
final class InvertedCheck {
  private let index: InvertedIndex
  private let number: Int
  private let field: IndexedField
  private let codes: UnsafePointer<UInt8>
  private let saturations: [Float]
  /// The blocks of the current term.
  private let cache = BlockCache()
  /// The positions that each document's field takes, by its last one.
  private var lengths: [UInt32]
  private var taken = TakenPositions()

  /// - Returns: the length of the field in every document, 0 where no position tells.
  /// - Throws: `FormatError` for the first contradiction.
  static func run(_ index: InvertedIndex, field: Int) throws(FormatError) -> [UInt32] {
    guard index.documentCount > 0 else { return [] }
    let check = try InvertedCheck(index, field: field)
    try check.checkStatistics()
    if check.field.positions {
      check.taken = try check.makeTaken()
    }
    var dictionary = DictionaryCheck(index.dictionaries[field])
    try dictionary.run { (term, info, offset) throws(FormatError) in
      try check.check(info, term, at: offset)
    }
    try check.checkLengths()
    return check.lengths
  }

  /// A length that is not true could ask for any amount of memory.
  private func makeTaken() throws(FormatError) -> TakenPositions {
    let longest = (0..<index.documentCount).reduce(0) { $0 + FieldLength.largest(codes[$1]) }
    guard longest <= max(1 << 30, 64 * index.positions.body.count) else {
      throw error(
        index.norms, index.places[number].norms,
        "lengths that \(index.positions.body.count) bytes of positions fill", "\(longest)")
    }
    return TakenPositions(codes, documentCount: index.documentCount)
  }

  private init(_ index: InvertedIndex, field: Int) throws(FormatError) {
    self.index = index
    number = field
    self.field = index.fields[field]
    codes = try index.fieldNorms(field: field)
    saturations = index.referenceSaturations(field: field)
    lengths = [UInt32](repeating: 0, count: index.documentCount)
  }

  private func check(
    _ info: TermInfo, _ term: [UInt8], at offset: Int
  ) throws(FormatError) {
    let shape = try PostingsCheck(
      info, index.postings, options: field.options, documentCount: index.documentCount)
    let reader = try shape.run()
    cache.forget()
    var (before, total) = (-1, 0)
    if field.positions {
      let positions = try PositionsCheck(index, field: number, info)
      try positions.run(reader, cache) { (block, positions) throws(FormatError) in
        try check(block, of: reader, shape, term, &before, &total)
        try take(positions, at: info.positions.lowerBound)
      }
    } else {
      for block in 0..<reader.allBlocks {
        cache.load(reader, block: block)
        try check(block, of: reader, shape, term, &before, &total)
      }
    }
    guard total == info.totalFrequency else {
      throw error(
        index.dictionaries[number].file, offset,
        "\(total) occurrences of \(DictionaryCheck.text(term))",
        "\(info.totalFrequency)")
    }
  }

  /// - Parameters:
  ///   - block: that the cache holds.
  ///   - before: the last document of the blocks before.
  ///   - total: of the frequencies.
  private func check(
    _ block: Int, of reader: PostingsReader, _ shape: PostingsCheck, _ term: [UInt8],
    _ before: inout Int, _ total: inout Int
  ) throws(FormatError) {
    for index in 0..<cache.count {
      try check(index, after: before, shape, term)
      before = Int(cache.documents[index])
      total += Int(cache.frequencies[index])
    }
    try checkBounds(reader, block, shape, last: before)
  }

  /// - Parameter place: of the document in the decoded block.
  private func check(
    _ place: Int, after before: Int, _ shape: PostingsCheck, _ term: [UInt8]
  ) throws(FormatError) {
    let document = Int(cache.documents[place])
    guard cache.frequencies[place] > 0 else {
      throw shape.error(
        0, "\(DictionaryCheck.text(term)) at least once in document \(document)", "0 times")
    }
    guard document > before, document < index.documentCount else {
      throw shape.error(
        0, "a document from \(before + 1) to \(index.documentCount - 1)", "\(document)")
    }
    guard codes[document] > 0 else {
      throw error(
        index.norms, index.places[number].norms + document,
        "a length of document \(document), which has \(DictionaryCheck.text(term))", "0")
    }
  }

  /// The last document that is noted of a block, and what is noted that its documents score at most.
  private func checkBounds(
    _ reader: PostingsReader, _ block: Int, _ shape: PostingsCheck, last: Int
  ) throws(FormatError) {
    guard block == reader.blockCount || Int(reader.lastDocument(ofBlock: block)) == last else {
      throw shape.error(4 * block, "last document \(last)", "another")
    }
    guard let ceilings = reader.ceilings else { return }
    let levels = ceilings.levels
    for index in 0..<cache.count {
      let document = Int(cache.documents[index])
      let frequency = Float(cache.frequencies[index])
      let ratio = frequency / (frequency + saturations[Int(codes[document])])
      let ceiling = Float(levels[ceilings.level(ofCell: document >> ceilings.layout.bits)])
      guard ratio * Impact.maximum <= ceiling else {
        throw shape.error(0, "a ceiling above that of document \(document)", "\(ceiling)")
      }
    }
  }

  /// Notes the positions of the documents in the cache, which ascend: no two tokens of a document stand at
  /// the same.
  ///
  /// - Parameter offset: of the term's.
  private func take(
    _ positions: UnsafePointer<UInt32>, at offset: Int
  ) throws(FormatError) {
    // Each change of a property is checked by itself.
    var (taken, lengths) = (TakenPositions(), [UInt32]())
    swap(&taken, &self.taken)
    swap(&lengths, &self.lengths)
    defer {
      swap(&taken, &self.taken)
      swap(&lengths, &self.lengths)
    }
    var first = 0
    for place in 0..<cache.count {
      let (document, end) = (cache.documents[place], first + Int(cache.frequencies[place]))
      for next in first..<end where !taken.insert(positions[next], of: Int(document)) {
        throw error(
          index.positions, offset, "a position of document \(document) of its own",
          "\(positions[next])")
      }
      lengths[Int(document)] = max(lengths[Int(document)], positions[end - 1] &+ 1)
      first = end
    }
  }

  private func checkStatistics() throws(FormatError) {
    let place = index.places[number]
    var found = FieldStatistics()
    for document in 0..<index.documentCount where codes[document] > 0 {
      let length = FieldLength.decode(codes[document])
      found = found + FieldStatistics(documentCount: 1, totalLength: length)
    }
    // A length's code stands for the smallest of several, which differ by less than an eighth. Positions
    // would tell the sum to the token, but only of a segment from which nothing was dropped: where
    // merging has dropped documents, it does not read their positions, and the sum is that of the codes,
    // scaled by what the old ones lost and rounded with each merge. Which of both it is nothing says.
    let longest = found.totalLength + found.totalLength / 8 + 16
    guard place.statistics.documentCount == found.documentCount,
      (found.totalLength...longest).contains(place.statistics.totalLength)
    else {
      throw error(
        index.dictionaries[number].file, place.dictionary.start,
        "\(found.documentCount) documents of field '\(field.name)' with "
          + "\(found.totalLength) to \(longest) tokens",
        "\(place.statistics.documentCount) with \(place.statistics.totalLength)")
    }
  }

  /// The lengths that scores are computed from are those of the positions.
  private func checkLengths() throws(FormatError) {
    guard field.positions else { return }
    for document in 0..<index.documentCount {
      let code = FieldLength.encode(Int(lengths[document]))
      guard codes[document] == code else {
        throw error(
          index.norms, index.places[number].norms + document,
          "length \(lengths[document]) as code \(code)", "\(codes[document])")
      }
    }
  }

  private func error(
    _ file: MappedFile, _ offset: Int, _ expected: String, _ found: String
  ) -> FormatError {
    FormatError(file: file.name, offset: offset, expected: expected, found: found)
  }
}

/// The positions of every document at which a token has been met: no two stand at the same.
private struct TakenPositions {
  /// Where the bits of each document begin.
  private var starts: [Int] = []
  private var bits: [UInt64] = []

  init() {}

  /// - Parameter codes: of every document's length.
  init(_ codes: UnsafePointer<UInt8>, documentCount: Int) {
    starts = [0]
    for document in 0..<documentCount {
      let length = codes[document] == 0 ? 0 : FieldLength.largest(codes[document])
      starts.append(starts[document] + length)
    }
    bits = [UInt64](repeating: 0, count: (starts[documentCount] + 63) / 64)
  }

  /// False where the position is taken, or outside of the field.
  mutating func insert(_ position: UInt32, of document: Int) -> Bool {
    let place = starts[document] + Int(position)
    guard place < starts[document + 1] else { return false }
    let bit = UInt64(1) << UInt64(place & 63)
    defer { bits[place >> 6] |= bit }
    return bits[place >> 6] & bit == 0
  }
}
