/// Normalizes text before it is cut: NFKC_Casefold, look-alikes that NFKC leaves alone, dashes by
/// what stands around them, and if asked for the spaces that lie inside Japanese words.
///
/// What it gives is normal: normalized again it stays as it is. To that end whatever depends on
/// neighbors is decided by what is written already and by what the next source character becomes.
///
/// Malformed UTF-8 becomes U+FFFD. Text that is already normal is copied in long runs; only what
/// the character table does not know goes to ICU.
struct Normalizer: Sendable {
  /// Names the rules above; a change of theirs changes the index's fingerprint.
  static let version = 3

  let icu: ICUNormalizer
  let joinsWraps: Bool

  init(joinsWraps: Bool = false) throws(ICUError) {
    icu = try ICUNormalizer()
    self.joinsWraps = joinsWraps
  }

  /// Scratch of one session.
  struct Scratch {
    var source: [UInt16] = []
    var target: [UInt16] = []
  }

  /// Appends the normalized form of `source` to `text.utf8` and, if asked, the way back to
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

  /// Moves on over characters that normalization leaves alone (ASCII capitals among them).
  private func skipStable(_ run: inout NormalizerRun) {
    let source = run.source
    let start = run.position
    var position = start
    CharacterTable.shared.withEntries { table in
      while position < source.count {
        let first = source[position]
        if first < 0x80 {
          if first <= 0x2D, dependsOnNeighbors(first, at: position, since: start, in: source) {
            break
          }
          position += 1
        } else {
          guard first & 0xF0 == 0xE0 else { break }
          let (scalar, length) = UTF8Decoder.decode(source, at: position)
          guard table[Int(scalar)] & CharacterTable.stable != 0 else { break }
          // ー behind a digit may be a hyphen; the digit may also have been full-width.
          if scalar == LookAlikes.prolongedSoundMark,
            position == start || source[position - 1] < 0x80
          {
            break
          }
          position += length
        }
      }
    }
    run.position = position
  }

  /// Whether a hyphen stands behind kana, or a space behind Japanese or a digit, as far as a look
  /// at one byte can tell; at the beginning of a run the byte before became something else.
  @inline(__always)
  private func dependsOnNeighbors(
    _ byte: UInt8, at position: Int, since start: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch byte {
    case 0x2D: position == start || source[position - 1] >= 0x80
    case 0x20, 0x0A, 0x0D:
      joinsWraps
        && (position == start || source[position - 1] >= 0x80 || source[position - 1] &- 0x30 < 10)
    default: false
    }
  }

  /// Handles the character at `run.position` that stopped the copying begun at `start`.
  private func finish(
    _ run: inout NormalizerRun, copiedFrom start: Int, into text: inout AnalyzedText,
    scratch: inout Scratch
  ) throws(ICUError) {
    let position = run.position
    let (scalar, length) = UTF8Decoder.decode(run.source, at: position)
    if scalar <= 0x20 || joinsWraps && Spaces.isSpace(scalar) {
      run.copy(from: start, to: position, into: &text)
      try joinOrKeepSpaces(&run, into: &text, scratch: &scratch)
    } else if Dashes.mayBe(scalar) {
      run.copy(from: start, to: position, into: &text)
      try writeDash(scalar, length: length, &run, into: &text, scratch: &scratch)
    } else if let replacement = LookAlikes.replacement(of: scalar),
      !LookAlikes.joinsKana(replacement), run.isPlain(at: position + length)
    {
      run.copy(from: start, to: position, into: &text)
      run.replace(replacement, length: length, into: &text)
    } else {
      let composes = position > start && !icu.hasBoundaryBefore(Self.known(scalar))
      if composes { run.stepBack() }
      run.copy(from: start, to: run.position, into: &text)
      try normalizeChunk(&run, into: &text, scratch: &scratch)
    }
  }

  private static func known(_ scalar: UInt32) -> UInt32 {
    LookAlikes.replacement(of: scalar) ?? scalar
  }

  /// Normalizes by ICU from `run.position` to the next place where text may be cut.
  private func normalizeChunk(
    _ run: inout NormalizerRun, into text: inout AnalyzedText, scratch: inout Scratch
  ) throws(ICUError) {
    let (start, first) = (run.position, text.utf8.count)
    let (end, scalars) = try chunk(of: run.source, from: start, scratch: &scratch)
    run.position = end
    var index = 0
    while index < scratch.target.count {
      let scalar = UTF16Text.scalar(in: scratch.target, at: &index)
      UTF8Decoder.append(Self.known(scalar), to: &text.utf8)
    }
    let keepsOffsets = scalars == 1 && text.utf8.count - first == run.position - start
    if !keepsOffsets { run.record(from: first, start: start, end: run.position, into: &text) }
  }

  /// Leaves in `scratch.target` what ICU makes of the source from `start` to the next place where
  /// text may be cut. Gives that place and the number of scalars up to it.
  func chunk(
    of source: UnsafeBufferPointer<UInt8>, from start: Int, scratch: inout Scratch
  ) throws(ICUError) -> (end: Int, scalars: Int) {
    scratch.source.removeAll(keepingCapacity: true)
    var (position, scalars) = (start, 0)
    repeat {
      let (scalar, length) = UTF8Decoder.decode(source, at: position)
      let known = Self.known(scalar)
      if scalars > 0, icu.hasBoundaryBefore(known) { break }
      UTF16Text.append(known, to: &scratch.source)
      position += length
      scalars += 1
    } while position < source.count
    if scalars > Self.mostMarks { try sortMarks(&scratch) }
    try icu.normalize(scratch.source, into: &scratch.target)
    return (position, scalars)
  }

  /// The first scalars that the source from `position` on becomes, dashes and spaces as they are
  /// by themselves.
  func lookAhead(
    _ source: UnsafeBufferPointer<UInt8>, from position: Int, count: Int = 1,
    scratch: inout Scratch
  ) throws(ICUError) -> [UInt32] {
    var (position, ahead) = (position, [UInt32]())
    while ahead.count < count, position < source.count {
      let (scalar, length) = UTF8Decoder.decode(source, at: position)
      if scalar < 0x10000, CharacterTable.shared[Int(scalar)] & CharacterTable.stable != 0 {
        ahead.append(scalar)
        position += length
      } else {
        position = try chunk(of: source, from: position, scratch: &scratch).end
        var index = 0
        while index < scratch.target.count {
          ahead.append(Self.known(UTF16Text.scalar(in: scratch.target, at: &index)))
        }
      }
    }
    return Array(ahead.prefix(count))
  }
}
