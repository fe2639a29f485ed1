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
}
