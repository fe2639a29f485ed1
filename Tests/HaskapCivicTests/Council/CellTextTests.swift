import Testing

@testable import HaskapCivic

@Suite struct CellTextTests {
  @Test(arguments: [
    ("ボランティア体験 プログラム事業", "ボランティア体験プログラム事業"),
    ("基本目標2 笑顔あふれる地域づくり 「ちいき」", "基本目標2 笑顔あふれる地域づくり「ちいき」"),
    ("おしゃべりカフェ Peace", "おしゃべりカフェ Peace"),
    ("MIRAI FEST", "MIRAI FEST"),
    ("ＭＩＲＡＩ ＦＥＳＴ", "ＭＩＲＡＩ ＦＥＳＴ"),
    ("整備 (地域福祉課)", "整備(地域福祉課)"),
    (" 　 ", ""),
  ])
  func wrappedText(_ text: String, _ expected: String) {
    #expect(CellText.unwrapped(text) == expected)
  }

  @Test(arguments: [
    ("10 絵本読み聞かせ", 10, "絵本読み聞かせ"), ("３．講座", 3, "講座"), ("12階の利用", nil, "12階の利用"),
    ("1.5倍にします", nil, "1.5倍にします"), ("法人後見事業", nil, "法人後見事業"),
  ])
  func numbers(_ text: String, _ number: Int?, _ rest: String) {
    #expect(CellText.numbered(text).number == number)
    #expect(CellText.numbered(text).rest == rest)
  }

  @Test(arguments: [
    ("令和7年度(2025年度)", 2025), ("令和元年度", 2019), ("平成３１年度", 2019), ("昭和64年", 1989),
    ("令和の時代", nil), ("2025年度", nil),
  ])
  func years(_ text: String, _ year: Int?) {
    #expect(PrintedYear.year(in: text) == year)
  }

  @Test(arguments: [
    ("政策Ⅱ 産業流通", "Ⅱ", "産業流通"), ("基本政策Ⅴ：心の通い合う", "Ⅴ", "心の通い合う"), ("政策IV", "Ⅳ", ""),
    ("政策Ⅲ", "Ⅲ", ""),
  ])
  func policies(_ text: String, _ numeral: String, _ rest: String) throws {
    let heading = try #require(PolicyNumeral.heading(text))
    #expect(heading.numeral == numeral)
    #expect(heading.rest == rest)
  }

  @Test(arguments: ["政策推進課", "Ⅱ 産業", "・政策推進課", "基本政策"])
  func notPolicies(_ text: String) {
    #expect(PolicyNumeral.heading(text) == nil)
  }

  @Test func onlyWholeWordsAreMended() {
    #expect(Misreadings.correct("苦手な計算").text == "苦手な計算")
    #expect(Misreadings.correct("苦小牧市").text == "苫小牧市")
    #expect(Misreadings.correct("苦小牧市").printed == ["苦小牧"])
    #expect(Misreadings.correct("苫小牧市").note("name") == nil)
    #expect(Misreadings.correct("安心して学習に取り組めます").text == "安心して学習に取り組めます")
    #expect(Misreadings.correct(promise: "整備に取り組めます").text == "整備に取り組みます")
  }

  @Test func taggedText() {
    let lines = TaggedText.lines(
      #"<p>a &lt; b</p><ul style="x"><li>c<ul><li>d &#x3042;</li></ul></li></ul>e<br/>3 < 4 & 5"#)
    #expect(
      lines == [
        .init(text: "a < b", depth: 0), .init(text: "c", depth: 1), .init(text: "d あ", depth: 2),
        .init(text: "e", depth: 0), .init(text: "3 < 4 & 5", depth: 0),
      ])
    let ruby = TaggedText.lines(
      "<ruby>苫<rp>(</rp><rt>とま</rt><rp>)</rp>小<rt>こ</rt>牧<rt>まい</rt></ruby>市の花、<ruby>鱒<rt>ます</ruby><br>釣り"
    )
    #expect(ruby.map(\.text) == ["苫小牧市の花（とまこまい）、鱒（ます）", "釣り"])
    #expect(TaggedText.lines("</ul></ul><li>x") == [.init(text: "x", depth: 0)])
    #expect(TaggedText.lines("<") == [.init(text: "<", depth: 0)])
  }
}
