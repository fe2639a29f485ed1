import Testing

@testable import HaskapText

/// The files under `Golden`, a case a line, written by hand. Known failures stand there too, and
/// must go on failing: a mended one makes the test fail, so that its line is corrected.
@Suite struct GoldenTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Golden/"

  private func rows(_ name: String, columns: ClosedRange<Int>) -> [[Substring]] {
    let rows = ResourceTable.rows(of: SharedText.contents(of: Self.folder + name))
    #expect(rows.count >= 30)
    for row in rows { #expect(columns.contains(row.count), "\(row)") }
    return rows.filter { columns.contains($0.count) }
  }

  /// Columns: what should be and, of a known failure, what is.
  private func check(_ found: String, _ columns: ArraySlice<Substring>, _ name: String) {
    let wanted = String(columns[columns.startIndex])
    guard columns.count > 1 else { return #expect(found == wanted, "\(name)") }
    #expect(found == columns[columns.startIndex + 1], "\(name)")
    #expect(found != wanted, "\(name) is mended: correct its line")
  }

  /// The words of the analyzer `japanese` in the table.
  private static let words =
    [
      "協働", "ひきこもり", "とまこまい", "まちかど", "ふれあい", "不登校", "保護司", "助成金", "障がい者", "民生委員", "児童委員",
      "町内会", "クラウドファンディング", "ファミリーシップ",
    ].map { UserWord($0) } + [UserWord("保護司会", cost: 50)]

  @Test func segmentation() throws {
    for row in rows("segmentation.tsv", columns: 3...5) {
      var text = AnalyzedText()
      var options = Analyzer.Options()
      options.userWords = Self.words
      try Analyzer(named: String(row[0]), options: options).makeSession()
        .analyze(String(row[1]), into: &text)
      let words = text.tokens.map { text.text(of: $0) }.joined(separator: "|")
      check(words, row[2...], "\(row[0]) \(row[1])")
    }
  }

  @Test func normalization() throws {
    for row in rows("normalization.tsv", columns: 2...4) {
      var options = Analyzer.Options()
      options.joinsWraps = row[0].hasPrefix("wraps:")
      let original = options.joinsWraps ? row[0].dropFirst("wraps:".count) : row[0]
      var text = AnalyzedText()
      try Analyzer(named: "keyword", options: options).makeSession()
        .analyze(Self.unescaped(original), into: &text)
      check(String(decoding: text.utf8, as: UTF8.self), row[1...], "\(row[0])")
    }
  }

  @Test func folding() throws {
    let session = try Analyzer(named: "japanese").makeSession()
    for row in rows("folding.tsv", columns: 3...4) {
      var text = AnalyzedText()
      try session.analyze(String(row[0]), into: &text)
      let forms = VariantTables().variants(of: text, limit: 500)
      let found = forms.first { $0.text.elementsEqual(row[1]) }.map { "\($0.tier)" } ?? "-"
      let isMended = row.count > 3 ? found == row[2] : found != row[2]
      #expect(!isMended, "\(row.joined(separator: " ")), found: \(found)")
    }
  }

  /// Every table says where it comes from and under which licence.
  @Test func tablesTellTheirSources() {
    let folder = Self.folder + "../../../Sources/HaskapText/Resources/"
    for name in SharedText.names(in: folder) {
      let text = SharedText.contents(of: folder + name)
      #expect(text.contains("\n# Source: ") && text.contains("\n# Licence: "), "\(name)")
    }
    #expect(SharedText.names(in: folder).count >= 8)
  }

  /// `\u{E0100}` as the scalar.
  private static func unescaped(_ text: Substring) -> String {
    guard let start = text.firstRange(of: "\\u{"),
      let end = text[start.upperBound...].firstIndex(of: "}"),
      let value = UInt32(text[start.upperBound..<end], radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return String(text) }
    return String(text[..<start.lowerBound]) + String(scalar)
      + unescaped(text[text.index(after: end)...])
  }
}
