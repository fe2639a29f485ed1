import HaskapCivic
import Testing

@Suite struct OrganizationRegistryTests {
  /// A record for each list of hosts.
  private static func records(_ hosts: [String]...) -> [Record] {
    hosts.enumerated().map { index, names in
      var record = Record(document: "a", layout: .collaboration, line: index + 1, name: "事業")
      record.organizations = names.map { .init(name: $0, role: .host) }
      return record
    }
  }

  private static let registry = OrganizationRegistry(
    records: records(
      ["(公財)苫小牧市スポーツ協会", "公益財団法人北海道スポーツ協会"], ["株式会社松本鐵工所"], ["社会福祉法人苫小牧市社会福祉協議会"],
      ["苫小牧市社会福祉協議会ボランティアセンター"], ["苦小牧市 社会福祉協議会"], ["でんでん虫サークル"], ["苫小牧工業高等専門学校"],
      ["室蘭工業大学"], ["自然ウオッチングセンター"], ["自然ウォッチングセンター"], ["とまこまいカレーラーメン振興局"],
      ["苫小牧カレーラーメン振興局"], ["ﾄﾖﾀ自動車北海道(株)"], ["トヨタ自動車北海道株式会社"], ["苫小牧商工会議所"], ["苫小牧商工会議所青年部"]))

  private func ids(_ name: String) -> [String] { Self.registry.find(name).map(\.entity.id) }

  @Test(arguments: [
    ("苫小牧市スポーツ協会", "苫小牧市スポーツ協会", NameAgreement.exact),
    ("公益財団法人 苫小牧市スポーツ協会", "苫小牧市スポーツ協会", .exact),
    ("（公財）苦小牧市スポ－ツ協会", "苫小牧市スポーツ協会", .exact),
    ("松本鉄工所", "松本鉄工所", .exact), ("㈱松本鐵工所", "松本鉄工所", .exact),
    ("社協", "苫小牧市社会福祉協議会", .exact), ("社会福祉協議会", "苫小牧市社会福祉協議会", .exact),
    ("苫小牧高専", "苫小牧工業高等専門学校", .exact), ("トヨタ自動車北海道", "トヨタ自動車北海道", .exact),
    ("デンデン虫サークル", "でんでん虫サークル", .kana), ("自然うおっちんぐセンタ", "自然ウオツチングセンター", .kana),
    ("ウォッチング", "自然ウオツチングセンター", .part), ("商工会議所", "苫小牧商工会議所", .part),
    ("苫小牧スポーツ協会", "苫小牧市スポーツ協会", .misspelt(distance: 1)),
    ("でんでんむしサークル", "でんでん虫サークル", .misspelt(distance: 2)),
    ("苫小牧市社会福祉協義会", "苫小牧市社会福祉協議会", .misspelt(distance: 1)),
  ])
  func findsOneBody(name: String, id: String, agreement: NameAgreement) {
    guard case .one(let match) = Self.registry.resolve(name) else {
      Issue.record("\(name): \(ids(name))")
      return
    }
    #expect(match.entity.id == id)
    #expect(match.agreement == agreement)
  }

  @Test(arguments: ["札幌商工会議所", "室蘭工業高等専門学校", "安平町社会福祉協議会", "千歳市スポーツ協会", "", "株式会社"])
  func findsNoOtherBody(name: String) {
    #expect(ids(name) == [])
  }

  /// Two companies of one name, and who knows which is meant without a form.
  @Test(arguments: [
    (["㈱山田商会", "有限会社山田商会", "山田商会株式会社"], 2), (["㈱山田商会", "有限会社山田商会", "山田商会"], 3),
    (["㈱山田商会", "山田商会"], 1), (["一般社団法人港の会", "公益社団法人港の会", "(社)港の会"], 1),
    (["(公財)湖畔財団", "一般財団法人湖畔財団", "湖畔財団"], 1), (["NPO法人みどり", "認定NPO法人みどり", "みどり"], 1),
    (["NPO法人みどり", "一般社団法人みどり"], 2), (["株式会社苫小牧民報社", "有限会社苫小牧民報社"], 1),
  ])
  func legalFormsTellBodiesApart(names: [String], bodies: Int) {
    let registry = OrganizationRegistry(records: Self.records(names))
    #expect(registry.organizations.count == bodies, "\(registry.organizations.map(\.name))")
  }

