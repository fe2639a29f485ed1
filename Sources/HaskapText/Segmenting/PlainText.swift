/// Well-formed UTF-8 read by the kinds of its characters, and the rules of Unicode Standard
/// Annex 29 for the plain ones. A `nil` end means that a character which is not plain could join
/// the piece, so that ICU must say.
struct PlainText {
  let bytes: UnsafeBufferPointer<UInt8>
  let table: CharacterTable.Entries
  /// In characters; longer runs of dictionary characters are not read to their end.
  let longestRun: Int

  /// The kind of the character at `index`; two- and four-byte characters are `hard`.
  @inline(__always)
  func kind(at index: Int) -> UInt8 {
    let first = bytes[index]
    if first < 0x80 { return table[Int(first)] & CharacterTable.kindMask }
    guard first & 0xF0 == 0xE0 else { return CharacterTable.hard }
    return table[scalarOfThreeBytes(at: index)] & CharacterTable.kindMask
  }

  /// The kind of what follows a piece; the end of the text joins nothing.
  @inline(__always)
  private func next(_ index: Int) -> UInt8 {
    index < bytes.count ? kind(at: index) : CharacterTable.other
  }

  @inline(__always)
  private func scalarOfThreeBytes(at index: Int) -> Int {
    Int(bytes[index] & 0xF) << 12 | Int(bytes[index + 1] & 0x3F) << 6
      | Int(bytes[index + 2] & 0x3F)
  }

  @inline(__always)
  func length(at index: Int) -> Int {
    let first = bytes[index]
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Reads the run of dictionary characters at `start` into `codes`, at most the longest run.
  /// Gives its length in characters, the kind of what follows, and of its last character.
  @inline(__always)
  func readRun(
    from start: Int, into codes: UnsafeMutablePointer<UInt16>
  ) -> (count: Int, next: UInt8, last: UInt8) {
    var index = start
    var count = 0
    var last = CharacterTable.hard
    while index < bytes.count {
      let first = bytes[index]
      guard first & 0xF0 == 0xE0 else { break }
      let scalar = scalarOfThreeBytes(at: index)
      let kind = table[scalar] & CharacterTable.kindMask
      guard kind >= CharacterTable.katakana, count < longestRun else { break }
      codes[count] = UInt16(truncatingIfNeeded: scalar - Int(WordAutomaton.firstScalar))
      count += 1
      index += 3
      last = kind
    }
    return (count, next(index), last)
  }

  /// The end of a word of letters, digits and `_` (rules WB5–WB13b).
  func endOfWord(from start: Int) -> Int? {
    var index = start
    var last = CharacterTable.hard
    while index < bytes.count {
      let kind = kind(at: index)
      switch kind {
      case CharacterTable.letter, CharacterTable.digit, CharacterTable.connector:
        last = kind
        index += length(at: index)
      case CharacterTable.middle, CharacterTable.middleOfNumber:
        let after = index + length(at: index)
        let following = next(after)
        if following == CharacterTable.hard { return nil }
        guard joins(last, kind, following) else { return index }
        index = after
      case CharacterTable.hard:
        return nil
      case CharacterTable.katakana where last == CharacterTable.connector:
        return nil
      default:
        return index
      }
    }
    return index
  }

  /// True if `.`, `'`, `,` or `;` stays inside a word: between letters the first two (WB6, WB7),
  /// between digits all (WB11, WB12).
  private func joins(_ before: UInt8, _ middle: UInt8, _ after: UInt8) -> Bool {
    if before != after { return false }
    return before == CharacterTable.digit
      || before == CharacterTable.letter && middle == CharacterTable.middle
  }

  /// ICU takes a single `_` for no word, two and more for one.
  func isWord(_ start: Int, _ end: Int) -> Bool {
    kind(at: start) != CharacterTable.connector || end > start + length(at: start)
  }

  /// The end of a line end (WB3), of a run of spaces (WB3d), or of a single other character.
  func endOfSeparator(from start: Int) -> Int? {
    let kind = kind(at: start)
    var index = start + length(at: start)
    if kind == CharacterTable.lineFeed { return index }
    if kind == CharacterTable.carriageReturn {
      return next(index) == CharacterTable.lineFeed ? index + 1 : index
    }
    if kind == CharacterTable.space {
      while next(index) == CharacterTable.space { index += length(at: index) }
    }
    return next(index) == CharacterTable.hard ? nil : index
  }

  /// The first boundary after `start` that stands between two plain characters and that no rule
  /// can take away: beside punctuation, spaces and line ends.
  func endOfRegion(from start: Int) -> Int {
    var before = kind(at: start)
    var index = start + length(at: start)
    while index < bytes.count {
      let after = kind(at: index)
      if divides(before, after) { return index }
      before = after
      index += length(at: index)
    }
    return index
  }

  private func divides(_ before: UInt8, _ after: UInt8) -> Bool {
    if before == CharacterTable.hard || after == CharacterTable.hard { return false }
    let separators = CharacterTable.other...CharacterTable.carriageReturn
    guard separators.contains(before) || separators.contains(after) else { return false }
    if before == CharacterTable.carriageReturn { return after != CharacterTable.lineFeed }
    return before != CharacterTable.space || after != CharacterTable.space
  }
}
