import Testing

@testable import HaskapCivic

@Suite("Headings of plain text whose columns count letters") struct PlainHeadingsTests {
  private func lines(_ text: String) throws -> [String] {
    try ReportText(file: "a.txt", bytes: Array(text.utf8)).lines
  }

  @Test(
    "a title with gaps above the headings, and numbers at the feet of pages",
    arguments: ["1", "1/2", "P.1"])
  func titleAndFoot(foot: String) throws {
    let text = """
      令和4年度   湖畔市   協働推進事業実績
      番号          事業名              担当課           団体名      実施日       参加者数
       1   城下町食べ歩きガイド          観光スポーツ課   城下町保存会         令和4年11月3日       350
       2   運河の灯                商工政策課     湊の街づくり委員会      令和4年8月6日        820
       3   森のセラピー              水産林政課     NPO法人森林の会      令和4年5月21日        19
       4   一本釣り体験              水産林政課     漁業協同組合青年部      令和4年6月18日        42
       5   棚田の彼岸花まつり           農政課       棚田保存会          令和4年9月25日      1100

                                      \(foot)
      \u{C}
      """
    let own = try lines(text).filter { !$0.isBlank }
    #expect(own.prefix(2) == ["令和4年度 湖畔市 協働推進事業実績", "番号\t事業名\t担当課\t団体名\t実施日\t参加者数"])
    #expect(own.suffix(2) == ["5\t棚田の彼岸花まつり\t農政課\t棚田保存会\t令和4年9月25日\t1100", foot])
  }