  @Test func aLegalFormChooses() {
    let registry = OrganizationRegistry(records: Self.records(["㈱山田商会"], ["有限会社山田商会"]))
    for (name, found) in [("(株)山田商会", "株式会社山田商会"), ("有限会社 山田商会", "有限会社山田商会")] {
      guard case .one(let match) = registry.resolve(name) else {
        Issue.record("\(name): \(registry.find(name).map(\.entity.name))")
        continue
      }
      #expect(match.entity.name == found)
    }
    #expect(registry.find("山田商会").count == 2)
  }

  /// What is shown stands in a report, small kana included, and misprinted only where all are.
  @Test(arguments: [
    (["第40回北海道中学校アイスホッケー大会実行委員会"], "北海道中学校アイスホッケー大会実行委員会"),
    (["苦小牧観光協会", "苦小牧観光協会", "苫小牧観光協会"], "苫小牧観光協会"), (["苦小牧写真会"], "苦小牧写真会"),
    (["とまこまい写真会", "とまこまい写真会", "苫小牧写真会"], "とまこまい写真会"),
  ])
  func titlesStandInReports(names: [String], title: String) {
    let records = names.map { Self.records([$0])[0] }
    #expect(OrganizationRegistry(records: records).organizations.map(\.name) == [title])
  }

  @Test func offersTheCandidates() {
    guard case .several(let matches) = Self.registry.resolve("スポーツ協会") else {
      Issue.record("スポーツ協会 is ambiguous")
      return
    }
    #expect(Set(matches.map(\.entity.id)) == ["苫小牧市スポーツ協会", "北海道スポーツ協会"])
  }

  @Test func joinsSpellingsAndCountsThem() throws {
    let toyota = try #require(Self.registry["トヨタ自動車北海道"])
    #expect(toyota.name == "トヨタ自動車北海道株式会社")
    #expect(Set(toyota.spellings.map(\.text)) == ["ﾄﾖﾀ自動車北海道(株)", "トヨタ自動車北海道株式会社"])
    #expect(toyota.spellings.map(\.count) == [1, 1])
    #expect(toyota.mentions.map(\.record) == [12, 13])
    #expect(Self.registry["苫小牧カレーラーメン振興局"]?.mentions.count == 2)
    #expect(Self.registry["自然ウオツチングセンター"]?.mentions.count == 2)
  }

