import HaskapCivic
import Testing

/// Every project of the four reports that stands in more than one row, by reading them. All other
/// rows are projects by themselves.
@Suite(.enabled(if: SeedRecords.isAvailable, "../shared is absent"))
struct SeriesKeyTests {
  private static let key = """
    001/①/1 002/①/1
    001/①/6 002/①/2
    001/①/9 002/①/3
    001/①/11 002/①/4
    001/①/16 002/①/6 002/④市/49
    001/①/19 002/①/8
    001/①/7 002/④市/62 002/④教/11
    002/①/7 002/④市/50
    002/②/2 002/④市/89 002/④教/48
    002/②/10 002/④市/108
    002/④市/4 002/④市/22
    002/④市/5 002/④市/19
    002/④市/7 002/④市/23
    002/④市/36 002/④教/47
    002/④市/41 002/④教/10
    002/④市/53 002/④市/55
    002/④市/59 003/17
    002/④市/65 002/④教/12
    002/④市/66 002/④教/16
    002/④市/71 002/④教/1
    002/④市/72 002/④教/19
    002/④市/74 002/④教/70 003/12
    002/④市/76 002/④市/87 002/④教/31 002/④教/44
    002/④市/77 002/④教/32
    002/④市/78 002/④教/6
    002/④市/79 002/④教/34
    002/④市/80 002/④市/90 002/④教/36 002/④教/50
    002/④市/81 002/④教/37
    002/④市/82 002/④教/7
    002/④市/83 002/④教/40
    002/④市/84 002/④教/38
    002/④市/85 002/④教/41
    002/④市/86 002/④教/42 002/④教/65
    002/④市/88 002/④教/9
    002/④市/91 002/④教/51
    002/④市/92 002/④教/53 002/④教/68
    002/④市/93 002/④教/54
    002/④市/94 002/④教/55
    002/④市/96 002/④教/17
    002/④市/97 002/④教/66
    002/④市/98 002/④市/104 002/④教/62
    002/④市/99 002/④教/59
    002/④市/101 002/④教/61
    002/④市/102 002/④教/60
    002/④市/105 002/④教/67
    002/④教/28 002/④教/58
    003/2 003/3 003/4
    """.split(separator: "\n").map { Set($0.split(separator: " ").map(String.init)) }

  private static let loaded = SeedRecords.all.map { seeds in
    let organizations = OrganizationRegistry(records: seeds.records)
    return (
      seeds: seeds,
      catalog: ProjectCatalog(records: seeds.records, organizations: organizations)
    )
  }

  @Test func everySeriesAndNoOther() throws {
    let (seeds, catalog) = try #require(Self.loaded)
    let found = catalog.series.filter { $0.records.count > 1 }.map { series in
      Set(series.records.map { seeds.ids[$0] })
    }
    #expect(Set(found).subtracting(Self.key) == [], "precision")
    #expect(Set(Self.key).subtracting(found) == [], "recall")
    #expect(catalog.series.reduce(0) { $0 + $1.records.count } == 317)
  }

  @Test func townMeetingsThroughTheYears() throws {
    let (_, catalog) = try #require(Self.loaded)
    let series = try #require(catalog.find("まちかどミーティング").first?.series)
    #expect(series.title == "まちかどミーティング")
    #expect(series.years.map(\.fiscalYear) == [2020, 2023])
    #expect(series.years.map(\.participants) == [261, 305])
    #expect(series.years.map(\.partners) == [["80町内会"], ["82町内会"]])
    let change = try #require(series.years[1].change)
    #expect(change.since == 2020)
    #expect(change.absolute == 44)
    #expect(abs((change.percent ?? 0) - 16.86) < 0.01)
    #expect(series.bars.map(\.participants) == [261, 305])
  }

  /// Under both names of ④ and listed twice, a project is one holding; two dates are two.
  @Test(arguments: [
    ("苫小牧フォトコンテスト", [["002/④市/76", "002/④市/87", "002/④教/31", "002/④教/44"]]),
    ("JRヘルシーウォーキング", [["002/④市/53"], ["002/④市/55"]]),
    ("かんばやしまなぶLIVE", [["002/④市/86", "002/④教/42"], ["002/④教/65"]]),
    ("演劇及び文化創造集団C.A.W公演", [["002/④市/98", "002/④市/104", "002/④教/62"]]),
    ("樽前山麓ネイチャー探検", [["002/④教/28"], ["002/④教/58"]]),
    ("苫小牧市民文化祭", [["002/②/10", "002/④市/108"]]),
    ("レッツ・トライ・ダンシング", [["002/④市/5"], ["002/④市/19"]]),
  ])
  func holdings(name: String, rows: [[String]]) throws {
    let (seeds, catalog) = try #require(Self.loaded)
    guard case .one(let match) = catalog.resolve(name) else {
      Issue.record("\(name) is ambiguous: \(catalog.find(name).map(\.series.title))")
      return
    }
    let holdings = match.series.years[0].holdings
    #expect(holdings.map { $0.records.map { seeds.ids[$0] } } == rows)
  }

