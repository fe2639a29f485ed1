import HaskapText
import Testing

@testable import HaskapCivic

/// Plans, marks beside what cells tell, and cells that their own signs have parted: what a careful reader takes out.
@Suite("Plans, marks and parted cells") struct PlansAndMarksTests {
  typealias Shape = MunicipalTablesTests.Shape

  private static func reading(_ text: String, file: String = "a.csv") throws -> Reading {
    ReportReader.read(try ReportText(file: file, bytes: Array(text.utf8)))
  }

  @Test(
    "a row tells what it prints",
    arguments: Array([offices, plans, counts, markdown, letters, sheets, bodies].joined()))
  func rows(_ shape: Shape) throws {
    #expect(try MunicipalTablesTests.rows(of: shape) == shape.rows)
  }

  private static let offices = [
    Shape(
      "numbers to call, marks and dashes beside offices",
      "令和5年度\nNo,行事名,団体,担当課・電話番号\n1,朝市,農協青年部,農政課 0000-12-3456\n2,夜市,夜市の会,◎商工課、○観光課（副）\n3,昼市,昼市の会,―\n4,花市,花市の会,公園課　内線234\n5,夕市,夕市の会,なし\n6,古本市,古本の会,図書館※1\n",
      "朝市|農政課|農協青年部|||2023", "夜市|商工課、観光課|夜市の会|||2023", "昼市||昼市の会|||2023",
      "花市|公園課|花市の会|||2023", "夕市||夕市の会|||2023", "古本市|図書館|古本の会|||2023"),
    Shape(
      "an office of no known word, and how to call it",
      "令和5年度\nNo,行事名,団体,照会先課（内線）\n1,朝市,農協青年部,農政課（内線 12）\n2,夜市,夜市の会,商工課（内線 34）\n",
      "朝市|農政課|農協青年部|||2023", "夜市|商工課|夜市の会|||2023"),
  ]

  private static let plans = [
    Shape(
      "what is done names the rows of a plan, not what it serves",
      "令和5年度 推進計画 進捗\n基本目標,施策,主な取組,担当課,関係団体,評価\n1 ひろげる,1-1 啓発,講座の開催,人権課,女性の会,A\n,,情報誌の発行,広報課,,B\n2 ささえる,2-1 相談,窓口の周知,福祉課,相談員の会,A\n",
      "講座の開催|人権課|女性の会|||2023", "情報誌の発行|広報課||||2023", "窓口の周知|福祉課|相談員の会|||2023"),
    Shape(
      "the same without figures, and beside bodies alone",
      "令和6年度 協働の記録\n重点施策,施策の方向,具体的な取組,協働相手\n1 つながる,居場所,地域食堂,食堂の会\n2 まもる,見守り,見守り協定,見守る会\n",
      "地域食堂||食堂の会|||2024", "見守り協定||見守る会|||2024"),
  ]

  private static let counts = [
    Shape(
      "what a product comes to, and tens of people",
      "令和5年度\n行事名,団体,参加者数\n歩く会,歩こう会,20人×3回=60人\n走る会,走ろう会,20人×3回、15人×2回\n泳ぐ会,泳ごう会,数十人\n投げる会,投げよう会,十数名\n",
      "歩く会||歩こう会||60|2023", "走る会||走ろう会||90|2023", "泳ぐ会||泳ごう会|||2023",
      "投げる会||投げよう会|||2023"),
    Shape(
      "figures that their commas have parted",
      "令和6年度\n行事名,補助額,参加者数,担当課,備考\n朝市,150,000円,1,350人,農政課,雨天\n夕市,80,000円,48人,農政課,\n祭り,1,200,000円,12,500人,観光課,晴天\n茶会,0円,2,100人\n",
      "朝市|農政課|||1350|2024", "夕市|農政課|||48|2024", "祭り|観光課|||12500|2024", "茶会||||2100|2024"),
  ]

  private static let markdown = [
    Shape(
      "stress around a label with its colon, line ends and struck words",
      "# 令和5年度 事業報告\n\n### 芋煮会\n- **日時:** 令和5年10月8日\n- **主催:** 芋煮の会\n- **参加者:** 60人\n\n### 雪合戦\n- **日時:** 令和6年2月4日\n- **主催:** 雪の会\\\n- **参加者:** 45人\n",
      file: "a.md", "芋煮会||芋煮の会|2023-10-08|60|2023", "雪合戦||雪の会|2024-02-04|45|2023"),
    Shape(
      "marks inside of cells",
      "令和5年度\n\n| 行事 | 団体 | 期日 |\n|---|---|---|\n| `ものづくり`教室 | ~~旧~~木工の会 | 2023年10月7日 |\n| **芋掘り**体験 | *農業*青年会 | 2023年10月8日 |\n",
      file: "a.md", "ものづくり教室||旧木工の会|2023-10-07||2023", "芋掘り体験||農業青年会|2023-10-08||2023"),
  ]