  /// Cities have associations of neighbors of the same names; other bodies are one in all cities.
  @Test func neighborsAreOfTheirCity() {
    let names = ["本町町内会", "浜里市本町町内会", "本町老人クラブ", "日本赤十字社", "北大学自治会"]
    let records = ["浜里市", "桜野町", "苫小牧市"].flatMap { city in
      Self.records(names).map { record in
        var record = record
        record.municipality = city
        return record
      }
    }
    let registry = OrganizationRegistry(records: records)
    #expect(
      registry.organizations.map(\.id) == [
        "浜里市本町町内会", "浜里市本町老人クラブ", "日本赤十字社", "北大学自治会", "桜野町本町町内会",
        "桜野町本町老人クラブ", "本町町内会", "本町老人クラブ",
      ])
    #expect(registry.find("本町老人クラブ").count == 3)
  }

  @Test(arguments: [
    ["公益財団法人浜里市スポーツ協会（前名称：公益財団法人浜里市体育協会）", "浜里市体育協会"],
    ["浜里スポ一ツクラブ", "浜里スポーツクラブ"], ["ビデ才ク口ツキ", "ビデオクロツキ"],
  ])
  func isOneBody(_ names: [String]) {
    let registry = OrganizationRegistry(records: Self.records(names))
    #expect(registry.entities.count == 1, "\(registry.entities.map(\.id))")
  }

  @Test(arguments: [["クラブ一ノ宮", "クラブーノ宮"], ["サ一カス", "サ・一カス"], ["チーム三ツ星", "チームミツ星"]])
  func areTwoBodies(_ names: [String]) {
    #expect(OrganizationRegistry(records: Self.records(names)).entities.count == 2)
  }

  @Test func childrenCountOnlyWhenAsked() {
    let id = "苫小牧市社会福祉協議会"
    #expect(Self.registry.mentions(of: id).map(\.record) == [2, 4])
    #expect(Self.registry.mentions(of: id, withChildren: true).map(\.record) == [2, 3, 4])
    #expect(Self.registry["苫小牧商工会議所"]?.children == ["苫小牧商工会議所青年部"])
  }

  @Test(arguments: [
    ("第35回 苫小牧民報杯将棋大会", ["苫小牧民報社"]), ("苫小牧商工会議所青年部「折り鶴」", ["苫小牧商工会議所青年部"]),
    ("苫小牧商工会議所と共催した。", ["苫小牧商工会議所"]), ("社会福祉協議会の「だけボラ」", ["苫小牧市社会福祉協議会"]),
    ("北海道社会福祉協議会が主催", []), ("苫東地域の講演", []), ("㈱苫東の他、企業", ["苫東"]), ("協力企業: 三星 参加者5人", ["三星"]),
    ("三星堆の遺跡", []), ("苫小牧市の企業", []), ("キッズエンジニアinトヨタ自動車北海道2020", ["トヨタ自動車北海道"]),
  ])
  func mentionsInText(text: String, ids: [String]) {
    var records = Self.records(
      ["苫小牧商工会議所青年部"], ["苫小牧商工会議所"], ["株式会社苫東"], ["(株)三星"], ["苫小牧市"], ["苫小牧民報社"], ["トヨタ自動車北海道"],
      ["苫小牧市社会福祉協議会"])
    var record = Record(document: "a", layout: .pledges, line: 9, name: "施策")
    record.bullets = [text]
    records.append(record)
    let registry = OrganizationRegistry(records: records)
    let found = registry.organizations.filter { $0.mentions.contains { $0.record == 8 } }
    #expect(found.map(\.id) == ids)
    #expect(found.allSatisfy { $0.mentions.last?.role == .mentioned })
    for id in ids {
      #expect(registry.mentions(of: id, withMentions: false).map(\.record).contains(8) == false)
    }
  }

  @Test func groupsAndPersonsAreApart() {
    var record = Record(document: "a", layout: .collaboration, line: 1, name: "清掃")
    record.organizations = [
      .init(name: "80町内会", kind: .group, count: 80), .init(name: "真鍋 孝徳", kind: .person),
      .init(name: "苫小牧市", kind: .named),
    ]
    let registry = OrganizationRegistry(records: [record])
    #expect(registry.organizations.map(\.id) == ["苫小牧市"])
    #expect(registry.entities.map(\.kind) == [.named, .person, .group])
  }

  @Test func earlierNames() throws {
    let registry = OrganizationRegistry(
      records: Self.records(["FMとまこまい実行委員会（前名称：コミュニティFM準備実行委員会）"], ["コミュニティFM準備実行委員会"]))
    #expect(registry.organizations.count == 1)
    let body = try #require(registry.find("コミュニティFM準備実行委員会").first?.entity)
    #expect(body.name == "FMとまこまい実行委員会")
    #expect(body.formerNames == ["コミュニティFM準備実行委員会"])
    #expect(body.mentions.count == 2)
  }

  /// As the readers give it: apart from the name.
  @Test func earlierNamesOfRecords() throws {
    var records = Self.records(["FMとまこまい実行委員会"], ["コミュニティFM準備実行委員会"])
    records[0].organizations[0].formerName = "コミュニティFM準備実行委員会"
    let registry = OrganizationRegistry(records: records)
    #expect(registry.organizations.map(\.name) == ["FMとまこまい実行委員会"])
    #expect(registry.organizations[0].formerNames == ["コミュニティFM準備実行委員会"])
    #expect(registry.organizations[0].mentions.count == 2)
  }

  /// A row each: spellings of one body; the rows are bodies of their own.
  static let bodies = [
    ["株式会社苫東", "㈱苫東", "（株）苫東", "苫東㈱", "株式会社 苫東"],
    ["特定非営利活動法人いぶり自然学校", "ＮＰＯ法人いぶり自然学校", "(特非)いぶり自然学校", "認定NPO法人 いぶり自然学校"],
    ["社会福祉法人苫小牧市社会福祉協議会", "(社福)苫小牧市社会福祉協議会", "苦小牧市社会福祉協議会", "苫小牧市社協"],
    [
      "苫小牧工業高等専門学校", "独立行政法人国立高等専門学校機構 苫小牧工業高等専門学校",
      "(独)国立高等専門学校機構苫小牧工業高等専門学校", "苫小牧高専",
    ],
    ["国立高等専門学校機構"], ["独立行政法人国立病院機構 北海道医療センター病院", "北海道医療センター病院"],
    ["厚真町社会福祉協議会"], ["北海道社会福祉協議会"],
    ["国立大学法人室蘭工業大学", "国立室蘭工業大学", "室蘭工業大学", "室工大"],
    ["出光興産株式会社北海道製油所", "出光興産(株) 北海道製油所"], ["王子製紙㈱苫小牧工場", "王子製紙 苫小牧工場"],
    ["苫小牧市町内会連合会", "苫小牧町内会連合会"], ["苫小牧市子ども会育成連絡協議会", "苫小牧市子供会育成連絡協議会（苫子連）"],
    ["苫小牧サッカー協会"], ["苫小牧地区サッカー協会"], ["苫小牧市"], ["苫小牧市教育委員会"],
    ["マチナカ・クラブ", "ﾏﾁﾅｶｸﾗﾌﾞ"], ["スケート友の会「つるつる」", "スケート友の会『つるつる』"],
    ["公益財団法人苫小牧市スポーツ協会", "（公財） 苫小牧市体育協会"], ["職業訓練法人甲乙会", "甲乙会"],
  ]

  @Test func spellingsOfOneBodyAreOneAndBodiesStayApart() throws {
    let names = Self.bodies.joined().map { [$0] }
    let registry = OrganizationRegistry(records: names.map { Self.records($0)[0] })
    let ids = Self.bodies.map { row in Set(row.compactMap { registry.find($0).first?.entity.id }) }
    for (row, found) in zip(Self.bodies, ids) { #expect(found.count == 1, "\(row): \(found)") }
    #expect(Set(ids.joined()).count == Self.bodies.count)
  }

  @Test(
    "names written in kana are found",
    arguments: [
      ("とまこまいしゃかいふくしきょうぎかい", "苫小牧市社会福祉協議会"), ("とまこまいししゃかいふくしきょうぎかい", "苫小牧市社会福祉協議会"),
      ("トマコマイショウコウカイギショ", "苫小牧商工会議所"), ("とまこまいしちょうないかいれんごうかい", "苫小牧市町内会連合会"),
      ("とまこまいこうぎょうこうとうせんもんがっこう", "苫小牧工業高等専門学校"), ("むろらんこうぎょうだいがく", "室蘭工業大学"),
      ("とまこまいしょうひしゃきょうかい", "苫小牧消費者協会"), ("とまこまいみなとまつりじっこういいんかい", "とまこまい港まつり実行委員会"),
      ("ほっかいどうしんぶんしゃ", "北海道新聞社"), ("しょうひしゃきょうかい", "苫小牧消費者協会"),
    ]) func readings(_ kana: String, _ name: String)
  {
    let names = [
      "社会福祉法人苫小牧市社会福祉協議会", "苫小牧商工会議所", "苫小牧市町内会連合会", "苫小牧工業高等専門学校", "室蘭工業大学",
      "苫小牧消費者協会", "とまこまい港まつり実行委員会", "株式会社北海道新聞社", "北海道", "NHK",
    ]
    let registry = OrganizationRegistry(records: names.flatMap { Self.records([$0]) })
    let found = registry.find(kana)
    #expect(found.map(\.entity.id) == [registry.find(name).first?.entity.id])
  }

  @Test func aliasFile() throws {
    let aliases = try OrganizationAliases(
      text: "# 別名\n\n室蘭工業大学 = 室工大 | 室蘭工大\n新会 < 旧会 # 2024\n地名 室蘭 = むろらん\n", file: "x")
    let registry = OrganizationRegistry(
      records: Self.records(["むろらん工業大学"], ["室工大"], ["旧会"], ["新会"]), aliases: aliases)
    #expect(registry.organizations.map(\.id) == ["室蘭工業大学", "新会"])
    let error = #expect(throws: OrganizationAliasError.self) {
      try OrganizationAliases(text: "甲 = 乙\n丙\n", file: "aliases.txt")
    }
    #expect(error?.line == 2)
    #expect(error?.description.hasPrefix("aliases.txt:2: expected 'name = other") == true)
    #expect(!OrganizationAliases.tomakomai.aliases.isEmpty)
  }
}
