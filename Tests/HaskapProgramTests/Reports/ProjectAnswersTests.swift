import Testing

/// Projects through the years, as somebody who has read the reports would tell them.
@Suite struct ProjectAnswersTests {
  typealias Reports = Questions.Reports

  private func series(_ reports: Reports, _ name: String...) throws -> [String: Any] {
    let answer = try reports.ask(["project"] + name)
    let projects = answer.object["projects"] as? [[String: Any]] ?? []
    return try #require(projects.first, "\(name)")
  }

  private func years(_ series: [String: Any]) -> [[String: Any]] {
    series["years"] as? [[String: Any]] ?? []
  }

  @Test(arguments: Questions.corpora) func participantsAgainstTheYearBefore(
    _ reports: Reports
  ) throws {
    let years = try years(series(reports, "まちかどミーティング"))
    #expect(years.map { $0["fiscalYear"] as? Int } == [2020, 2023])
    #expect(years.map { $0["participants"] as? Int } == [261, 305])
    #expect(years.last?["change"] as? Int == 44)
    #expect(years.last?["comparedWith"] as? Int == 2020)
    #expect(years.last?["standing"] as? String == "continued")
    let text = try reports.program.run("project", "まちかどミーティング")
    #expect(text.output.contains("████████████████████████ 305人  +44人（+16.9%、令和2年度比）"))
    #expect(text.output.contains("  継続（令和2年度から）"))
  }

  /// Row 22 of 2023 is row 7 of 2020 with its place in brackets.
  @Test(arguments: Questions.corpora) func renamed(_ reports: Reports) throws {
    let years = try years(series(reports, "移動工業試験場"))
    #expect(years.last?["standing"] as? String == "renamed")
    #expect(years.last?["renamedFrom"] as? String == "移動工業試験場")
  }

  /// The report of 2023 has no list of its form: the name is that of 2020.
  @Test(arguments: Questions.corpora) func renamedSinceAnEarlierYear(_ reports: Reports) throws {
    let years = try years(series(reports, "ボランティア体験プログラム"))
    #expect(years.last?["standingAgainst"] as? Int == 2020)
    let text = try reports.program.run("project", "ボランティア体験プログラム")
    #expect(text.output.contains("名称変更（令和2年度は「ボランティア体験プログラム」）"))
  }

  /// Three of its four dates tell how many came, about.
  @Test func datesThatTellAddUp() throws {
    let program = try Reports.corpus.program
    let name = "苫小牧市公共交通協議会"
    let entries = try program.run("projects", "--json").object()["entries"] as? [[String: Any]]
    let row = try #require(entries?.first { $0["name"] as? String == name })
    #expect(row["participants"] as? Int == 56)
    #expect(try program.run("project", name).output.contains(" 約56人"))
    let found = try program.run("search", "name:\(name)")
    #expect(found.output.contains("参加 約56人"))
    #expect(try program.run("project", name, "--lang", "en").output.contains(" about 56"))
  }

  @Test func resultsKeepTheirYear() throws {
    let table = try Reports.corpus.program.run("project", "ボランティア体験プログラム", "--csv")
    #expect(table.output.contains("令和6年度（2024年度） 参加者 23人"))
  }

  /// The superintendent speaks for the board of education, and is no organization.
  @Test func whoSpeaksForABodyIsNone() throws {
    let years = try years(series(.corpus, "あびらぼ出張探究授業"))
    #expect(years.map { $0["partners"] as? [String] } == [["安平町教育委員会"]])
  }

  /// The report of 2020 has ① without both, and no report after 2023 has ①; but one is held since
  /// 2011.
  @Test(arguments: Questions.corpora) func newAndOlder(_ reports: Reports) throws {
    let since = try years(series(reports, "プラネタリウム"))
    #expect(since.map { $0["standing"] as? String } == ["older"], "it is held since 2022")
    let new = try years(series(reports, "QC手法研修会"))
    #expect(new.map { $0["standing"] as? String } == ["new"])
    let newText = try reports.program.run("project", "QC手法研修会")
    #expect(newText.output.contains("新規（この名称では令和2年度の報告にない）"))
    let older = try years(series(reports, "ノーザンホースパークマラソン"))
    #expect(older.map { $0["standing"] as? String } == ["older"])
    let olderText = try reports.program.run("project", "ノーザンホースパークマラソン")
    #expect(olderText.output.contains("平成23年頃から実施、この名称では令和2年度の報告にない"))
  }

  /// ① of 2020 has the lecture of the author of picture books; ① of 2023 has not. Nobody can say
  /// the same of ④, which the report of 2023 does not hold.
  @Test(arguments: Questions.corpora) func ended(_ reports: Reports) throws {
    let series = try series(reports, "三浦太郎講演会")
    let ended = series["ended"] as? [[String: Any]] ?? []
    #expect(ended.map { $0["form"] as? String } == ["共催"])
    #expect(ended.first?["lastYear"] as? Int == 2020 && ended.first?["missingIn"] as? Int == 2023)
    let patronage = try self.series(reports, "リサイクル川柳")
    #expect((patronage["ended"] as? [Any])?.isEmpty == true)
    #expect(series["unreported"] as? [Int] == [])
    #expect((patronage["unreported"] as? [Int])?.contains(2023) == true)
    let text = try reports.program.run("project", "リサイクル川柳").lines.joined()
    #expect(text.contains("比べられる表がなく") && text.contains("続いているかは分かりません"))
  }

