import Testing

@testable import HaskapDocuments

@Suite struct CSVTextTests {
  @Test func quotesWhatWouldBreakARow() {
    let line = CSVText.line(["まちかど", "庭木, 左官", "「\"」", "一行\n二行", ""])
    #expect(line == "まちかど,\"庭木, 左官\",\"「\"\"」\",\"一行\n二行\",\r\n")
  }

  /// A spreadsheet would run them.
  @Test(arguments: ["=1+1", "+81 144", "-2+3|cmd", "@SUM(A1)", "\t=1", "--5", "-1.", "=\u{301}x"])
  func guardsFormulas(cell: String) {
    #expect(CSVText.line([cell]).utf8.starts(with: "'".utf8))
  }

  @Test(arguments: ["-", "-5", "+3", "-12.5", "1-2", "a=b", "−3", ""])
  func leavesOtherCells(cell: String) {
    #expect(CSVText.line([cell]) == cell + "\r\n")
  }
}