  private static let letters = [
    Shape(
      "who writes a letter is who did what it reports",
      "（様式第5号）\n　　　　　　　　　令和6年3月15日\nみどり市長　様\n　　　　　　申請者　住　所　みどり市中央1-1\n　　　　　　　　　　団体名　歌の会\n　　　　　　　　　　代表者名　大木　薫\n\n　　実績報告書\n\n１　事業の名称　　歌声ひろば\n２　実施日　　　　令和5年10月14日\n３　参加人数　　　86名\n",
      file: "a.txt", "歌声ひろば||歌の会|2023-10-14|86|2023"),
    Shape(
      "what follows 記",
      "地域づくり補助金　実績報告書（令和5年度）\n\n団体の名称：水辺を走る会\n代表者：江口　順\n連絡先：0000-00-0000\n\n記\n\n1. 補助事業の名称：湖畔ウォーク\n2. 実施年月日：令和5年5月27日\n3. 参加人数：131人\n",
      file: "a.txt", "湖畔ウォーク||水辺を走る会|2023-05-27|131|2023"),
  ]

  private static let sheets = [
    Shape(
      "a title beside who made the list, above the headings of the next one",
      "令和5年度 後援行事一覧\t文化課作成\n行事名\t主催\t期日\n菊花展\t愛菊会\t10月7日\n令和6年度 後援行事一覧\t文化課作成\n\t\t（抜粋）\n行事名\t主催\t期日\n書道展\t書道会\t11月3日\n",
      file: "a.txt", "菊花展||愛菊会|2023-10-07||2023", "書道展||書道会|2024-11-03||2024")
  ]

  private static let bodies = [
    Shape(
      "what a body is to others, and where it is",
      "令和5年度\n行事名,団体,参加者数\n祭り,株式会社みどり（幹事）、音楽連盟,100人\n市,浜の会（浜町1-2-3）、里の会【代表】,−\n会,浜市・浜の会,20人\n宴,花の会＋緑の会,30人\n",
      "祭り||株式会社みどり、音楽連盟||100|2023", "市||浜の会、里の会|||2023", "会||浜市、浜の会||20|2023",
      "宴||花の会、緑の会||30|2023"),
    Shape(
      "the unit of a table stands in no heading",
      "令和5年度\n行事名,団体,（単位：人）参加者数\n祭り,祭りの会,100\n", "祭り||祭りの会||100|2023"),
  ]

  @Test("the labels in a cell tell what each body did")
  func roles() throws {
    let reading = try Self.reading("令和5年度\n行事名,団体,参加者数\n祭り,主催：祭りの会　共催：商工会,100人\n市,市の会,20人\n")
    #expect(reading.records[0].organizations.map(\.name) == ["祭りの会", "商工会"])
    #expect(reading.records[0].organizations.map(\.role) == [.host, .partner])
  }

  @Test("rows with a cell too many or an office that cannot be read are read in part")
  func checked() throws {
    let head = "令和5年度\n行事名,団体,参加者数,担当課\n"
    let extra = try Self.reading(head + "朝市,市の会,20人,農政課,7月\n夜市,夜市の会,30人,商工課\n")
    #expect((extra.rows, extra.rowsPartlyRead) == (2, 1))
    let office = try Self.reading(head + "朝市,市の会,20人,内線12\n夜市,夜市の会,30人,商工課\n")
    #expect((office.rows, office.rowsPartlyRead) == (2, 1))
    #expect(try Self.reading(head + "朝市,市の会,−,―\n夜市,夜市の会,30人,商工課\n").rowsPartlyRead == 0)
  }

  @Test("a paragraph is of the year of its title, not of one that it speaks of")
  func paragraphs() throws {
    func years(_ text: String) throws -> [Int?] {
      try Self.reading(text, file: "a.txt").records.map(\.fiscalYear)
    }
    #expect(
      try years("広報みどり　令和5年11月号\n\n秋まつりを開きました。\n\n令和6年度の予算に生かします。\n\n寒くなります。\n")
        == [2023, 2023, 2023, 2023])
    #expect(try years("市報みどり　令和6年2月号\n\n寒くなります。\n") == [2023, 2023])
    #expect(try years("令和4年度の歩み\n\n楽しい会でした。\n\n© 2026 みどり市\n") == [2022, 2022, 2022])
    let two = "採択事業\n\n令和5年度\n団体名\t事業名\n市の会\t朝市\n\n令和6年度\n団体名\t事業名\n茶の会\t茶会\n"
    #expect(try years(two) == [nil, 2023, 2024])
  }
}