  /// One event under both names of ④, once with both.
  @Test(arguments: Questions.corpora) func bothNamesOfPatronage(_ reports: Reports) throws {
    let years = try years(series(reports, "リサイクル川柳"))
    #expect(years.count == 1)
    #expect(years.first?["sections"] as? [String] == ["④ 後援 苫小牧市名義", "④ 後援 教育委員会名義"])
    let records = years.first?["records"] as? [[String: Any]] ?? []
    #expect(records.count == 2)
  }

  /// The council's figures, by the year that they are of.
  @Test(arguments: Questions.corpora) func resultsByYear(_ reports: Reports) throws {
    let text = try reports.program.run("project", "かぎ預かり")
    #expect(text.output.contains("  実績 令和6: 3月末: 預かり 55件"))
    #expect(text.output.contains("  実績 令和7: 3月末: 預かり 46件"))
    #expect(text.output.contains("令和7年度（2025年度）  社協事業"))
  }

  /// The report of 2020 has 技術者研修 in the name of another project, so it is only not called so.
  @Test(arguments: Questions.corpora) func whatIsNotCalledSo(_ reports: Reports) throws {
    let text = try reports.program.run("project", "技術者研修")
    #expect(text.output.contains("平成27年頃から実施、この名称では令和2年度の報告にない"))
    let none = try reports.program.run("project", "技術者研修", "--year", "2020")
    #expect(none.output.contains("この期間にこの名称のものはありません。"))
  }

  @Test func aNameThatIsNone() throws {
    let run = try Reports.corpus.program.run("project", "ぬるぽぬるぽ")
    #expect(run.status == 1)
    #expect(run.lines.first == "「ぬるぽぬるぽ」という事業は見つかりません。")
  }

  @Test func yearsTellWhatChanged() throws {
    let program = try Reports.corpus.program
    let few = try program.run("years")
    #expect(few.output.contains("  共催、令和2年度と比べて: 継続 5、名称変更 1、"))
    #expect(few.output.contains("    名称変更: 移動工業試験場 → 移動工業試験場(苫小牧)"))
    #expect(few.output.contains("ほか1"))
    let all = try program.run("years", "--changes")
    #expect(!all.output.contains("ほか") && all.lines.count > few.lines.count)
    let answer = try program.run("years", "--json").object()
    let years = try #require(answer["years"] as? [[String: Any]])
    let changes = years.flatMap { $0["changes"] as? [[String: Any]] ?? [] }
    #expect(changes.map { $0["form"] as? String } == ["共催"])
    for change in changes {
      let lists = ["new", "older", "continued", "renamed", "moved", "resumed", "calledOff"]
      let parts = lists.map { (change[$0] as? [Any] ?? []).count }
      #expect(parts.reduce(0, +) == 23)
    }
  }
}

/// Names as people type them.
@Suite struct NamesAsTypedTests {
  typealias Reports = Questions.Reports

  private static let projects = [
    ("港祭り", "とまこまい港まつり実行委員会"), ("まちかどミーテング", "まちかどミーティング"),
    ("市民文化際", "苫小牧市民文化祭"), ("消費生活", "消費生活講演会"),
  ]

  @Test(arguments: Questions.corpora, projects)
  func project(_ reports: Reports, _ name: (String, String)) throws {
    let answer = try reports.ask(["project", name.0])
    let projects = answer.object["projects"] as? [[String: Any]] ?? []
    #expect(projects.map { $0["title"] as? String } == [name.1])
  }

  private static let organizations = [
    ("苫小牧社会福祉協会", "社会福祉法人苫小牧市社会福祉協議会"), ("とよた自動車北海道", "トヨタ自動車北海道株式会社"),
    ("とまこまい民報", "株式会社苫小牧民報社"), ("苦小牧工業高専", "苫小牧工業高等専門学校"),
    ("苫小牧市スポーツ教会", "公益財団法人苫小牧市スポーツ協会"), ("青年会議所", "一般社団法人苫小牧青年会議所"),
    ("子ども劇場", "苫小牧西子ども劇場"), ("北海道職業能力開発大学", "北海道職業能力開発大学校"),
  ]

  @Test(arguments: Questions.corpora, organizations)
  func organization(_ reports: Reports, _ name: (String, String)) throws {
    let answer = try reports.ask(["organization", name.0])
    let bodies = answer.object["organizations"] as? [[String: Any]] ?? []
    #expect(bodies.map { $0["name"] as? String } == [name.1])
  }

  /// The city and the council have one each.
  @Test(arguments: Questions.corpora) func departmentsOfOneName(_ reports: Reports) throws {
    let answer = try reports.ask(["department", "総務課"])
    let found = answer.object["departments"] as? [[String: Any]] ?? []
    #expect(found.map { $0["owner"] as? String }.contains { $0?.contains("社会福祉協議会") == true })
    #expect(found.count == 2 && answer.status == 0)
  }
}
