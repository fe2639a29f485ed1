import Testing

@testable import HaskapCivic

@Suite("Columns made by spaces") struct AlignedTextTests {
  private func lines(_ text: String) -> [String]? {
    AlignedText.lines(
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))?
      .map(\.text)
  }

  @Test("cells under their headings, with what wraps") func layout() {
    let text = """
      協働事業一覧（令和5年度）
      No.   事業名              団体名                  実施日
      1     ふれあい清掃        浜町町内会、港町町内    6月4日
                                会連合会
      2     植樹                緑の会                  6月5日
      """
    #expect(
      lines(text) == [
        "協働事業一覧（令和5年度）", "No.\t事業名\t団体名\t実施日", "1\tふれあい清掃\t浜町町内会、港町町内会連合会\t6月4日",
        "2\t植樹\t緑の会\t6月5日",
      ])
  }

  @Test("a title with gaps is no heading, wherever its parts stand") func titleWithGaps() {
    let table = "No.   事業名      団体名\n 1    松葉かき    松原に親しむ会\n 2    茶摘み      檜山茶保存会"
    for title in ["い   ろ   は", "令和元年度　　東浜市　　協働事業一覧", "令和元年度    東浜市    協働事業一覧    3頁"] {
      #expect(lines(title + "\n" + table)?.suffix(2) == ["1\t松葉かき\t松原に親しむ会", "2\t茶摘み\t檜山茶保存会"])
    }
  }

  @Test("labels and values are no columns") func sheet() {
    #expect(lines("報告書\n事業名　　　河川清掃\n団体名　　　清流の会") == nil)
  }

  @Test("words with one space between, as many as the headings") func singleSpaces() {
    let text = "一覧\nNo. 事業名 担当課 団体名\n1 清掃 環境課 町内会\n2 植樹 緑地課 緑の会"
    #expect(lines(text)?.last == "2\t植樹\t緑地課\t緑の会")
  }

  @Test("a cell on each line") func stacked() {
    let text = "一覧\nNo.\n事業名\n団体名\n1\n清掃\n町内会\n2\n植樹\n緑の会"
    #expect(lines(text) == ["一覧", "No.\t事業名\t団体名", "1\t清掃\t町内会", "2\t植樹\t緑の会"])
  }

  @Test("prose stays as it is") func prose() {
    #expect(lines("市民と市が協働する。\n清掃を行った。") == nil)
  }
}