  @Test("headings over two lines, in the middle of their columns, that each page repeats")
  func repeated() throws {
    let text = """
      令和5年度 湖畔町 協働事業の一覧
      ① 協働の形態：共催（6件）
      No. 事業の名称 (担当      協力した団体         実施年月日
             課)             等
      1   湖畔の清掃 (環境課)  湖畔町内会          令和5年6月4日
      2   ふれあい昼食会 (福祉  食堂の会           令和5年9月17日
          課)
      3   桜まつり (商工観光課) 桜を守る会          令和5年5月3日
      \u{C}① 協働の形態：共催（6件）
      No. 事業の名称 (担当      協力した団体         実施年月日
             課)             等
      4   避難訓練 (総務課)   自主防災会          令和6年3月10日
      5   図書館の読み聞かせ (  こだま            令和5年4月29日
          図書館)
      6   雪あかり (商工観光課) 実行委員会          令和6年2月10日
      """
    #expect(
      try lines(text) == [
        "令和5年度 湖畔町 協働事業の一覧", "① 協働の形態：共催（6件）",
        "No.\t事業の名称 (担当課)\t協力した団体等\t実施年月日",
        "1\t湖畔の清掃 (環境課)\t湖畔町内会\t令和5年6月4日",
        "2\tふれあい昼食会 (福祉課)\t食堂の会\t令和5年9月17日",
        "3\t桜まつり (商工観光課)\t桜を守る会\t令和5年5月3日",
        "① 協働の形態：共催（6件）",
        "No.\t事業の名称 (担当課)\t協力した団体等\t実施年月日",
        "4\t避難訓練 (総務課)\t自主防災会\t令和6年3月10日",
        "5\t図書館の読み聞かせ (図書館)\tこだま\t令和5年4月29日",
        "6\t雪あかり (商工観光課)\t実行委員会\t令和6年2月10日",
      ])
  }

  @Test("headings without one of numbers, above a first cell that several rows share")
  func unnumbered() throws {
    let text = """
      湖畔町社会福祉協議会 令和7年度 事業報告
      拠点区  事業名 (担当課名)      目標      具体的な実施事項 令和7年度の事業実績内
       分                                                    容
      サービ  1 ふれあい昼食会 (総 基本目標1      一人で暮らす人を招い 12回 延べ240人が
      ス区分  務課)                     て食事をともにする。 集まりました。
                                   鍋もつくる。
           2 見守り (地域福祉課) 基本目標2     家々をたずねて、困り 30人がたずね、町内
                                   ごとを聞く。
      ボラン  1 読み聞かせ (図書館) 基本目標3     絵本を読み、昔の話を 毎月第2土曜日に行い
      ティア                          語る。           ました。
      \u{C}
      """
    let rows = try lines(text).map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(
      rows.filter { $0.count == 5 }.map { Array($0.prefix(4)) } == [
        ["拠点区分", "事業名 (担当課名)", "目標", "具体的な実施事項"],
        ["サービス区分", "1 ふれあい昼食会 (総務課)", "基本目標1", "一人で暮らす人を招いて食事をともにする。鍋もつくる。"],
        ["", "2 見守り (地域福祉課)", "基本目標2", "家々をたずねて、困りごとを聞く。"],
        ["ボランティア", "1 読み聞かせ (図書館)", "基本目標3", "絵本を読み、昔の話を語る。"],
      ])
  }

  @Test(
    "headings one space apart, the first of which ends with its brackets, above a group in letters")
  func closeHeadings() throws {
    let text = """
      湖畔町社会福祉協議会 令和7年度 事業報告
      拠 事業名 (担当課名) 基本計画 施策体系 具体的な実施事項 令和7年度の事業実績
      点                                          内容
      区
      分
      ふ 1 ふれあい昼食会 (総 基本目標1 支えあう地 一人で暮らす人を招 12回開き、延べ240人
      れ 務課)           域           いて食事をともにす が集まりました。鍋
      あ                           る。鍋もつくる。年 の会は「魚」「山菜」
      い                           に12回、食堂「こだ 「味噌」の三つの回
      事                           ま」「みなも」「いず とし、どれも満席で
      業                           み」で開く。     した。
        2 見守り (地域福祉課) 基本目標2       家々をたずねて、困 30人がたずね、町内
                                  りごとを聞く。月に の全戸を歩きまし
                                  二度、町内会の当番 た。
                                  が組になって歩く。
      読 1 読み聞かせ (図書館) 基本目標3 学びあう地 絵本を読み、昔の話 毎月第2土曜日に行い
      み               域           を語る。       ました。語り手を育
      聞                                      てる講座も開きまし
      か                                      た。
      せ
      事
      業
        2 お話の森 (図書館) 基本目標3        森で昔の話を聞く。 雨のため一度だけ開
                                             きました。
      \u{C}
      """
    let rows = try lines(text).map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(
      rows.filter { $0.count == 5 }.map { Array($0.prefix(3)) } == [
        ["拠点区分", "事業名 (担当課名)", "基本計画 施策体系"],
        ["ふれあい事業", "1 ふれあい昼食会 (総務課)", "基本目標1 支えあう地域"],
        ["", "2 見守り (地域福祉課)", "基本目標2"],
        ["読み聞かせ事業", "1 読み聞かせ (図書館)", "基本目標3 学びあう地域"], ["", "2 お話の森 (図書館)", "基本目標3"],
      ])
  }

  @Test("brackets side by side are set closer than other letters") func closeBrackets() {
    let widths = GridWord.words(of: "「魚」「山菜」、『味噌』 三つの回").map(\.width)
    #expect(widths == [10.5, 4])
  }

  @Test("sums, and what groups the rows of a numbered table, are rows of their own")
  func sumsAndGroups() throws {
    let text = """
      令和5年度 湖畔町 協働事業の一覧
      番号   事業名         担当課     団体名       実施日           参加者数
      （1）安全・安心
      1    湖畔の見回り      総務課     湖畔町内会     令和5年6月4日      57人
      2    避難訓練        総務課     自主防災会     令和6年3月10日     143人
      小計                                               200人
      （2）産業
      3    桜まつり        商工課     桜を守る会     令和5年5月3日      3,800人
      4    雪あかり        商工課     実行委員会     令和6年2月10日     19人
      合計                                               4,019人
      \u{C}
      """
    let reading = ReportReader.read(try ReportText(file: "a.txt", bytes: Array(text.utf8)))
    let records = reading.records.filter { !$0.organizations.isEmpty }
    #expect(records.map(\.name) == ["湖畔の見回り", "避難訓練", "桜まつり", "雪あかり"])
    #expect(records.map(\.totalParticipants) == [57, 143, 3800, 19])
    #expect(
      records.map { $0.organizations.map(\.name) } == [
        ["湖畔町内会"], ["自主防災会"], ["桜を守る会"], ["実行委員会"],
      ])
  }

  @Test("groups at the left of numbered rows")
  func groups() throws {
    let text = """
      令和3年度 協働事業一覧
      No.  事業名           協働団体           担当課     実施日
      1   鳥の観察会          鳥の会            環境課     令和3年11月13日
      2   川の清掃           川を愛する会、カヌー     環境課     令和3年7月4日
                          クラブ
      歴史と文化
      3   武家屋敷の茶会        茶道連盟           文化課     令和3年10月24日
      \u{C}
      """
    #expect(
      try lines(text).filter { $0.contains("\t") }.dropFirst() == [
        "1\t鳥の観察会\t鳥の会\t環境課\t令和3年11月13日",
        "2\t川の清掃\t川を愛する会、カヌークラブ\t環境課\t令和3年7月4日", "歴史と文化\t\t\t\t",
        "3\t武家屋敷の茶会\t茶道連盟\t文化課\t令和3年10月24日",
      ])
  }

  @Test("a period that begins above the number of its row") func periods() throws {
    let text = """
      令和4年度 協働事業一覧
      No.  事業名           協働団体          担当課     実施日
      1   歌舞伎の公演         歌舞伎の会         文化課     令和5年2月26日
                                              令和4年5月14日
      2   ウニの駆除          漁業者の会         水産課     ～令和4年5月15
                                              日
      \u{C}
      """
    #expect(
      try lines(text).filter { $0.contains("\t") }.suffix(2) == [
        "1\t歌舞伎の公演\t歌舞伎の会\t文化課\t令和5年2月26日",
        "2\tウニの駆除\t漁業者の会\t水産課\t令和4年5月14日～令和4年5月15日",
      ])
  }

  @Test("parts of a count below and right of the other headings") func parts() throws {
    let text = """
      令和6年度 湖畔町協働事業
                                            参加者数
      事業名       団体名      担当課     実施日
                                            大人     子ども   計
      川の日清掃     川を守る会    環境課     R6.7.7     40     12    52
      児童館まつり    児童館友の会   子ども課    R6.10.20   80     150   230
      冬の星空教室    天文同好会    社会教育課   R7.1.11    9      21    30
      \u{C}
      """
    #expect(
      try lines(text).filter { $0.contains("\t") } == [
        "事業名\t団体名\t担当課\t実施日\t参加者数大人\t子ども\t計",
        "川の日清掃\t川を守る会\t環境課\tR6.7.7\t40\t12\t52",
        "児童館まつり\t児童館友の会\t子ども課\tR6.10.20\t80\t150\t230",
        "冬の星空教室\t天文同好会\t社会教育課\tR7.1.11\t9\t21\t30",
      ])
  }
}
