extension AnalyzedText {
  /// Cuts text at ASCII white space and leaves its bytes as they are.
  ///
  /// A word of the boundary set stands for 64 bytes of text. Its bits are where white space begins
  /// or ends, which gives the boundaries without looking at single bytes; and since these bits are
  /// start and end of one token after another, they are the tokens.
  mutating func splitAtWhitespace(_ text: UnsafeBufferPointer<UInt8>) {
    utf8.append(contentsOf: text)
    boundaries.reset(textLength: text.count)
    let cuts = boundaries.withUnsafeMutableWords { WhitespaceCuts.mark(in: text, to: $0) }
    tokens.append(contentsOf: repeatElement(TokenSpan(start: 0, end: 0), count: cuts / 2))
    boundaries.withUnsafeWords { words in
      tokens.withUnsafeMutableBytes { WhitespaceCuts.write(words, to: $0) }
    }
    boundaries.insert(0)
    boundaries.insert(text.count)
  }
}

private enum WhitespaceCuts {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Marks where white space begins or ends, and returns how many marks there are. They come in
  /// pairs, as if white space stood before and behind the text.
  static func mark(
    in text: UnsafeBufferPointer<UInt8>, to words: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    var count = 0
    var before: UInt64 = 0
    for index in words.indices {
      let inWord = self.inWord(text, from: index &<< 6)
      words[index] = inWord ^ (inWord &<< 1 | before)
      before = inWord &>> 63
      count &+= words[index].nonzeroBitCount
    }
    return count
  }

  /// A bit for each of the next 64 bytes, set for those that are no white space.
  private static func inWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    var result: UInt64 = 0
    for byte in stride(from: start, to: min(start + 64, text.count), by: 8) {
      result |= (~whitespace(eightBytes(text, from: byte)) & 0xFF) &<< UInt64(byte & 63)
    }
    return result
  }

  /// Filled up with spaces at the end of the text.
  @inline(__always)
  private static func eightBytes(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    if start &+ 8 <= text.count {
      return UInt64(
        littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: start, as: UInt64.self))
    }
    return text[start...].reversed().reduce(ones &* 0x20) { $0 &<< 8 | UInt64($1) }
  }

  /// A bit for each byte of a word, lowest first: whether it is 0x20 or 0x09 to 0x0D. Additions
  /// to the lower seven bits of each byte carry into its top bit where a limit is reached.
  @inline(__always)
  private static func whitespace(_ word: UInt64) -> UInt64 {
    let low = word & (ones &* 0x7F)
    let space = ~((low ^ (ones &* 0x20)) &+ ones &* 0x7F)
    let control = (low &+ ones &* (0x80 - 0x09)) & ~(low &+ ones &* (0x80 - 0x0E))
    let tops = (space | control) & ~word & (ones &* 0x80)
    return ((tops &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// Writes the offsets of all marks one after the other.
  static func write(
    _ words: UnsafeBufferPointer<UInt64>, to target: UnsafeMutableRawBufferPointer
  ) {
    guard var next = target.baseAddress else { return }
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        let offset = index &<< 6 | rest.trailingZeroBitCount
        next.storeBytes(of: UInt32(truncatingIfNeeded: offset), as: UInt32.self)
        next += 4
        rest &= rest &- 1
      }
    }
  }
}
