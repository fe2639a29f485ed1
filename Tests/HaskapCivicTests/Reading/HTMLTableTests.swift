import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Tables of HTML become lines between tabs, each with the number of the line its row begins on.
@Suite("Tables of HTML") struct HTMLTableTests {
  private func lines(_ text: String) throws -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return try #require(try HTMLTable.lines(lines)).map { "\($0.number)|\($0.text)" }
  }

  @Test("a row on many lines, two rows on one, text around") func rows() throws {
    #expect(
      try lines(
        """
        <h2>① 共催</h2>
        <table class="wide"><tr>
        <th>No.</th>
        <th>名称</th>
        </tr>
        <tr><td>1</td><td>講習<br>会</td></tr><tr><td>2</td><td>祭り &amp; 市</td></tr></table>
        以上
        """) == ["1|① 共催", "2|No.\t名称", "6|1\t講習<br>会", "6|2\t祭り &amp; 市", "7|以上"])
  }

  @Test("end tags left out, capital letters, lists and a table inside a cell") func loose() throws {
    #expect(
      try lines(
        """
        <TABLE><TR><TD>1<TD><ul><li>a
        <li>b</ul>
        <TR><TD>2<TD><table><tr><td>x</td></tr></table></TABLE>
        """) == ["1|1\t<ul><li>a <li>b</ul>", "3|2\t<table><tr><td>x</td></tr></table>"])
  }

  @Test("a cell over two rows is empty below, or goes on for a row of its own") func spans() throws
  {
    #expect(
      try lines(
        """
        <tr><td rowspan="2">1</td><td rowspan=2>祭り</td><td>春</td><td rowspan='2'>市</td></tr>
        <tr><td>秋</td></tr>
        <tr><td>2</td><td colspan="2">展示</td><td>町</td></tr>
        <tr><td colspan="4">② 協議会</td></tr>
        """) == ["1|1\t祭り\t春\t市", "2|\t\t秋\t〃", "3|2\t展示\t\t町", "4|② 協議会"])
  }

  @Test("text without tables is left alone") func others() throws {
    #expect(try HTMLTable.lines(["a\tb", "<ul><li>c</li></ul>", "1 < 2 > 0"]) == nil)
  }

  @Test("whatever is broken, nothing is lost but tags", arguments: 0..<200 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let parts = [
      "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=3>", "<th colspan=2>",
      "<", ">", "語", "\t", " ",
    ]
    let source = (0..<4).map { _ in
      (0..<Int.random(in: 0...9, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
    }
    let words = source.joined().count { $0 == "語" }
    let kept = try HTMLTable.lines(source)?.map(\.text).joined().count { $0 == "語" }
    #expect(kept == nil || kept == words, "seed \(seed): \(source)")
  }
}
