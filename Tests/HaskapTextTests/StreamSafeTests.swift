import HaskapText
import Testing

@Suite struct StreamSafeTests {
  @Test("Texts stay but for many marks on one letter, which are parted")
  func partsMarks() {
    let few = "か\u{3099}" + String(repeating: "\u{301}", count: 29)
    #expect(few.streamSafe.unicodeScalars.elementsEqual(few.unicodeScalars))
    let many = "a" + String(repeating: "\u{301}\u{323}", count: 40) + "b"
    let safe = many.streamSafe.unicodeScalars
    #expect(!safe.elementsEqual(many.unicodeScalars))
    #expect(safe.filter { $0 != "\u{34F}" }.elementsEqual(many.unicodeScalars))
    let runs = safe.split { !["\u{301}", "\u{323}"].contains($0) }
    #expect(runs.map(\.count) == [30, 30, 20])
  }

  @Test("The classes that are known from a block are those of Unicode")
  func knowsAllMarks() {
    for value in UInt32(0)..<0x20000 {
      guard let mark = Unicode.Scalar(value) else { continue }
      let isMark = mark.properties.canonicalCombiningClass != .notReordered
      guard isMark || value % 5 == 0 else { continue }
      let text = String(String.UnicodeScalarView(["a"] + Array(repeating: mark, count: 31)))
      let isParted = text.streamSafe.unicodeScalars.count > 32
      #expect(isParted == isMark, "U+\(String(value, radix: 16))")
    }
  }

  @Test("Normalized text is the same")
  func normalizesTheSame() throws {
    let text = "が" + String(repeating: "\u{301}\u{323}\u{316}", count: 30)
    let analyzer = try Analyzer(named: "icu")
    func normal(_ text: String) throws -> [UInt8] {
      var analyzed = AnalyzedText()
      try analyzer.makeSession().analyze(text, into: &analyzed)
      return analyzed.utf8
    }
    #expect(try normal(text) == normal(text.streamSafe))
  }
}
