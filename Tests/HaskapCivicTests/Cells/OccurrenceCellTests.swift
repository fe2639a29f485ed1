import HaskapText
import Testing

@testable import HaskapCivic

@Suite("Cell of dates and participants") struct OccurrenceCellTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var cell: String
    var occurrences: [Record.Occurrence]
    var total: Int?
    var remarks: [String] = []

    init(
      _ cell: String, _ occurrences: [Record.Occurrence], total: Int? = nil, remarks: [String] = []
    ) {
      (self.cell, self.occurrences, self.total, self.remarks) = (cell, occurrences, total, remarks)
    }

    var testDescription: String { cell }
  }

  static let dates: [Case] = [
    .init("令和 2年10月29日（25名）", [held("2020-10-29", nil, 25, "名")], total: 25),
    .init("令和5年12月5日～6日(6人)", [held("2023-12-05", "2023-12-06", 6)], total: 6),
    .init("令和 2年11月30日、12月1日（5人）", [held("2020-11-30", "2020-12-01", 5)], total: 5),
    .init("令和2年12月20日～1月10日", [held("2020-12-20", "2021-01-10")]),
    .init("令和 3年 1月", [held("2021-01")]),
    .init("令和2年4月～令和3年3月", [held("2020-04", "2021-03")]),
    .init("令和元年 5月 3日(日・祝) (30人)", [held("2019-05-03", nil, 30)], total: 30),
    .init("2020年8月25日（12人）", [held("2020-08-25", nil, 12)], total: 12),
    .init("R2.8.25 (12人)", [held("2020-08-25", nil, 12)], total: 12),
    .init("2020/8/25～2020/8/27", [held("2020-08-25", "2020-08-27")]),
    .init(
      "10月4日、11日、18日（延べ30人）",
      [held("2020-10-04"), held("2020-10-11"), held("2020-10-18", nil, 30)], total: 30),
    .init(
      "令和 3年 3月 6日 令和 3年 3月20日 (8人)", [held("2021-03-06"), held("2021-03-20", nil, 8)]),
    .init("令 和 2年1 0月1 8日（約 9人）", [held("2020-10-18", nil, 9, approximate: true)], total: 9),
  ]

  /// Dates whose years or counters are printed once, or not at all.
  static let shortDates: [Case] = [
    .init("7/10（120名）", [held("2020-07-10", nil, 120, "名")], total: 120),
    .init("7.10（30人）", [held("2020-07-10", nil, 30)], total: 30),
    .init("1月10日(日)（30人）", [held("2021-01-10", nil, 30)], total: 30),
    .init("R2年7月10日（20人）", [held("2020-07-10", nil, 20)], total: 20),
    .init("2020.7.10～7.12（延べ1,200人）", [held("2020-07-10", "2020-07-12", 1200)], total: 1200),
    .init("R2.7.10～12（30人）", [held("2020-07-10", "2020-07-12", 30)], total: 30),
    .init("7～9月（300人）", [held("2020-07", "2020-09", 300)], total: 300),
    .init("令和2年7～9月 全3回（延べ60人）", [held("2020-07", "2020-09", 60)], total: 60, remarks: ["全3回"]),
    .init("令和2年7月10～12日（60人）", [held("2020-07-10", "2020-07-12", 60)], total: 60),
    .init("令和2年7月10、11、12日（60人）", [held("2020-07-10", "2020-07-12", 60)], total: 60),
    .init(
      "令和2年7月10・17日（60人）", [held("2020-07-10"), held("2020-07-17", nil, 60)], total: 60),
    .init(
      "7/10、7/17 各20名", [held("2020-07-10", nil, 20, "名"), held("2020-07-17", nil, 20, "名")],
      total: 40),
    .init("令和2年7月10日（1.5kmの部 30人）", [held("2020-07-10", nil, 30, label: "1.5kmの部")], total: 30),
    .init("5～6日間", [held(nil, label: "5～6日間")]),
    .init(
      "第1回 7月10日 30人 / 第2回 8月10日 40人",
      [held("2020-07-10", nil, 30, label: "第1回"), held("2020-08-10", nil, 40, label: "第2回")],
      total: 70),
  ]

  static let participants: [Case] = [
    .init(
      "令和2年8月1日（30名、うち子ども10名）", [held("2020-08-01", nil, 30, "名", label: "うち子ども10名")], total: 30),
    .init("令和2年8月1日 来場者 約3千人", [held("2020-08-01", nil, 3000, approximate: true)], total: 3000),
    .init("令和2年8月1日（1万2千人）", [held("2020-08-01", nil, 12_000)], total: 12_000),
    .init("令和2年8月1日（3日間延べ30人）", [held("2020-08-01", nil, 30)], total: 30),
    .init("令和2年8月1日 5kmの部 30人", [held("2020-08-01", nil, 30, label: "5kmの部")], total: 30),
    .init(
      "令和2年8月1日 動画視聴 約305回", [held("2020-08-01", nil, 305, "回", approximate: true, label: "動画視聴")]),
    .init(
      "令和2年8月1日（30人） 動画視聴（305回）",
      [held("2020-08-01", nil, 30), held(nil, nil, 305, "回", label: "動画視聴")], total: 30),
    .init(
      "令和2年8月1日（30人） 動画視聴305回 令和2年9月1日（20人）",
      [
        held("2020-08-01", nil, 30), held(nil, nil, 305, "回", label: "動画視聴"),
        held("2020-09-01", nil, 20),
      ], total: 50),
    .init(
      "令和2年8月1日（会場 45人） 令和2年9月1日～30日（動画視聴 延べ253回）",
      [
        held("2020-08-01", nil, 45, label: "会場"),
        held("2020-09-01", "2020-09-30", 253, "回", label: "動画視聴"),
      ], total: 45),
    .init(
      "令和2年4月～令和3年3月（毎月1日、15日） 延べ1,850人",
      [held("2020-04", "2021-03", 1850, label: "毎月1日、15日")], total: 1850),
    .init("令和2年8月1日（動画再生回数 1,234回）", [held("2020-08-01", nil, 1234, "回", label: "動画再生")]),
    .init("令和2年8月1日（１，２３４人）", [held("2020-08-01", nil, 1234)], total: 1234),
    .init("令和2年8月1日(13 7人)", [held("2020-08-01", nil, 137)], total: 137),
    .init("令和2年8月1日（120人程度）", [held("2020-08-01", nil, 120, approximate: true)], total: 120),
    .init(
      "令和2年10月1日、2日、8日(各回15人)",
      [held("2020-10-01", nil, 15), held("2020-10-02", nil, 15), held("2020-10-08", nil, 15)],
      total: 45),
    .init("令和2年8月1日 120人", [held("2020-08-01", nil, 120)], total: 120),
    .init("令和2年8月1日（大人30人、子ども20人）", [held("2020-08-01", nil, 50, label: "大人、子ども")], total: 50),
    .init(
      "令和2年8月1日（参加者30人、スタッフ5人）", [held("2020-08-01", nil, 30, label: "スタッフ5人")], total: 30),
    .init("令和2年8月1日（12団体）", [held("2020-08-01", nil, 12, "団体")]),
    .init("令和2年8月1日（動画視聴305回）", [held("2020-08-01", nil, 305, "回", label: "動画視聴")]),
    .init("令和2年8月1日（一部中止、30人）", [held("2020-08-01", nil, 30, label: "一部中止")], total: 30),
    .init(
      "令和2年8月1日（動画視聴、約305人）", [held("2020-08-01", nil, 305, approximate: true, label: "動画視聴")],
      total: 305),
    .init("令和2年8月1日（オンライン開催）", [held("2020-08-01", label: "オンライン開催")]),
    .init(
      "令和2年8月1日（動画視聴 305人）", [held("2020-08-01", nil, 305, label: "動画視聴")], total: 305),
    .init(
      "令和2年8月1日（5人） 令和2年9月1日（7人） （延べ12人）",
      [held("2020-08-01", nil, 5), held("2020-09-01", nil, 7)], total: 12),
    .init(
      "令和2年8月1日（5人） 令和2年9月1日（書面開催）",
      [held("2020-08-01", nil, 5), held("2020-09-01", label: "書面開催")]
    ),
  ]

  static let cancellations: [Case] = [
    .init("新型コロナウイルスの影響により中止", [held(nil, cancelled: true)], remarks: ["新型コロナウイルスの影響により中止"]),
    .init("※雨天のため中止", [held(nil, cancelled: true)], remarks: ["※雨天のため中止"]),
    .init("中止", [held(nil, cancelled: true)], remarks: ["中止"]),
    .init("開催見送り", [held(nil, cancelled: true)], remarks: ["開催見送り"]),
    .init("休会", [held(nil, label: "休会", cancelled: true)], remarks: ["休会"]),
    .init("中止（休止中）", [held(nil, label: "休止", cancelled: true)], remarks: ["中止", "休止中"]),
    .init(
      "令和2年8月1日 中止（休止中） 令和2年9月1日（中止）",
      [held("2020-08-01", label: "休止", cancelled: true), held("2020-09-01", cancelled: true)],
      remarks: ["中止", "休止中", "中止"]),
    .init(
      "令和2年8月1日（中止） 令和2年9月1日（7人）",
      [held("2020-08-01", cancelled: true), held("2020-09-01", nil, 7)], total: 7, remarks: ["中止"]),
    .init(
      "夏まつりは雨天のため中止 秋まつり 令和2年9月1日（7人）",
      [called("夏まつり"), held("2020-09-01", nil, 7, label: "秋まつり")], total: 7,
      remarks: ["夏まつりは雨天のため中止"]),
  ]

  static let between: [Case] = [
    .init("令和2年8月1日 市民会館（30人）", [held("2020-08-01", nil, 30, label: "市民会館")], total: 30),
    .init(
      "令和2年8月1日(土) 10:00～12:00 (30人)", [held("2020-08-01", nil, 30)], total: 30,
      remarks: ["10:00～12:00"]),
    .init("令和2年4月1日～令和3年3月31日 延べ300人", [held("2020-04-01", "2021-03-31", 300)], total: 300),
    .init("令和2年6月～令和3年2月（全9回、延べ165人）", [held("2020-06", "2021-02", 165)], total: 165),
    .init("令和2年8月下旬（5人）", [held("2020-08", nil, 5, label: "下旬")], total: 5),
    .init(
      "①令和2年8月1日（5人） ②令和2年9月1日（6人）", [held("2020-08-01", nil, 5), held("2020-09-01", nil, 6)],
      total: 11),
    .init("全12回（延べ150人）", [held(nil, nil, 150, label: "全12回")], total: 150),
    .init("令和2年8月1日（10組20人）", [held("2020-08-01", nil, 20, label: "10組")], total: 20),
    .init("令和2年8月1日 参加者数：120人", [held("2020-08-01", nil, 120)], total: 120),
    .init("令和2年4月1日～令和3年3月31日（通年）", [held("2020-04-01", "2021-03-31", label: "通年")]),
  ]

  static let words: [Case] = [
    .init("通年", [held(nil, label: "通年")]),
    .init("-", []),
    .init("", []),
    .init(
      "・総会：令和2年5月1日(書面開催) ・役員会：令和2年6月1日(6人)",
      [held("2020-05-01", label: "総会（書面開催）"), held("2020-06-01", nil, 6, label: "役員会")]),
    .init(
      "令和2年5月1日(6人) 3地区で開催 令和2年度総会 令和2年6月1日(4人)",
      [held("2020-05-01", nil, 6), held("2020-06-01", nil, 4, label: "令和2年度総会")], total: 10,
      remarks: ["3地区で開催"]),
    .init(
      "令和2年5月1日(6人) ※雨のため屋内 令和2年6月1日(4人)",
      [held("2020-05-01", nil, 6), held("2020-06-01", nil, 4)], total: 10, remarks: ["※雨のため屋内"]),
  ]

  @Test(arguments: dates + shortDates + participants + between + cancellations + words)
  func cell(_ expected: Case) {
    let cell = OccurrenceCell(expected.cell, fiscalYear: 2020)
    #expect(cell.occurrences == expected.occurrences)
    #expect(cell.total == expected.total)
    #expect(cell.remarks == expected.remarks)
  }

  @Test("an end before its start stays as printed and is suspect") func endBeforeStart() {
    let cell = OccurrenceCell("令和 3年 5月 8日～令和 2年 5月 9日", fiscalYear: 2021)
    #expect(cell.occurrences == [held("2021-05-08", "2020-05-09")])
    #expect(
      cell.notes == [
        .init(
          kind: .suspect, field: "occurrences", printed: "令和 3年 5月 8日～令和 2年 5月 9日",
          reason: "終了日2020-05-09が開始日2021-05-08より前です")
      ])
  }

  @Test("a day that no month has is suspect") func impossibleDay() {
    let notes = OccurrenceCell("令和3年6月31日", fiscalYear: 2021).notes
    #expect(notes.map(\.reason) == ["2021-06-31という日付は存在しません"])
  }

  @Test(
    "a month or a day that no calendar has is suspect, and the date keeps the rest",
    arguments: [
      ("令和2年13月1日（5人）", "2020", "13月という日付は存在しません"),
      ("令和2年7月32日（5人）", "2020-07", "32日という日付は存在しません"),
      ("令和3年2月30日（5人）", "2021-02", "2021-02-30という日付は存在しません"),
      ("令和99年7月1日（5人）", "2117-07-01", "2117-07-01の年は先すぎます"),
    ]) func impossible(_ text: String, _ date: String, _ reason: String)
  {
    let cell = OccurrenceCell(text, fiscalYear: 2020)
    #expect(cell.occurrences.map { $0.start } == [PartialDate(date)])
    #expect(cell.notes.map(\.reason) == [reason])
  }

  @Test(
    "figures that cannot be are suspect",
    arguments: [
      ("令和2年8月1日（12345678人）", ["参加人数が12345678人とは考えられません"]),
      (
        "令和2年8月1日（12人） 令和2年8月8日（1112人） 令和2年8月15日（10人）",
        ["1112人は、ほかの回の12人前後と桁が違います"]
      ),
      ("委員会 令和2年8月1日（9人） 令和2年8月8日（8人） 式典 令和3年1月10日（885人）", []),
    ]) func unlikely(_ cell: String, _ reasons: [String])
  {
    #expect(OccurrenceCell(cell, fiscalYear: 2020).notes.map(\.reason) == reasons)
  }

  @Test("brackets for participants without a number are suspect") func noNumber() {
    let cell = OccurrenceCell("令和2年7月10日(　人)", fiscalYear: 2020)
    #expect(cell.occurrences == [held("2020-07-10")])
    #expect(cell.notes.map(\.reason) == ["参加人数の数字がありません"])
  }

  @Test("a printed sum that the dates contradict stands, and is suspect") func contradictedTotal() {
    let cell = OccurrenceCell("令和2年8月1日（5人） 令和2年9月1日（7人） 延べ13人", fiscalYear: 2020)
    #expect(cell.total == 13)
    #expect(cell.notes.map(\.reason) == ["各回の合計は12人です"])
  }

  /// What was not called off, or was to be under a condition, was held.
  @Test(arguments: [
    "中止せず実施 令和4年9月1日（120人）", "雨天のため中止としなかった。令和4年9月1日（120人）",
    "令和4年9月1日（中止の場合は9月8日）（120人）", "令和4年9月1日（当初中止予定）（120人）",
    "雨天の場合は中止 令和4年9月1日（120人）", "令和4年9月1日（120人）※中止を検討したが開催",
  ])
  func heldThoughTheWordStandsThere(_ text: String) {
    let cell = OccurrenceCell(text, fiscalYear: 2022)
    #expect(cell.occurrences.map(\.cancelled) == [nil] && cell.total == 120)
  }

  @Test(arguments: ["取りやめ", "開催とりやめ", "コロナ禍により取り止め", "令和4年9月1日 雨天により中止"])
  func otherWordsForCalledOff(_ text: String) {
    #expect(OccurrenceCell(text, fiscalYear: 2022).isCancelled)
  }

  @Test func aDateThatWasPutOffTellsIt() {
    let cell = OccurrenceCell("令和5年9月1日 延期", fiscalYear: 2023)
    #expect(cell.occurrences.map(\.label) == ["延期"] && !cell.isCancelled)
  }

  @Test("all called off is the whole project called off") func wholeCancelled() {
    #expect(OccurrenceCell("令和2年8月1日（中止）", fiscalYear: 2020).isCancelled)
    #expect(!OccurrenceCell("令和2年8月1日（5人）", fiscalYear: 2020).isCancelled)
    #expect(!OccurrenceCell("", fiscalYear: 2020).isCancelled)
  }
}
