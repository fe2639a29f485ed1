internal import HaskapText

/// Cuts a normalised text into its character bigrams: every two adjacent Unicode scalars, and the
/// last scalar alone, so that each scalar of the text begins one gram. A string of the text is then
/// a run of adjacent grams, and a single character the beginning of one.
enum Grams {
  static func cut(_ utf8: [UInt8], into tokens: inout [TokenSpan]) {
    tokens.removeAll(keepingCapacity: true)
    var previous: Int?
    var current: Int?
    for (offset, byte) in utf8.enumerated() where byte & 0xc0 != 0x80 {
      if let previous { tokens.append(TokenSpan(start: UInt32(previous), end: UInt32(offset))) }
      previous = current
      current = offset
    }
    for start in [previous, current].compactMap(\.self) {
      tokens.append(TokenSpan(start: UInt32(start), end: UInt32(utf8.count)))
    }
  }
}
