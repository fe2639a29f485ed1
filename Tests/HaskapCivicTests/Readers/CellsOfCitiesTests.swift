import HaskapText
import Testing

@testable import HaskapCivic

/// What cells and headings of other cities say.
@Suite("Cells and headings of other cities") struct CellsOfCitiesTests {
  private static func records(_ text: String) throws -> [Record] {
    ReportReader.read(try ReportText(file: "report.csv", bytes: Array(text.utf8))).records
  }

  @Test("成果（人） counts who came, and so do people under any heading")
  func people() throws {
    #expect(HeadingWords.meaning(of: "成果（人）")?.kind == .participants)
    #expect(HeadingWords.meaning(of: "成果（団体）")?.kind == .effect)
    let head = "令和5年度\n行事名,主催者,"
    let rows = ["約五百人", "大人60 子ども45", "80人"].map { "祭り,浜町自治会,\($0)\n" }.joined()
    for heading in ["人出", "どんなにいた"] {
      let records = try Self.records(head + heading + "\n" + rows)
      #expect(records.map(\.totalParticipants) == [500, 105, 80])
    }
    #expect(PeopleCell("80席・160人")?.number == 160)
  }

  @Test("Bodies that a middle dot or と joins")
  func bodies() {
    func names(_ cell: String) -> [String] {
      OrganizationCell(cell, role: .related).mentions.map(\.name)
    }
    #expect(names("土地改良区・水を守る会") == ["土地改良区", "水を守る会"])
    #expect(names("NPO法人森と海をつなぐ会") == ["NPO法人森と海をつなぐ会"])
    #expect(names("商工会議所と観光協会") == ["商工会議所", "観光協会"])
  }

  @Test(
    "The ward of a large city",
    arguments: [
      ("さいたま市緑区　区民まちづくり事業一覧", "さいたま市緑区"), ("横浜市港北区民まつり", "横浜市港北区"),
      ("みなと市学区別一覧", "みなと市"), ("みなと市中央地区の報告", "みなと市"),
    ])
  func wards(title: String, city: String) {
    #expect(ReportCity.find(in: [title]) == city)
  }

  @Test("What belongs to the city and what to its ward")
  func bodiesOfWards() {
    let scope = CityScope(OrganizationAliases(), folding: NameFolding())
    #expect(scope.name("市社協", in: "さいたま市緑区") == "さいたま市社会福祉協議会")
    #expect(scope.name("区社協", in: "さいたま市緑区") == "さいたま市緑区社会福祉協議会")
    #expect(scope.name("教育委員会", in: "さいたま市緑区") == "さいたま市教育委員会")
  }

  @Test(
    "Schools that many cities have under one name",
    arguments: [
      ("東小学校", "みなと市東小学校"), ("本町中学校PTA", "みなと市本町中学校PTA"),
      ("みなと小学校", "みなと小学校"), ("となり市東小学校", "となり市東小学校"),
      ("教育大学附属小学校", "教育大学附属小学校"), ("小学校", "小学校"), ("県立東高等学校", "県立東高等学校"),
    ])
  func schools(printed: String, name: String) {
    let scope = CityScope(OrganizationAliases(), folding: NameFolding())
    #expect(scope.name(printed, in: "みなと市") == name)
  }

  @Test("A list of names lent with columns of its own is read as any table")
  func namesLent() throws {
    let records = try Self.records(
      """
      後援等名義使用許可状況（令和4年度）
      許可番号,許可年月日,名義,事業名,申請団体,開催日,会場,所管課
      1,R4.4.5,後援,市民囲碁大会,囲碁連盟,R4.5.8,公民館,文化振興課
      2,R4.4.12,共催,ふるさと写真展,ふるさと写真クラブ,R4.6.1,市役所,広報課
      """)
    #expect(
      records.map { $0.occurrences.first?.start?.description } == ["2022-05-08", "2022-06-01"])
    #expect(records.allSatisfy { $0.layout == .table })
  }

  @Test("Years of titles: in brackets, or of a day that something took place on")
  func years() {
    #expect(TitleYear.year(in: "出前講座メニュー別実績（R5）") == 2023)
    #expect(TitleYear.year(in: "出展団体一覧（令和6年2月3日開催）") == 2023)
    #expect(TitleYear.year(in: "ポスター（A1）") == nil)
  }

  @Test("Where nothing else names the rows, 地区 does before 会場, and whom it was for")
  func names() throws {
    let areas = try Self.records(
      "令和5年度\n地区名,開催日,会場,出席者数\n東地区,7月10日,東公民館,32人\n西地区,7月12日,西公民館,28人\n")
    #expect(areas.map(\.name) == ["東地区", "西地区"])
    let bodies = try Self.records(
      "令和5年度\n開催日,対象団体,会場,受講者\n5/18,みなみ信用金庫,本店,32\n6/9,第二中学校,体育館,118\n")
    #expect(bodies.map(\.name) == ["みなみ信用金庫", "第二中学校"])
  }
}
