/// Where normalization stands in its source.
struct NormalizerRun {
  let source: UnsafeBufferPointer<UInt8>
  let mapOffsets: Bool
  /// The next byte to normalize.
  var position = 0

  init(source: UnsafeBufferPointer<UInt8>, mapOffsets: Bool) {
    self.source = source
    self.mapOffsets = mapOffsets
  }

  /// Appends source bytes, ASCII letters in lower case.
  func copy(from start: Int, to end: Int, into text: inout AnalyzedText) {
    guard start < end else { return }
    let first = text.utf8.count
    text.utf8.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<end]))
    text.utf8.withUnsafeMutableBufferPointer { bytes in
      for index in first..<bytes.count {
        let byte = bytes[index]
        bytes[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
    }
  }

  /// Writes one scalar for the one at `position`.
  mutating func replace(_ replacement: UInt32, length: Int, into text: inout AnalyzedText) {
    let first = text.utf8.count
    let start = position
    position += length
    UTF8Decoder.append(replacement, to: &text.utf8)
    if text.utf8.count - first != length {
      record(from: first, start: start, end: position, into: &text)
    }
  }

  /// Moves to the next malformed sequence, or to the end.
  mutating func skipWellFormed() {
    while position < source.count {
      let first = source[position]
      let (scalar, length) = UTF8Decoder.decode(source, at: position)
      if scalar == UTF8Decoder.replacement, first != 0xEF || length != 3 { return }
      position += length
    }
  }

  /// Writes U+FFFD for the malformed sequence at `position`.
  mutating func replaceMalformed(into text: inout AnalyzedText) {
    let length = UTF8Decoder.decode(source, at: position).length
    replace(UTF8Decoder.replacement, length: length, into: &text)
  }

  /// Records that the bytes written since `first` stand for source bytes `start..<end`.
  func record(from first: Int, start: Int, end: Int, into text: inout AnalyzedText) {
    guard mapOffsets else { return }
    text.offsetMap.append(normalized: first..<text.utf8.count, original: start..<end)
  }

  /// Moves back by one scalar of well-formed text.
  mutating func stepBack() {
    repeat { position -= 1 } while position > 0 && source[position] & 0xC0 == 0x80
  }

  /// True if nothing at `index` could compose with what stands before it.
  func isPlain(at index: Int) -> Bool {
    guard index < source.count else { return true }
    let scalar = UTF8Decoder.decode(source, at: index).scalar
    return scalar < 0x10000 && CharacterTable.shared[Int(scalar)] != 0
  }

  /// Kana, Han, and the marks of both, the middle dot among them.
  static func isJapanese(_ scalar: UInt32) -> Bool {
    kind(scalar) >= CharacterTable.katakana || 0x3001...0x3030 ~= scalar || scalar == 0x30FB
  }

  static func kind(_ scalar: UInt32) -> UInt8 {
    guard scalar < 0x10000 else { return CharacterTable.hard }
    return CharacterTable.shared[Int(scalar)] & CharacterTable.kindMask
  }
}

extension AnalyzedText {
  /// The last scalar written, if it has three bytes, as all Japanese of the basic plane has.
  private var lastOfThreeBytes: UInt32? {
    guard utf8.count >= 3, utf8[utf8.count - 3] & 0xF0 == 0xE0 else { return nil }
    return utf8.withUnsafeBufferPointer { UTF8Decoder.decode($0, at: $0.count - 3).scalar }
  }

  /// The scalar written last, of ASCII or of three bytes.
  var last: UInt32? {
    utf8.last.flatMap { $0 < 0x80 ? UInt32($0) : lastOfThreeBytes }
  }

  var endsInJapanese: Bool { lastOfThreeBytes.map(NormalizerRun.isJapanese) ?? false }
}
