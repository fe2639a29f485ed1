import Testing

@testable import HaskapText

@Suite struct NormalizerTests {
  private func normalized(_ text: String, joinsWraps: Bool = false) throws -> AnalyzedText {
    var options = Analyzer.Options()
    options.joinsWraps = joinsWraps
    var result = AnalyzedText()
    try Analyzer(named: "keyword", options: options).makeSession()
      .analyze(text, into: &result, mapOffsets: true)
    return result
  }

  private func string(_ text: AnalyzedText) -> String { String(decoding: text.utf8, as: UTF8.self) }

  @Test(arguments: [
    ("ＡＢＣ　１２", "abc 12"), ("㈱トマト", "(株)トマト"), ("ｶﾞｽ", "ガス"), ("①②", "12"),
    ("⾼齢者⽀援", "高齢者支援"), ("⻑沼⻄⺠", "長沼西民"), ("葛\u{E0100}城", "葛城"),
    ("サ－ビス", "サービス"), ("サ−ビス―", "サービス-"), ("北―南", "北-南"), ("０１４４－３２－６１１１", "0144-32-6111"),
    ("か\u{3099}", "が"), ("Cafe\u{301}", "café"), ("ｅ\u{301}", "é"), ("㍻", "平成"), ("", ""),
    ("スポ-ツ", "スポーツ"), ("ｺﾝﾋﾟｭ-ﾀ-教室", "コンピューター教室"), ("ﾙ-5", "ル-5"), ("ｱ--", "ア--"),
    ("090ー1234ー5678", "090-1234-5678"), ("９ｰ９", "9-9"), ("1─2", "1-2"), ("─", "─"),
    ("10⁻³", "10-3"), ("O₋₂", "o-2"), ("縦︱の", "縦-の"), ("札幌〜", "札幌~"), ("札幌～", "札幌~"),
    ("Let’s", "let's"), ("群′73", "群'73"), ("“A”", "\"a\""), ("カ゛イト゛", "ガイド"), ("う゛", "ゔ"),
    ("ハ゜", "パ"),
    ("協働\u{200B}事業", "協働事業"), ("ﬁ", "fi"), ("ＴＥＬ\u{FE0F}", "tel"),
  ])
  func writesTheNormalForm(_ original: String, _ expected: String) throws {
    #expect(string(try normalized(original)) == expected)
  }

  /// Marks, some of which become others, letters, or nothing.
  private static let marks: [Unicode.Scalar] =
    "\u{301}\u{327}\u{323}\u{345}\u{344}\u{34F}\u{F73}\u{FF9E}\u{3099}\u{340}\u{5B0}\u{200D}"
    .unicodeScalars.map { $0 }

  @Test func manyMarksAreAsICUHasThem() throws {
    let icu = try ICUNormalizer()
    for _ in 0..<200 {
      let marks = (0..<Int.random(in: 30...60)).compactMap { _ in Self.marks.randomElement() }
      let text = "a" + String(String.UnicodeScalarView(marks))
      var expected: [UInt16] = []
      try icu.normalize(Array(text.utf16), into: &expected)
      #expect(string(try normalized(text)) == String(decoding: expected, as: UTF16.self))
    }
  }

  @Test func manyMarksAreInOrderBeforeICUSeesThem() throws {
    var scratch = Normalizer.Scratch()
    scratch.source = Array("a\u{344}\u{327}\u{34F}\u{301}\u{323}e\u{327}\u{5B0}".utf16)
    try Normalizer().sortMarks(&scratch)
    let sorted = "a\u{327}\u{323}\u{308}\u{301}\u{301}e\u{5B0}\u{327}"
    #expect(scratch.source == Array(sorted.utf16))
  }

  @Test(arguments: [
    ("協 働 事 業", "協働事業"), ("まちづ\nくり", "まちづくり"), ("まち \n づくり", "まちづくり"),
    ("項目\n\n次の", "項目\n\n次の"), ("NPO 法人", "npo 法人"), ("a b", "a b"), ("協働　事業", "協働事業"),
    ("協働  事業", "協働  事業"),
    ("終わり。\n次", "終わり。次"), (" 協", " 協"), ("花の会・ 緑の会", "花の会・緑の会"), ("花 ･\n緑", "花・緑"),
  ])
  func joinsWrappedLinesIfAsked(_ original: String, _ expected: String) throws {
    #expect(string(try normalized(original, joinsWraps: true)) == expected)
  }

  @Test func malformedBytesBecomeReplacementCharacters() throws {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE5, 0x8D, 0xE5, 0x8D, 0x94, 0xED, 0xA0, 0x80, 0xF0, 0x9F]
    var result = AnalyzedText()
    try bytes.withUnsafeBufferPointer {
      try Analyzer(named: "keyword").makeSession().analyze($0, into: &result, mapOffsets: true)
    }
    #expect(string(result) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func equalsICUOnRandomText() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var random = RandomText(seed: seed)
    let icu = try ICUNormalizer()
    for _ in 0..<20_000 {
      let text = random.string(length: Int.random(in: 0...24, using: &random.generator))
      var units: [UInt16] = []
      for scalar in text.unicodeScalars {
        UTF16Text.append(LookAlikes.replacement(of: scalar.value) ?? scalar.value, to: &units)
      }
      var target: [UInt16] = []
      try icu.normalize(units, into: &target)
      // Dashes look at their neighbors; NormalFormTests looks at them.
      let ours = string(try normalized(text))
      guard !text.unicodeScalars.contains(where: { Dashes.mayBe($0.value) }),
        !target.contains(where: { LookAlikes.replacement(of: UInt32($0)) != nil })
      else { continue }
      #expect(
        ours.unicodeScalars.elementsEqual(String(decoding: target, as: UTF16.self).unicodeScalars),
        "seed \(seed): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test func offsetMapLeadsBackToTheOriginal() throws {
    let original = "㈱トマトの　Ａ棟 ｶﾞｽ⾼齢"
    let result = try normalized(original)
    func source(of normalizedPart: String) throws -> String {
      let whole = string(result)
      let range = try #require(whole.firstRange(of: normalizedPart))
      let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
      let mapped = result.offsetMap.originalRange(of: start..<start + normalizedPart.utf8.count)
      return String(decoding: Array(original.utf8)[mapped], as: UTF8.self)
    }
    #expect(try source(of: "トマト") == "トマト")
    #expect(try source(of: "株") == "㈱")
    #expect(try source(of: " a棟") == "　Ａ棟")
    #expect(try source(of: "ガス") == "ｶﾞｽ")
    #expect(try source(of: "高齢") == "⾼齢")
  }

  /// Every piece of the normalized text, normalized alone from its stretch of the original,
  /// contains that piece.
  @Test func offsetMapHoldsOnRandomText() throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var random = RandomText(seed: seed)
    for _ in 0..<2_000 {
      let text = random.string(length: 12)
      let original = Array(text.utf8)
      let result = try normalized(text)
      var previous = 0
      for (index, byte) in result.utf8.enumerated() where byte & 0xC0 != 0x80 {
        let range = result.offsetMap.originalRange(of: index..<index + 1)
        #expect(range.lowerBound >= previous && range.upperBound <= original.count, "seed \(seed)")
        #expect(!range.isEmpty, "seed \(seed): \(text.unicodeScalars.map(\.value)) at \(index)")
        previous = range.lowerBound
      }
      let whole = result.offsetMap.originalRange(of: 0..<result.utf8.count)
      #expect(whole.upperBound <= original.count)
    }
  }
}
