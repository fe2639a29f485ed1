import HaskapTestSupport
import Testing

@testable import HaskapText

@Suite struct WhitespaceTests {
  /// Cutting 64 bytes at a time gives what looking at each byte gives, at all lengths around
  /// the ends of words and blocks.
  @Test(arguments: [3, 20_261_121] as [UInt64]) func equalsSplittingByteByByte(seed: UInt64)
    throws
  {
    var random = SplitMix(seed: seed)
    let alphabet: [UInt8] = [
      0x20, 0x20, 0x09, 0x0A, 0x0D, 0x08, 0x0E, 0x41, 0x7F, 0xA0, 0xE3, 0x89,
    ]
    let session = try Analyzer(named: "whitespace").makeSession()
    var analyzed = AnalyzedText()
    for length in 0..<300 {
      let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0x41 }
      try text.withUnsafeBufferPointer {
        try session.analyze($0, into: &analyzed, mapOffsets: false)
      }
      let words = split(text)
      #expect(analyzed.utf8 == text)
      #expect(analyzed.tokens == words)
      var cuts: Set<Int> = [0, length]
      for word in words { cuts.formUnion([Int(word.start), Int(word.end)]) }
      #expect(analyzed.boundaries.offsets == cuts.sorted())
    }
  }

  private func split(_ text: [UInt8]) -> [TokenSpan] {
    text.indices.split { text[$0] == 0x20 || (0x09...0x0D).contains(text[$0]) }
      .map { TokenSpan(start: UInt32($0.lowerBound), end: UInt32($0.upperBound)) }
  }
}