  @Test func bothNamesOfPatronageAreShown() throws {
    let (_, catalog) = try #require(Self.loaded)
    let series = try #require(catalog.find("リサイクル川柳").first?.series)
    #expect(series.years[0].holdings[0].sections == ["④ 後援 苫小牧市名義", "④ 後援 教育委員会名義"])
    #expect(series.years[0].departments == ["ゼロごみ推進課", "生涯学習課"])
  }

  @Test(arguments: [
    ("まちかどミーテング", "まちかどミーティング"), ("認知症サポーター要請講座", "認知症サポーター養成講座"),
    ("認知症サポータ", "認知症サポーター養成講座"), ("傾聴ボランテア講習会", "傾聴ボランティア講習会"),
    ("苫小牧クリーンアップサポーター制度", "苫小牧クリーンアップ・サポーター制度"), ("どミーティ", "まちかどミーティング"),
    ("備えるフェスタ", "備えるフェスタ inとまこまい"), ("びとこま", "子ども広報部「びとこま」"), ("第10回リサイクル川柳", "リサイクル川柳"),
    ("ホッキカレーマップ", "とまこまいホッキカレーマップ"), ("まちカドみーてぃんぐ", "まちかどミーティング"),
    ("移動工業試験場", "移動工業試験場"), ("OBOG懇談会", "苫小牧市内企業 合同OBOG懇談会"),
  ])
  func findsProjects(name: String, title: String) throws {
    let (_, catalog) = try #require(Self.loaded)
    guard case .one(let match) = catalog.resolve(name) else {
      Issue.record("\(name): \(catalog.find(name).map(\.series.title))")
      return
    }
    #expect(match.series.title == title)
  }

  @Test func offersCandidates() throws {
    let (_, catalog) = try #require(Self.loaded)
    let titles = catalog.find("子ども食堂").map(\.series.title)
    #expect(Set(titles) == ["寺子屋こども食堂", "子ども食堂 木と風の冬ごもり"])
    #expect(catalog.find("存在しない事業名称").isEmpty)
  }

  @Test func whatIsNewAndEnded() throws {
    let (seeds, catalog) = try #require(Self.loaded)
    let comparisons = YearComparison.all(
      facts: seeds.records.map(RecordFacts.init), catalog: catalog)
    // Only ① stands in the reports of both years.
    #expect(comparisons.map(\.form) == [.jointHosting])
    let comparison = try #require(comparisons.first)
    #expect((comparison.earlier, comparison.later) == (2020, 2023))
    // 23 rows, of which 5 continue ① under their names, 1 under another one, and 1 was under ④ in
    // 2020; of the others nine were held before 2023 by what the report says, one is every other year,
    // and one is held for the third time.
    #expect(comparison.continued.count == 5 && comparison.moved.count == 1)
    #expect(comparison.new.count == 5 && comparison.older.count == 11)
    #expect(comparison.ended.count == 4)
    #expect(comparison.renamed.map(\.to) == ["移動工業試験場(苫小牧)"])
    let guess = try #require(comparison.perhapsRenamed.first)
    #expect(catalog[guess.from]?.title == "北海道職業能力開発大学校 能力開発セミナー")
    #expect(catalog[guess.to]?.title == "技術者研修")
    #expect(comparison.perhapsRenamed.count == 1)
  }

  @Test func yearsInNumbers() throws {
    let (seeds, catalog) = try #require(Self.loaded)
    let organizations = OrganizationRegistry(records: seeds.records)
    let years = YearSummary.all(
      records: seeds.records, catalog: catalog, organizations: organizations)
    #expect(years.map(\.fiscalYear) == [2020, 2023, 2025])
    #expect(years[0].byForm.map(\.form) == [.jointHosting, .committee, .support, .patronage])
    #expect(years[0].byForm.map(\.counts.rows) == [10, 11, 16, 181])
    #expect(years[0].total.rows == 218)
    #expect(years[1].byForm.map(\.form) == [.jointHosting, .pledges])
    #expect(years[1].byForm.map(\.counts.rows) == [23, 50])
    #expect(years[2].byForm.map(\.counts.organizations) == [1])
  }
}
