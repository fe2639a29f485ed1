/// Normalises text before it is cut: NFKC_Casefold, CJK radicals that NFKC leaves alone, hyphen
/// look-alikes, and if asked for the spaces of line wraps between Japanese characters.
///
/// Malformed UTF-8 becomes U+FFFD. Text that is already normal is copied in long runs; only what
/// the character table does not know goes to ICU.
struct Normalizer: Sendable {
  /// Names the rules above; a change of theirs changes the index's fingerprint.
  static let version = 1

  private let icu: ICUNormalizer
  private let joinsWraps: Bool

  init(joinsWraps: Bool = false) throws(ICUError) {
    icu = try ICUNormalizer()
    self.joinsWraps = joinsWraps
  }

  /// Scratch of one session.
  struct Scratch {
    var source: [UInt16] = []
    var target: [UInt16] = []
  }

  /// Appends the normalised form of `source` to `text.utf8` and, if asked, the way back to
  /// `text.offsetMap`.
  func normalize(
    _ source: UnsafeBufferPointer<UInt8>, into text: inout AnalyzedText, mapOffsets: Bool,
    scratch: inout Scratch
  ) throws(ICUError) {
    text.utf8.reserveCapacity(source.count)
    var run = NormalizerRun(source: source, mapOffsets: mapOffsets)
    while true {
      let start = run.position
      skipStable(&run)
      if run.position == source.count {
        run.copy(from: start, to: run.position, into: &text)
        return
      }
      try finish(&run, copiedFrom: start, into: &text, scratch: &scratch)
    }
  }

  /// Moves on over characters that normalisation leaves alone (ASCII capitals among them).
  private func skipStable(_ run: inout NormalizerRun) {
    let source = run.source
    let joinsWraps = joinsWraps
    var position = run.position
    CharacterTable.shared.withEntries { table in
      while position < source.count {
        let first = source[position]
        if first < 0x80 {
          if joinsWraps, first == 0x20 || first == 0x0A || first == 0x0D { break }
          position += 1
        } else {
          guard first & 0xF0 == 0xE0 else { break }
          let (scalar, length) = UTF8Decoder.decode(source, at: position)
          guard table[Int(scalar)] & CharacterTable.stable != 0 else { break }
          position += length
        }
      }
    }
    run.position = position
  }

  /// Handles the character at `run.position` that stopped the copying begun at `start`.
  private func finish(
    _ run: inout NormalizerRun, copiedFrom start: Int, into text: inout AnalyzedText,
    scratch: inout Scratch
  ) throws(ICUError) {
    let position = run.position
    let (scalar, length) = UTF8Decoder.decode(run.source, at: position)
    if scalar < 0x80 {
      run.copy(from: start, to: position, into: &text)
      joinOrKeepSpaces(&run, into: &text)
    } else if let replacement = LookAlikes.replacement(of: scalar),
      run.isPlain(at: position + length)
    {
      run.copy(from: start, to: position, into: &text)
      run.replace(scalar, by: replacement, length: length, into: &text)
    } else {
      let composes = position > start && !icu.hasBoundaryBefore(scalar)
      if composes { run.stepBack() }
      run.copy(from: start, to: run.position, into: &text)
      try normalizeChunk(&run, into: &text, scratch: &scratch)
    }
  }

  /// Normalises by ICU from `run.position` to the next place where text may be cut.
  private func normalizeChunk(
    _ run: inout NormalizerRun, into text: inout AnalyzedText, scratch: inout Scratch
  ) throws(ICUError) {
    let (start, first) = (run.position, text.utf8.count)
    scratch.source.removeAll(keepingCapacity: true)
    var scalars = 0
    repeat {
      let (scalar, length) = UTF8Decoder.decode(run.source, at: run.position)
      if scalars > 0, icu.hasBoundaryBefore(scalar) { break }
      UTF16Text.append(LookAlikes.replacement(of: scalar) ?? scalar, to: &scratch.source)
      run.position += length
      scalars += 1
    } while run.position < run.source.count
    try icu.normalize(scratch.source, into: &scratch.target)
    var index = 0
    while index < scratch.target.count {
      UTF8Decoder.append(UTF16Text.scalar(in: scratch.target, at: &index), to: &text.utf8)
    }
    let keepsOffsets = scalars == 1 && text.utf8.count - first == run.position - start
    if !keepsOffsets { run.record(from: first, start: start, end: run.position, into: &text) }
  }

  /// Drops the spaces of a line wrap (at most one line feed, no ideographic space) between two
  /// Japanese characters and inside dates; copies all others.
  private func joinOrKeepSpaces(_ run: inout NormalizerRun, into text: inout AnalyzedText) {
    let (start, first) = (run.position, text.utf8.count)
    var lineFeeds = 0
    while run.position < run.source.count,
      [0x20, 0x0A, 0x0D].contains(run.source[run.position])
    {
      lineFeeds += run.source[run.position] == 0x0A ? 1 : 0
      run.position += 1
    }
    let isInside =
      text.endsInJapanese && run.startsInJapanese
      || WrappedDates(source: run.source).joins(text.utf8, at: run.position)
    if lineFeeds <= 1, isInside {
      run.record(from: first, start: start, end: run.position, into: &text)
    } else {
      run.copy(from: start, to: run.position, into: &text)
    }
  }
}
