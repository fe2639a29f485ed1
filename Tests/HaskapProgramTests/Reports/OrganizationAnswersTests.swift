import Testing

/// What organizations did, by whatever spelling they are asked for.
@Suite struct OrganizationAnswersTests {
  typealias Reports = Questions.Reports

  private static let organizations: [(names: [String], activities: Set<String>)] = [
    (["㈱苫東", "株式会社苫東", "(株)苫東", "苫東"], ["2020:172", "2023:23"]),
    (
      ["苫小牧西子ども劇場", "苦小牧西子ども劇場", "苫小牧西子供劇場"],
      ["2020:199", "2020:222", "2020:280", "2020:312"]
    ),
    (
      ["楽知ん研究所", "NPO法人楽知ん研究所", "ＮＰＯ法人 楽知ん研究所"],
      ["2020:262", "2020:263", "2020:264"]
    ),
    // Its head is the host of a contest; a pledge tells of an event held with it.
    (["苫小牧高専", "苫小牧工業高等専門学校"], ["2020:82", "2020:146", "pledges:135"]),
  ]

  @Test(arguments: Questions.corpora, organizations)
  func anySpelling(
    _ reports: Reports, _ organization: (names: [String], activities: Set<String>)
  ) throws {
    for name in organization.names {
      let answer = try reports.ask(["organization", name])
      #expect(Set(answer.activityPlaces) == organization.activities, "\(name)")
      #expect(answer.status == 0)
    }
  }

  /// Years that do not fit in are named, with how much they have.
  @Test func aLimitHidesNoYear() throws {
    let program = try Reports.corpus.program
    let whole = try program.run("organization", "苫小牧市社会福祉協議会").lines
    let short = try program.run("organization", "苫小牧市社会福祉協議会", "--limit", "8").lines
    func years(_ lines: [Substring]) -> [Substring] {
      lines.filter { $0.contains("年度（") && $0.hasSuffix("件") && !$0.contains("参加者") }
        .map { $0.prefix { $0 != " " } }
    }
    #expect(years(whole).count > 2)
    #expect(years(short) == years(whole))
  }

  /// The council of social welfare: hosts of 2020, its place for people withdrawn, the pledge that
  /// names it, and every row of its own report.
  @Test(
    arguments: Questions.corpora,
    ["苫小牧市社会福祉協議会", "社会福祉法人 苫小牧市社会福祉協議会", "社会福祉協議会", "苫小牧社協"])
  func council(_ reports: Reports, _ name: String) throws {
    let answer = try reports.ask(["organization", name])
    let others: Set = [
      "2020:68", "2020:174", "2020:175", "2020:177", "2020:188", "2020:243", "2020:322", "2023:18",
      "pledges:164",
    ]
    let places = answer.activityPlaces
    #expect(Set(places.filter { !$0.hasPrefix("council") }) == others)
    #expect(places.filter { $0.hasPrefix("council") }.count == 26)
    let center: Set = ["2020:139", "2020:140", "2020:173"]
    let family = try reports.ask(["organization", name, "--with-children"])
    #expect(Set(family.activityPlaces).subtracting(places) == center)
  }

  /// Spellings are counted in the time that is asked about.
  @Test(arguments: Questions.corpora) func spellingsOfAYear(_ reports: Reports) throws {
    for (bounds, count) in [([], 35), (["--year", "2023"], 2), (["--year", "2025"], 26)] {
      let answer = try reports.ask(["organization", "苫小牧市社会福祉協議会"] + bounds)
      let bodies = answer.object["organizations"] as? [[String: Any]]
      let spellings = bodies?.first?["spellings"] as? [[String: Any]] ?? []
      let counts = spellings.compactMap { $0["count"] as? Int }
      #expect(counts.reduce(0, +) == count && !counts.contains(0), "\(bounds)")
    }
  }

  @Test(arguments: Questions.corpora) func rolesAndYears(_ reports: Reports) throws {
    let answer = try reports.ask(["organization", "社会福祉協議会"])
    let years = answer.activities.compactMap { $0["fiscalYear"] as? Int }
    #expect(years == years.sorted())
    let roles = Dictionary(
      zip(answer.activityPlaces, answer.activities.map { $0["role"] as? String })
    ) { first, _ in first }
    #expect(roles["2020:174"] == "host")
    #expect(roles["2020:68"] == "partner")
  }

  @Test(arguments: Questions.corpora) func ambiguousNameLeavesAChoice(_ reports: Reports) throws {
    let answer = try reports.ask(["organization", "吹奏楽"])
    let candidates = answer.object["candidates"] as? [[String: Any]] ?? []
    #expect(
      Set(candidates.compactMap { $0["name"] as? String }) == [
        "苫小牧吹奏楽連盟", "苫小牧市立青翔中学校吹奏楽部後援会", "明倫中学校吹奏楽部後援会",
        "豊川小学校吹奏楽同好会",
      ])
    #expect(answer.activities.isEmpty && answer.status == 1)
  }

  /// Nobody says that a shop of one city is that of another.
  @Test func citiesOfOneNameAreTold() throws {
    let folder = try ReportFolder()
    for (city, day) in [("北浜市", "5月1日"), ("南浜市", "6月4日")] {
      try folder.write(
        "\(city) 令和5年度 協働事業一覧\n事業名,団体名,実施日\n清掃,株式会社山田商会,\(day)\n植樹,\(city)緑の会,\(day)\n",
        to: "mine/\(city).csv")
    }
    #expect(try folder.program.run("index", "mine").status == 0)
    func body(_ name: String) throws -> [String: Any] {
      let answer = try folder.program.run("organization", name, "--json").object()
      return try #require((answer["organizations"] as? [[String: Any]])?.first)
    }
    let shop = try body("㈱山田商会")
    let cities = shop["cities"] as? [[String: Any]] ?? []
    #expect(cities.map { $0["name"] as? String } == ["北浜市", "南浜市"])
    #expect(cities.map { $0["activities"] as? Int } == [1, 1])
    let activities = shop["activities"] as? [[String: Any]] ?? []
    #expect(Set(activities.map { $0["city"] as? String }) == ["北浜市", "南浜市"])
    #expect((try body("北浜市緑の会")["cities"] as? [Any])?.isEmpty == true)
    let text = try folder.program.run("organization", "山田商会").output
    #expect(text.contains("名称のある報告: 北浜市 1、南浜市 1（同じ団体とは限りません）"), "\(text)")
    let table = try folder.program.run("organization", "山田商会", "--csv").output
    #expect(table.contains("団体名,名称のある報告（同じ団体とは限らない）,") && table.contains(",報告の市町村,"), "\(table)")
    #expect(table.ranges(of: "\"北浜市 1\n南浜市 1\"").count == 2, "\(table)")
  }
}
