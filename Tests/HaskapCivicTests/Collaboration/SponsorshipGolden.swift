import HaskapCivic

/// What a careful reader takes from the two lists of ④ in `CollaborationFixtures`.
enum SponsorshipGolden {
  private static let city = "④ 後援 苫小牧市名義"
  private static let board = "④ 後援 教育委員会名義"

  static let sponsored2020 =
    [
      sponsored(
        10, city, 21, "第76回国民体育バドミントン競技北海道予選会 兼 令和3年度北海道体育大会バドミントン競技会",
        "スポーツ都市推進課", hosts("北海道地区バドミントン協会", "苫小牧地区バドミントン協会")),
      sponsored(
        11, city, 42, "組織を活性化させるチームマネジメントの進め方", "工業・雇用振興課",
        hosts("独立行政法人中小企業基盤整備機構北海道本部中小企業大学校旭川校"),
        notes: [
          .init(
            kind: .corrected, field: "organizations", printed: "中小企業大 大学校",
            reason: "改行の前後で「大」が重なったもの")
        ]),
      sponsored(
        12, city, 44, "「ドライブスルーdeはしご飯 IN TOMAKOMAI」", "商業振興課",
        hosts("R.Y.H (Rise Your Hands)")),
      sponsored(15, city, 59, "市民ボランティア講座", "総合福祉課", hosts("社会福祉法人苫小牧市社会福祉協議会ボランティアセンター")),
      sponsored(16, city, 63, "傾聴ボランティア講習会", "総合福祉課", hosts("社会福祉法人苫小牧市社会福祉協議会")),
      sponsored(17, city, 65, "第37回「障がい者の日」記念文化祭", "障がい福祉課", hosts("苫小牧身体障がい者福祉連合会")),
      sponsored(
        18, city, 66, "「障がい児のアドベンチャースクールいけまぜ夏フェス」写真パネル展", "障がい福祉課",
        hosts("NPO法人障がい児の積極的な活動を支援する会 にわとりクラブ")),
      sponsored(
        21, city, 94, "第56回苫小牧市内小学生書き初めコンクール", "総務企画課", hosts("株式会社新生 苫小牧・室蘭支社")),
      sponsored(
        22, city, 104, "演劇及び文化創造集団C.A.W第15回公演", "総務企画課", hosts("演劇及び文化創造集団C.A.W"),
        notes: [
          joined("organizations", "演劇及び文化創造集団C. A. W"),
          joined("name", "演劇及び文化創造集団C. A. W第15回公演"),
        ]),
      sponsored(29, board, 3, "福祉の学習", "総務企画課", hosts("社会福祉法人 苫小牧市社会福祉協議会")),
      sponsored(30, board, 5, "教育カウンセリング学習会", "総務企画課", [person("真鍋 孝徳")]),
      sponsored(
        31, board, 10, "ママナビフェスタ2020苫小牧", "総務企画課", hosts("(株)MammyPro"),
        notes: [joined("organizations", "(株)M a m m y P r o")]),
      sponsored(
        32, board, 11,
        "2020年度公益財団法人日本社会福祉弘済会社会福祉助成金 地域共生型ひきこもり包括支援プラットフォーム構築事業 居場所「とまとま」",
        "総務企画課", hosts("非特定営利法人 レター・ポスト・フレンド相談ネットワーク")),
      sponsored(
        33, board, 13, "あびらぼ出張探究授業「アート編」", "総務企画課",
        hosts("安平町教育委員会") + [person("教育長 種田 直章")]),
      sponsored(
        34, board, 18, "ジュニアボランティア活動育成事業（ボランティアスクール）", "総務企画課",
        [person("青少年課長 高坂 博幸")]),
      sponsored(
        37, board, 30, "ユニセフ（国際連合児童基金）支援募金のための諸活動", "生涯学習課",
        hosts("（公財）日本ユニセフ協会協定地域組織 北海道ユニセフ協会")),
      sponsored(38, board, 32, "第67回苫小牧市内小学生図画コンクール", "生涯学習課", hosts("（株）三星")),
      sponsored(39, board, 40, "TANZ フェスティバル VOL31", "生涯学習課", hosts("TANZ DANCE STUDIO")),
      sponsored(
        40, board, 64, "第9回千葉理恵子「音の花束」シリーズ 演奏会 岡本孝慈（ピアノ）&千葉理恵子（ピアノ）～舞曲の楽しみ～",
        "生涯学習課", [person("千葉 理恵子")]),
    ].map { record in
      var record = record
      record.fiscalYear = 2020
      return record
    }

  private static func sponsored(
    _ line: Int, _ section: String, _ number: Int, _ name: String, _ department: String,
    _ hosts: [Record.OrganizationMention], notes: [Record.Note] = []
  ) -> Record {
    golden(line, section, number, name, department, nil, hosts, notes: notes)
  }

  private static func person(_ name: String) -> Record.OrganizationMention {
    .init(name: name, kind: .person, role: .host)
  }

  private static func joined(_ field: String, _ printed: String) -> Record.Note {
    .init(kind: .corrected, field: field, printed: printed, reason: "一字ずつ離れた欧字をつないだもの")
  }
}
