/// Cuts normalized text exactly as ICU's word iterator for Japanese does. Not thread-safe: one a
/// session.
///
/// Plain pieces (runs of Japanese, words and numbers of ASCII, punctuation, spaces) are cut here
/// by Unicode Standard Annex 29's rules for them. From the start of a piece that holds or touches
/// anything else, up to the next boundary that no rule can take away, the text goes to ICU.
final class Segmenter {
  /// The code of 々, which alone is no word to ICU: it is Han by script, but not ideographic.
  private static let iterationMark: UInt16 = 0x05

  private let icu = ICUWordBreaker()
  private let path: ShortestPath?
  private let longestRun: Int
  private var units: [UInt16] = []
  /// For every UTF-16 unit of `units`, and one past them, its UTF-8 byte offset.
  private var offsets: [Int] = []

  /// - Parameters:
  ///   - trie: ICU's dictionary; without it all text goes to ICU.
  ///   - longestRun: in characters; longer runs go to ICU.
  init(
    _ trie: CharsTrie?, userWords: UserDictionary? = nil,
    longestRun: Int = ShortestPath.longestRun
  ) {
    self.longestRun = longestRun
    path = trie.map { ShortestPath($0, userWords: userWords) }
  }

  /// Fills `text.boundaries` and `text.tokens` from `text.utf8`, which must be well-formed.
  func segment(_ text: inout AnalyzedText) throws(ICUError) {
    text.boundaries.reset(textLength: text.utf8.count)
    text.boundaries.insert(0)
    var tokens: [TokenSpan] = []
    swap(&tokens, &text.tokens)
    defer { swap(&tokens, &text.tokens) }
    try text.utf8.withUnsafeBufferPointer { (bytes) throws(ICUError) in
      try text.boundaries.withUnsafeMutableWords { (words) throws(ICUError) in
        var pieces = PieceList(boundaries: words, tokens: tokens)
        tokens = []
        defer { tokens = pieces.tokens }
        if let path {
          try CharacterTable.shared.withEntries { (table) throws(ICUError) in
            try cut(
              PlainText(bytes: bytes, table: table, longestRun: longestRun), by: path, into: &pieces
            )
          }
        } else {
          try cutByICU(bytes, 0..<bytes.count, into: &pieces)
        }
      }
    }
  }

  private func cut(
    _ text: PlainText, by path: ShortestPath, into pieces: inout PieceList
  ) throws(ICUError) {
    path.reserve(min(text.bytes.count / 3 + 1, longestRun))
    var start = 0
    while start < text.bytes.count {
      let end: Int?
      switch text.kind(at: start) {
      case CharacterTable.ideograph, CharacterTable.katakana:
        end = cutRun(text, from: start, by: path, into: &pieces)
      case CharacterTable.letter, CharacterTable.digit, CharacterTable.connector:
        end = text.endOfWord(from: start)
        if let end { pieces.add(start, end, isWord: text.isWord(start, end)) }
      case CharacterTable.hard:
        end = nil
      default:
        end = text.endOfSeparator(from: start)
        if let end { pieces.add(start, end, isWord: false) }
      }
      if let end {
        start = end
      } else {
        let region = start..<text.endOfRegion(from: start)
        try cutByICU(text.bytes, region, into: &pieces)
        start = region.upperBound
      }
    }
  }

  /// Cuts the run of dictionary characters at `start`; nil if what follows could join it.
  @inline(__always)
  private func cutRun(
    _ text: PlainText, from start: Int, by path: ShortestPath, into pieces: inout PieceList
  ) -> Int? {
    let (count, next, last) = text.readRun(from: start, into: path.codes)
    if next == CharacterTable.hard || count == longestRun { return nil }
    if next == CharacterTable.connector, last == CharacterTable.katakana { return nil }
    if count == 1 {
      pieces.add(start, start + 3, isWord: path.codes[0] != Self.iterationMark)
      return start + 3
    }
    var position = start
    let words = path.cut(count)
    for word in stride(from: words - 1, through: 0, by: -1) {
      let end = start + 3 * Int(path.cuts[word])
      pieces.add(position, end, isWord: true)
      position = end
    }
    return position
  }

  /// Cuts a part of the text that begins and ends at a boundary by ICU.
  private func cutByICU(
    _ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, into pieces: inout PieceList
  ) throws(ICUError) {
    decode(bytes, part)
    var start = part.lowerBound
    try units.withUnsafeBufferPointer { (buffer) throws(ICUError) in
      try icu.forEachPiece(of: buffer) { end, isWord in
        pieces.add(start, offsets[end], isWord: isWord)
        start = offsets[end]
      }
    }
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) {
    units.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var index = part.lowerBound
    while index < part.upperBound {
      let (scalar, length) = UTF8Decoder.decode(bytes, at: index)
      UTF16Text.append(scalar, to: &units)
      offsets.append(index)
      if scalar >= 0x10000 { offsets.append(index) }
      index += length
    }
    offsets.append(part.upperBound)
  }
}

/// Where pieces go: a bit for the end of each, a token for each word.
struct PieceList {
  let boundaries: UnsafeMutableBufferPointer<UInt64>
  var tokens: [TokenSpan]

  @inline(__always)
  mutating func add(_ start: Int, _ end: Int, isWord: Bool) {
    boundaries[end >> 6] |= 1 << UInt64(truncatingIfNeeded: end & 63)
    if isWord {
      tokens.append(
        TokenSpan(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end)))
    }
  }
}
