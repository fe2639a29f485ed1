/// Spaces that lie inside Japanese words: a line end where a line was full, a space that a scanner
/// saw between two characters. They are left out, so that the word is found.
enum Spaces {
  /// White space that is one space in normalized text, and line ends.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

/// A run of white space in the source, as it is in normalized text.
private struct SpaceRun {
  var bytes: [UInt8] = []

  var lineFeeds: Int { bytes.count { $0 == 0x0A } }
  var spaces: Int { bytes.count { $0 == 0x20 } }

  /// Whether it may lie inside a word: one line end with what indents the next line, or one space.
  /// Two spaces part the columns of a table, two line ends paragraphs.
  var mayLieInside: Bool {
    lineFeeds == 1 || lineFeeds == 0 && spaces == 1 && bytes.count == 1
  }
}

extension Normalizer {
  /// Drops white space between two Japanese characters and inside dates; keeps all other.
  func joinOrKeepSpaces(
    _ run: inout NormalizerRun, into text: inout AnalyzedText, scratch: inout Scratch
  ) throws(ICUError) {
    let (start, first) = (run.position, text.utf8.count)
    let spaces = try readSpaces(&run, scratch: &scratch)
    let joins = try joins(spaces, run, text, scratch: &scratch)
    if !joins { text.utf8.append(contentsOf: spaces.bytes) }
    if text.utf8.count - first != run.position - start {
      run.record(from: first, start: start, end: run.position, into: &text)
    }
  }

  /// Reads the run of white space at `run.position`, with what vanishes in it.
  private func readSpaces(
    _ run: inout NormalizerRun, scratch: inout Scratch
  ) throws(ICUError) -> SpaceRun {
    var spaces = SpaceRun()
    while run.position < run.source.count {
      let (scalar, length) = UTF8Decoder.decode(run.source, at: run.position)
      if Spaces.isSpace(scalar) {
        spaces.bytes.append(scalar == 0x0A || scalar == 0x0D ? UInt8(scalar) : 0x20)
        run.position += length
      } else if !run.isPlain(at: run.position),
        let end = try endOfNothing(run, scratch: &scratch)
      {
        run.position = end
      } else {
        break
      }
    }
    return spaces
  }

  /// The end of the character at `run.position` if normalization makes nothing of it.
  private func endOfNothing(
    _ run: NormalizerRun, scratch: inout Scratch
  ) throws(ICUError) -> Int? {
    let (end, _) = try chunk(of: run.source, from: run.position, scratch: &scratch)
    return scratch.target.isEmpty ? end : nil
  }

  private func joins(
    _ spaces: SpaceRun, _ run: NormalizerRun, _ text: AnalyzedText, scratch: inout Scratch
  ) throws(ICUError) -> Bool {
    guard spaces.lineFeeds <= 1 else { return false }
    let next = try lookAhead(run.source, from: run.position, scratch: &scratch).first
    guard let next else { return false }
    if spaces.mayLieInside, text.endsInJapanese, NormalizerRun.isJapanese(next) { return true }
    guard WrappedDates.mayJoin(text.last, next) else { return false }
    let ahead = try lookAhead(
      run.source, from: run.position, count: WrappedDates.farthest, scratch: &scratch)
    return WrappedDates.joins(text.utf8, ahead)
  }
}
