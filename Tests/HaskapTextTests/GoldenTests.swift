import Testing

@testable import HaskapText

@Suite struct GoldenTests {
  /// Each line of `Golden/segmentation.tsv`, written from what words are; known failures stand
  /// there with what is wrong, so that a change of theirs is seen.
  @Test func segmentationIsAsWritten() throws {
    let path =
      #filePath.split(separator: "/").dropLast()
      .reduce(into: "") { $0 += "/" + $1 } + "/Golden/segmentation.tsv"
    let rows = ResourceTable.rows(of: SharedText.contents(of: path))
    #expect(rows.count >= 15)
    for row in rows {
      var text = AnalyzedText()
      try Analyzer(named: String(row[0])).makeSession().analyze(String(row[1]), into: &text)
      let words = text.tokens.map { text.text(of: $0) }.joined(separator: "|")
      #expect(words == String(row[2]), "\(row[0]) \(row[1])")
    }
  }
}
