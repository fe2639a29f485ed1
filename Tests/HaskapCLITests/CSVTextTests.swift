import Testing

@testable import HaskapCLI

@Suite struct CSVTextTests {
  @Test func quotesWhatWouldBreakARow() {
    let line = CSVText.line(["まちかど", "庭木, 左官", "「\"」", "一行\n二行", ""])
    #expect(line == "まちかど,\"庭木, 左官\",\"「\"\"」\",\"一行\n二行\",\r\n")
  }
}
