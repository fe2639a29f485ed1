/// Finds the documents of one segment where the pieces of a pattern stand one after the other in
/// the characters of a field, however its words are cut.
///
/// A gram's number is the place of its first scalar, so pieces are compared by the positions of
/// their grams. The rarest piece is looked for first, and the others only where it stands.
struct PieceMatcher {
  /// Where a piece begins, by document; ascending.
  private typealias Starts = [UInt32: [UInt32]]

  let index: InvertedIndex
  /// The number of the field of grams.
  let field: Int

  /// As bits in words.
  func documents(_ pieces: [PatternPiece]) throws -> [UInt64] {
    var words = [UInt64](repeating: 0, count: Bits.wordCount(index.documentCount))
    guard !pieces.isEmpty else { return words }
    let terms = try pieces.map(grams)
    let order = pieces.indices.sorted { cost(terms[$0]) < cost(terms[$1]) }
    var starts = [Starts](repeating: [:], count: pieces.count)
    var among: Starts?
    for piece in order where among?.isEmpty != true {
      starts[piece] = try self.starts(of: terms[piece], among: among)
      among = starts[piece]
    }
    for (document, _) in among ?? [:] where fits(pieces, starts.map { $0[document] ?? [] }) {
      words[Int(document >> 6)] |= 1 << UInt64(document & 63)
    }
    return words
  }

  /// The grams that a piece is made of. Of a single character they are those that begin with it.
  private struct Grams {
    var terms: [(info: TermInfo, offset: Int)] = []
    /// Whether one of them is enough.
    var isAny = false
  }

  private func cost(_ grams: Grams) -> Int {
    let frequencies = grams.terms.map(\.info.documentFrequency)
    return grams.isAny ? frequencies.reduce(0, +) : frequencies.min() ?? 0
  }

  private func grams(of piece: PatternPiece) throws -> Grams {
    let offsets = UTF8Length.offsets(in: piece.utf8)
    var grams = Grams(isAny: piece.length == 1)
    guard piece.length > 1 else {
      let range = TermRange(prefix: piece.utf8)
      var cursor = try piece.utf8.withUnsafeBytes { bytes in
        try index.dictionaries[field].cursor(from: bytes)
      }
      while try cursor.advance(), range.reaches(cursor.term) {
        grams.terms.append((cursor.info, 0))
      }
      return grams
    }
    for place in 0...piece.length - 2 where place % 2 == 0 || place == piece.length - 2 {
      let info = try piece.utf8.withUnsafeBytes { bytes in
        try index.find(
          UnsafeRawBufferPointer(rebasing: bytes[offsets[place]..<offsets[place + 2]]),
          field: field)
      }
      guard let info else { return Grams() }
      grams.terms.append((info, place))
    }
    grams.terms.sort { $0.info.documentFrequency < $1.info.documentFrequency }
    return grams
  }

  private func starts(of grams: Grams, among: Starts?) throws -> Starts {
    var starts: Starts = [:]
    for (number, term) in grams.terms.enumerated() {
      let isFirst = grams.isAny || number == 0
      let own = try self.starts(of: term.info, minus: term.offset, among: isFirst ? among : starts)
      guard !isFirst else {
        starts.merge(own) { $0 + $1 }
        continue
      }
      starts = own.reduce(into: [:]) { kept, entry in
        let others = Set(entry.value)
        let both = (starts[entry.key] ?? []).filter(others.contains)
        if !both.isEmpty { kept[entry.key] = both }
      }
    }
    return grams.isAny ? starts.mapValues { $0.sorted() } : starts
  }

  /// Where a piece would begin by one of its grams.
  private func starts(
    of info: TermInfo, minus offset: Int, among: Starts?
  ) throws -> Starts {
    let positions = try TermPositions(index, field: field, info: info)
    var starts: Starts = [:]
    try index.postings(of: info, field: field).forEachDocument { document in
      if let among, among[document] == nil { return }
      let own = positions.positions(in: document).filter { $0 >= offset }
      if !own.isEmpty { starts[document] = own.map { $0 - UInt32(offset) } }
    }
    return starts
  }

  /// Whether some places of the pieces lie as far from each other as the pattern says.
  private func fits(_ pieces: [PatternPiece], _ starts: [[UInt32]]) -> Bool {
    var reached = starts[0]
    for number in pieces.indices.dropFirst() {
      let length = pieces[number - 1].length
      let gap = pieces[number].gap
      var first = 0
      reached = starts[number].filter { start in
        while first < reached.count, Int(reached[first]) + length + gap.upperBound < start {
          first += 1
        }
        return first < reached.count && Int(reached[first]) + length + gap.lowerBound <= start
      }
    }
    return !reached.isEmpty
  }
}

extension PostingsReader {
  /// Gives all documents in ascending order.
  func forEachDocument(_ body: (UInt32) throws -> Void) rethrows {
    let documents = UnsafeMutablePointer<UInt32>.allocate(capacity: BitPacking.blockLength)
    defer { documents.deallocate() }
    for block in 0..<allBlocks {
      for place in 0..<decodeDocuments(ofBlock: block, into: documents) {
        try body(documents[place])
      }
    }
  }
}
