import Testing

@testable import HaskapCivic

@Suite("Cells of a letter a line in plain text") struct LetterStripsTests {
  private func rows(_ text: String) throws -> [[String]] {
    try ReportText(file: "a.txt", bytes: Array(text.utf8)).lines
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("a cell of one letter a line, over two pages, is one with what stands beside its beginning")
  func letterStrips() throws {
    let text = """
      1川                40
      の清
      掃と
      生き
      物を
      調べ
      ます
              ・環境課     ★★★★★
            川 ・公園課     ☆☆☆☆☆
            を
            清
            掃
            し
            、
            水
            辺
            の
            生
            き
            物
            を
            調
            べ
            て
            記
            録
      \u{C}し
      ま
      す
         ・
         ご
         み
         を
         拾
         い
         ま
         し
         た
         。
      2道                60
      の花
      を植
      えま
      す
          ● ・道路課     ★★☆☆☆
          花
          だ
          ん
          に
          花
          を
          植
          え
          る
      """
    #expect(
      try rows(text) == [
        ["1川の清掃と生き物を調べます", "40"],
        ["川を清掃し、水辺の生き物を調べて記録します ・ごみを拾いました。", "・環境課 ・公園課", "★★★★★☆☆☆☆☆"],
        ["2道の花を植えます", "60"], ["●花だんに花を植える", "・道路課", "★★☆☆☆"],
      ])
  }
}
