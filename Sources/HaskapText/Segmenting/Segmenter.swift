/// Cuts normalised text as ICU's word iterator for Japanese does. Not thread-safe: one a session.
final class Segmenter {
  private let icu = ICUWordBreaker()
  private var units: [UInt16] = []
  /// For every UTF-16 unit of `units`, and one past them, its UTF-8 byte offset.
  private var offsets: [Int] = []

  init() {}

  /// Fills `text.boundaries` and `text.tokens` from `text.utf8`, which must be well-formed.
  func segment(_ text: inout AnalyzedText) throws(ICUError) {
    text.boundaries.reset(textLength: text.utf8.count)
    text.boundaries.insert(0)
    try segmentByICU(0..<text.utf8.count, of: &text)
  }

  /// Cuts a part of the text that begins and ends at a boundary.
  private func segmentByICU(_ part: Range<Int>, of text: inout AnalyzedText) throws(ICUError) {
    text.utf8.withUnsafeBufferPointer { decode($0, part) }
    var start = part.lowerBound
    try units.withUnsafeBufferPointer { (buffer) throws(ICUError) in
      try icu.forEachPiece(of: buffer) { end, isWord in
        let end = offsets[end]
        text.boundaries.insert(end)
        if isWord { text.tokens.append(TokenSpan(start: UInt32(start), end: UInt32(end))) }
        start = end
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
