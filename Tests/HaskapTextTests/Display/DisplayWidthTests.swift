import HaskapTestSupport
import HaskapText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("町内会", 6), ("ﾊｽｶｯﾌﾟ", 6), ("（株）", 6), ("①", 1), ("か\u{3099}", 2), ("", 0),
    ("2020年度", 8), ("😀", 2), ("\u{200B}", 0),
  ]) func counts(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func truncates() {
    #expect(DisplayWidth.truncate("まちかど", to: 8) == "まちかど")
    #expect(DisplayWidth.truncate("まちかど", to: 7) == "まちか…")
    #expect(DisplayWidth.truncate("まちかど", to: 6) == "まち…")
  }

  @Test func wrapsWithoutClosingMarksAtLineStarts() {
    #expect(DisplayWidth.wrap("町内会、自治会", to: 6) == ["町内", "会、自", "治会"])
    #expect(DisplayWidth.wrap("ab cd", to: 3) == ["ab ", "cd"])
    #expect(DisplayWidth.wrap("町", to: 1) == ["町"])
  }

  @Test func wrappedLinesFit() {
    let text = String(repeating: "市と町内会（自治会）が協働して、清掃 cleanup を行う。", count: 5)
    for columns in 4...40 {
      #expect(DisplayWidth.wrap(text, to: columns).allSatisfy { DisplayWidth.of($0) <= columns })
    }
  }

  /// Marks, joiners, flags and line ends among plain characters, as text has them anywhere.
  private static let blocks: [ClosedRange<UInt32>] = [
    0...0x7F, 0x0A...0x0D, 0x80...0x36F, 0x900...0x97F, 0x1100...0x11FF, 0x200B...0x202F,
    0x3000...0x30FF, 0x4E00...0x4EFF, 0xAC00...0xACFF, 0xFE00...0xFE0F, 0xFF00...0xFFEF,
    0x1F1E6...0x1F1FF, 0x1F600...0x1F64F, 0xE0100...0xE010F,
  ]

  @Test func textsAreTheirCharacters() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let value = Self.blocks.randomElement(using: &random)!.randomElement(using: &random)!
        text.unicodeScalars.append(Unicode.Scalar(value)!)
      }
      let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }
      #expect(
        DisplayWidth.of(text) == text.map { DisplayWidth.of($0) }.reduce(0, +),
        "seed \(seed): \(scalars)")
      let ends = text.indices.map { text[...$0].utf8.count }
      #expect(DisplayWidth.ends(of: text).offsets == [0] + ends, "seed \(seed): \(scalars)")
    }
  }

  @Test func theFirstLineIsThatOfAll() {
    let text = "町内会（本町）、ABC清掃。防災訓練」と雪まつり、12,300人"
    for columns in -1...60 {
      let lines = DisplayWidth.wrap(text, to: columns)
      let end = DisplayWidth.firstLineEnd(of: text[...], columns: columns)
      #expect(end.map { String(text[..<$0]) } ?? text == lines.first)
      #expect((end == nil) == (DisplayWidth.of(text) <= columns))
    }
  }

  @Test func marksTakeNoColumnAndControlsAreKnown() {
    let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let marks = scalars.filter { scalar in
      let category = scalar.properties.generalCategory
      let isMark = category == .nonspacingMark || category == .enclosingMark || category == .format
      return scalar.value >= 0x300 && (DisplayWidth.of(Character(scalar)) == 0) != isMark
    }
    #expect(marks.isEmpty)
    let controls = scalars.filter {
      DisplayWidth.isControl($0) != ($0.properties.generalCategory == .control)
    }
    #expect(controls.isEmpty)
  }
}
