import HaskapText
import Testing

@testable import HaskapCivic

/// Sums among rows, tables of no projects, projects called by headings, and names that fonts spell.
@Suite("Tables beside those of projects") struct TablesOfOthersTests {
  private func rows(_ text: String, file: String = "a.tsv") throws -> [String] {
    try MunicipalTablesTests.rows(of: .init("", text, file: file))
  }

  @Test("sums with the name of a group are no projects", arguments: ["環境　計", "環境（計）", "環境　小計"])
  func sums(_ sum: String) throws {
    let text =
      "令和5年度\n分野\t事業名\t団体名\t参加者数\n環境\t清掃\t川の会\t20人\n環境\t植樹\t森の会\t30人\n\(sum)\t2件\t\t50人\n福祉\tサロン\t茶の会\t9人\n"
    #expect(
      try rows(text) == ["清掃||川の会||20|2023", "植樹||森の会||30|2023", "サロン||茶の会||9|2023"])
    let total = "令和5年度\n事業名\t団体名\t参加者数\n清掃\t川の会\t20人\n植樹\t森の会\t30人\n延べ参加者数\t\t50人\n"
    #expect(try rows(total) == ["清掃||川の会||20|2023", "植樹||森の会||30|2023"])
  }

  @Test(
    "tables of no projects are paragraphs",
    arguments: [
      "形態\t件数\n共催\t7\n後援\t15\n", "年度\t事業数\t参加者数\n令和4年度\t12\t3,400\n令和5年度\t14\t4,120\n",
      "分野\t担当課\t電話番号\n福祉\t福祉課\t0123-45-6789\n防災\t防災課\t0123-45-6780\n",
      "日程\t内容\n4月上旬\t募集\n5月20日\t審査会\n",
      "氏名\t所属・役職等\n井上　修\t区長会　会長\n森　花\tNPO法人川の風　理事長\n", "部局名\t課名\t事業数\n市民部\t市民課\t3\n建設部\t道路課\t5\n",
      "補助対象経費\t補助率\t限度額\n報償費、旅費\t2分の1\t20万円\n印刷製本費\t2分の1\t10万円\n",
      "科目\t予算額\t決算額\n補助金\t100,000\t100,000\n会費\t20,000\t18,000\n", "時間\t内容\n10:00\t開会\n10:10\t発表\n",
    ])
  func noProjects(_ table: String) throws {
    #expect(try rows("みどり市の協働\n\n" + table) == [])
  }

  @Test("rows without a name of projects that tell of events are some") func events() throws {
    #expect(
      try rows("令和5年度\n実施日\t内容\t参加者数\n5月3日\t川の清掃\t30人\n6月4日\t花植え\t12人\n").count == 2)
  }

  @Test(
    "a heading names what two labels tell of",
    arguments: [
      "<h3>夜市</h3><p>団体：夜市の会<br>日時：令和5年8月5日</p><h3>駅伝</h3><p>団体：走る会<br>日時：令和5年11月3日</p>",
      "<p><strong>夜市</strong><br>団体：夜市の会<br>日時：令和5年8月5日</p><p><strong>駅伝</strong><br>団体：走る会<br>日時：令和5年11月3日</p>",
      "<h2>夜市</h2><table><tr><th>項目</th><th>内容</th></tr><tr><td>団体</td><td>夜市の会</td></tr><tr><td>日時</td><td>令和5年8月5日</td></tr></table><h2>駅伝</h2><table><tr><th>項目</th><th>内容</th></tr><tr><td>団体</td><td>走る会</td></tr><tr><td>日時</td><td>令和5年11月3日</td></tr></table>",
    ])
  func named(_ body: String) throws {
    let page = "<html><h1>みどり市　令和5年度　協働事業</h1>\(body)</html>"
    #expect(
      try rows(page, file: "a.html") == [
        "夜市||夜市の会|2023-08-05||2023", "駅伝||走る会|2023-11-03||2023",
      ])
  }

  @Test("lists below offices need no day") func offices() throws {
    let text = "令和5年度　みどり市　協働事業\n\n環境課\n・河川清掃（清流の会）\n・花いっぱい運動（緑を育てる会）\n\n商工課\n・夜市（商店街振興組合）\n"
    #expect(
      try rows(text, file: "a.txt") == [
        "河川清掃|環境課|清流の会|||2023", "花いっぱい運動|環境課|緑を育てる会|||2023", "夜市|商工課|商店街振興組合|||2023",
      ])
  }

  @Test("radicals and what nobody sees are the letters that they stand for") func radicals() throws
  {
    let text =
      "令和5年度\n事業名\t担当課\t団体名\t実施⽇\t参加者数\n⼭の⽇\t市⺠課\t⻄⺠⽣委員会\t令和6年2⽉5⽇\t12⼈\n川の日\t市\u{200B}民課\t葛\u{E0100}城の会\t6⽉7⽇\t8人\n"
    #expect(
      try rows(text) == [
        "山の日|市民課|西民生委員会|2024-02-05|12|2023", "川の日|市民課|葛城の会|2023-06-07|8|2023",
      ])
  }

  @Test("two lists side by side, a blank column between them") func sides() throws {
    let text = "令和5年度\n事業名\t主催者\t\t事業名\t主催者\n夜市\t夜市の会\t\t駅伝\t走る会\n清掃\t川の会\t\t\t\n"
    #expect(
      try rows(text) == ["夜市||夜市の会|||2023", "駅伝||走る会|||2023", "清掃||川の会|||2023"])
  }

  @Test("marks below months tell when") func months() throws {
    let text = "令和5年度\n事業名\t団体名\t4月\t5月\t2月\n夜市\t夜市の会\t\t●\t●\n清掃\t川の会\t○\t\t\n"
    #expect(
      try rows(text) == ["夜市||夜市の会|2023-05、2024-02||2023", "清掃||川の会|2023-04||2023"])
  }
}
