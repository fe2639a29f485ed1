import Testing

@testable import HaskapCivic

@Suite("Spaces that a line's end left") struct WrappingTests {
  private let none = Vocabulary([])

  /// The first page of the report of 2023: a column of seven characters.
  private static let narrow = [
    "まちかどミー ティング (協働・男女平 等参画室)", "ノーザンホース パークマラソン 2023 (スポーツ都市 推進課)",
    "苫小牧民報杯 第35回苫小牧 ハスカップトラ イアスロン大会 in勇払 (スポーツ都市 推進課)",
  ]

  @Test(
    "spaces at the end of full lines go, a space after a short line stays",
    arguments: [
      (0, "まちかどミーティング"), (1, "ノーザンホースパークマラソン2023"),
      (2, "苫小牧民報杯 第35回苫小牧ハスカップトライアスロン大会in勇払"),
    ]) func names(_ index: Int, _ name: String)
  {
    let wrapping = Wrapping(Self.narrow, style: .terms, isWrapped: true, vocabulary: none)
    let cell = wrapping.unwrap(Self.narrow[index]).replacing("\n", with: " ")
    #expect(DepartmentCell.split(cell).name == name)
  }

  @Test(
    "in a wide column all spaces were printed",
    arguments: [
      "備えるフェスタ2023 inとまこまい (危機管理室)", "TANZ フェスティバル VOL31", "演劇集団「群'73」 自主公演 「ぬれぎぬ」",
    ]) func wide(_ cell: String)
  {
    let column = [cell, "第24回大学アイスホッケー交流戦 (スポーツ都市推進課)", "北海道学生野球春季リーグ戦及び秋季リーグ戦"]
    let wrapping = Wrapping(column, style: .terms, isWrapped: nil, vocabulary: none)
    #expect(wrapping.unwrap(cell) == cell)
  }

  @Test("organisations: lines that end early part them")
  func organizations() {
    let column = [
      "平等社会を推進する ネットワーク苫小牧 苫小牧商工会議所 (一社)北海道中小企 業家同友会苫小牧支部 (一社)苫小牧青年会 議所",
      "国際交流ボランティア 登録者（令和2年度末登 録者数200人）",
    ]
    let wrapping = Wrapping(column, style: .terms, isWrapped: true, vocabulary: none)
    #expect(
      wrapping.unwrap(column[0])
        == "平等社会を推進するネットワーク苫小牧\n苫小牧商工会議所\n(一社)北海道中小企業家同友会苫小牧支部\n(一社)苫小牧青年会議所")
    #expect(wrapping.unwrap(column[1]) == "国際交流ボランティア登録者（令和2年度末登録者数200人）")
  }

  @Test(
    "words and counted numbers that nothing parts",
    arguments: [
      ("勇払 9月13日 ※延べ30 9人", "勇払 9月13日 ※延べ309人"), ("・出 席者980人", "・出席者980人"),
      ("苫 小牧市民会館 (30人)", "苫小牧市民会館 (30人)"),
    ]) func unparted(_ cell: String, _ meant: String)
  {
    let wrapping = Wrapping([cell], style: .dates, isWrapped: true, vocabulary: none)
    #expect(wrapping.unwrap(cell).replacing("\n", with: " ") == meant)
  }

  @Test("prose: words and numbers are whole again, items stay apart")
  func prose() {
    let cell = "取組を市の全域で進めている、N PO法人の催し ・ハーフ+7 kmトレイル ・ラン1 0km"
    let wrapping = Wrapping([cell], style: .prose, isWrapped: true, vocabulary: none)
    #expect(
      wrapping.unwrap(cell).replacing("\n", with: " ")
        == "取組を市の全域で進めている、NPO法人の催し ・ハーフ+7kmトレイル ・ラン10km")
  }

  @Test("a cell without spaces is never changed", arguments: ["", "苫小牧市", "「。」（）、"])
  func untouched(_ cell: String) {
    let wrapping = Wrapping([cell], style: .terms, isWrapped: true, vocabulary: none)
    #expect(wrapping.unwrap(cell) == cell)
  }
}

@Suite("Widths and line breaks") struct DisplayWidthTests {
  @Test(
    "quarters of a full-width character, with space between letters and kanji",
    arguments: [
      ("苫小牧", 12), ("(公財)", 12), ("第35回", 14), ("ｱｲｽ", 6), ("", 0), ("2023", 8),
    ]) func width(_ text: String, _ width: Int)
  {
    #expect(TypesetWidth.of(text) == width)
  }

  @Test(
    "what must stand together at a line's start",
    arguments: [
      ("ティング", "ティ"), ("ポーツ", "ポー"), ("（公財）", "（公"), ("て、意見", "て、"), ("室", "室"),
    ]) func unit(_ text: String, _ unit: String)
  {
    #expect(String(Kinsoku.firstUnit(of: text)) == unit)
  }
}

@Suite("Vocabulary") struct VocabularyTests {
  @Test("a run printed elsewhere without a space tells of a line's end")
  func evidence() {
    let vocabulary = Vocabulary(["港湾振興局 出光文化館"])
    #expect(vocabulary.evidence(left: "港湾振", right: "興局") == 2)
    #expect(vocabulary.evidence(left: "船振", right: "興局") == 1)
    #expect(vocabulary.evidence(left: "振興局", right: "出光") == 0)
  }
}
