import HaskapCivic

/// What a careful reader takes from the rows of `CollaborationFixtures`.
enum CollaborationGolden {
  static let shared2023 = [
    golden(
      8, "① 共催", 1, "まちかどミーティング", "協働・男女平等参画室", annual(around: 1987),
      [group("82町内会", 82)], [held("2023-08-22", "2023-10-31", 305)], total: 305,
      purpose: "町内会の人たちと市長が話し合う場である。", effect: "多くの声が集まり、各課が応じている。",
      remarks: ["16地区にて開催"]),
    golden(
      9, "① 共催", 2, "ノーザンホースパークマラソン2023", "スポーツ都市推進課", annual(around: 2011),
      named("ノーザンホースパークマラソン実行委員会", "(公財)苫小牧市スポーツ協会", "安平町", "安平町体育協会", "安平町教育委員会"),
      [held("2023-05-14", nil, 3723)], total: 3723,
      purpose: "マラソン大会 ・ハーフ+7kmトレイル ・7kmトレイル", effect: "地域がにぎわった。"),
    golden(
      10, "① 共催", 3, "苫小牧民報杯 第35回苫小牧ハスカップトライアスロン大会in勇払", "スポーツ都市推進課", annual(around: 2012),
      named(
        "苫小牧トライアスロン協会", "(公財)日本スポーツ協会", "(公財)北海道スポーツ協会", "株式会社苫小牧民報社",
        "(公財)苫小牧市スポーツ協会", "苫小牧市教育委員会"),
      [held("2023-07-30", nil, 300, approximate: true)], total: 300,
      purpose: "三種目の大会を、海辺の勇払地区で開く。 ・リレーの部 スイム1.5km、ラン10km", effect: "地域がにぎわった。"),
    golden(
      13, "① 共催", 5, "備えるフェスタ2023 inとまこまい", "危機管理室", singleYear,
      named(
        "一般社団法人苫小牧タウンマネジメント", "一般社団法人苫小牧建設協会", "株式会社栗林商会", "苫小牧港開発株式会社",
        "室蘭海陸通運株式会社"),
      [held("2023-11-04", nil, 6000, approximate: true)], total: 6000,
      purpose: "防災への備えを体験する催し。", effect: "大きな反響があった。"),
    golden(
      16, "① 共催", 7, "社会福祉法人 苫小牧市社会福祉協議会主催、北海道社会福祉総合基金助成事業 居場所「とまとま」",
      "総合福祉課", singleYear, named("苫小牧市社会福祉協議会", "苫小牧保健所"),
      [
        held("2023-09-07", nil, 10), held("2023-11-02", nil, 10), held("2024-01-11", nil, 10),
        held("2024-03-07", nil, 10),
      ], total: 40,
      purpose: "ひきこもりの当事者と家族の居場所。当事者の苦手なことを助ける。", effect: "対面の良さが確かめられた。"),
    golden(
      17, "① 共催", 9, "リーダー養成事業", "青少年課", annual(around: 1977), named("苫小牧市子ども会育成連絡協議会"),
      [
        held("2023-06-24", label: "子ども会交流会"), held("2024-01-21", nil, 46, label: "子ども会交流会"),
        held("2023-10-01", nil, 24, label: "子ども会スポーツ交流会"),
        held("2024-02-17", "2024-02-18", 137, label: "子ども芸術祭"),
      ], total: 207, purpose: "子どもを育てる活動。", effect: "多くの子どもが学んだ。",
      notes: [
        .init(
          kind: .inferred, field: "occurrences",
          reason: "参加人数は2つの日程を合わせたもので、最後の日程に記しました")
      ]),
    golden(
      20, "① 共催", 10, "令和5年度第1回 苫小牧地域振興ゼミナール", "港湾・企業振興課", biennial, named("㈱苫東"),
      [held("2023-05-26", nil, 49)], total: 49, purpose: "産業の講演会。", effect: "新しい知識を得た。"),
    golden(
      21, "① 共催", 11, "市民技能体験教室「庭木の剪定」「内装」「日曜大工」「左官」", "工業・雇用振興課", annual(around: 1987),
      named(
        "一般社団法人苫小牧地域職業訓練センター運営協会", "苫小牧造園協同組合", "苫小牧内装業協会", "苫小牧建築大工技能士会",
        "苫小牧塗装工業協同組合", "苫小牧地方左官協同組合"),
      [
        held("2023-10-14", nil, 6, label: "庭木の剪定"), held("2024-01-20", nil, 10, label: "内装"),
        held("2024-02-18", nil, 16, label: "日曜大工"), held("2024-03-09", nil, 10, label: "左官"),
      ], total: 42, purpose: "職人の技を体験する。 ・左官：壁を塗る", effect: "みな満足と答えた。"),
    golden(
      24, "① 共催", 15, "第3回電動化市場参入促進セミナー 「e-Mobilityが切り拓く新時代～自動車部品産業の生き残り策は～」",
      "テクノセンター", singleYear, named("北海道経済産業局", "(一社)北海道機械工業会"),
      [held("2023-10-14", nil, 20)], total: 20, purpose: "自動車の電動化を知る。", effect: "参考になった。"),
    golden(
      25, "① 共催", 16, "令和5年度 移動工業試験場(苫小牧)", "テクノセンター", annual(around: 1998),
      named("(地独)北海道立総合研究機構 工業試験場"), [held("2023-11-14", nil, 19)], total: 19,
      purpose: "技術の講習会。", effect: "役に立った。"),
    golden(
      28, "① 共催", 21, "「さいとうしのぶさんの親子絵本ライブ&サイン会」(さいとうしのぶさん講演会)", "生涯学習課", singleYear,
      named("苫小牧読み聞かせ文庫活動連絡会"), [held("2023-10-01", nil, 55)], total: 55,
      purpose: "絵本作家を招く。", effect: "好評だった。"),
    golden(
      29, "① 共催", 22, "パブリックビューイングinプラネタリウム", "科学センター", annual(around: 2022),
      named("(株)レッドイーグルス北海道"), [held("2023-12-16", nil, 38)], total: 38,
      purpose: "試合を大画面で見る。", effect: "好評だった。"),
    golden(
      30, "① 共催", 23, "子ども広報部「びとこま」", "美術博物館", annual(around: 2012), named("NPO法人 樽前artyプラス"),
      [
        held("2023-05-13", nil, 21, "名"), held("2023-06-18", nil, 14, "名"),
        held("2023-08-20", nil, 33, "名"), held("2023-09-02", nil, 16, "名"),
        held("2023-10-14", nil, 18, "名"), held("2023-11-11", nil, 16, "名"),
        held("2024-01-07", nil, 17, "名"), held("2024-02-17", nil, 11, "名"),
        held("2024-03-02", nil, 19, "名"),
      ], total: 165, purpose: "子どもが美術にふれる。", effect: "積極的になった。",
      remarks: ["全9回", "延べ165人"]),
  ].map { year($0, 2023) }

  static let shared2020 = [
    golden(
      8, "① 共催", 1, "まちかどミーティング", "協働・男女平等参画室", annual(around: 1972),
      [group("80町内会", 80)], [held("2020-08-25", "2020-10-29", 261)], total: 261,
      purpose: "市長と町内会の人たちが、地区の課題を話し合う。", effect: "多くの意見が出た。",
      remarks: ["15地区で開催"]),
    golden(
      9, "① 共催", 3, "リーダー養成事業", "青少年課", annual(around: 1977), named("苫小牧市子ども会育成連絡協議会"),
      [
        held("2020-10-18", nil, 9, approximate: true, label: "こども会スポーツ交流会"),
        held("2021-02-13", "2021-02-14", 99, approximate: true, label: "こども会芸術祭り"),
        held("2021-03-06", nil, 10, approximate: true, label: "こども会交流会"),
      ], total: 118, purpose: "子どもを育てる活動。", effect: "多様な意見が聞けた。"),
    golden(
      12, "① 共催", 4, "市民技能体験教室「庭木の剪定」「内装」「日曜大工」「左官」", "工業・雇用振興課", annual(around: 1987),
      named(
        "一般社団法人苫小牧地域職業訓練センター運営協会", "苫小牧造園協同組合", "苫小牧内装業協会", "苫小牧建築大工技能士会",
        "苫小牧塗装工業協同組合", "苫小牧地方左官協同組合"),
      [
        held("2020-09-26", nil, 15, label: "庭木の剪定"), called("内装"), called("日曜大工"),
        held("2021-03-13", nil, 10, label: "左官"),
      ], total: 25, purpose: "職人の技を体験する。 ※「内装」「日曜大工」は中止", effect: "みな満足と答えた。",
      remarks: ["内装 新型コロナウイルスの影響で中止", "日曜大工 新型コロナウイルスの影響で中止"]),
    golden(
      13, "① 共催", 5, "北海道職業能力開発大学校 能力開発セミナー", "テクノセンター", annual(around: 2015),
      named("北海道職業能力開発大学校"),
      [
        held("2020-11-05", "2020-11-06", 3, approximate: true, label: "機械検査作業実技1・2級（精密測定技術）"),
        held(
          "2020-11-05", "2020-11-06", 2, approximate: true, label: "機械系保全作業1・2級（生産現場の機械保全技術）"),
        held("2020-11-26", "2020-11-27", 3, approximate: true, label: "特級Ⅰ（生産現場に活かす品質管理技法Ⅰ）"),
        held("2020-12-03", "2020-12-04", 3, approximate: true, label: "特級Ⅱ（生産現場に活かす品質管理技法Ⅱ）"),
      ], total: 11, purpose: "技術者の研修。", effect: "役に立つ技術である。"),
    golden(
      18, "② 実行委員会・協議会等", 1, "FMとまこまい実行委員会", "政策推進課", singleYear,
      [renamed("FMとまこまい実行委員会", from: "コミュニティFM準備実行委員会")],
      [held("2020-04", "2021-03", 120, approximate: true, label: "第3木曜日")], total: 120,
      purpose: "FM局を開く。", effect: "窓口となって助けた。"),
    golden(
      19, "② 実行委員会・協議会等", 2, "樽前アートフォトコンテスト", "まちづくり推進課", biennial,
      named("樽前アートフォトコンテスト実行委員会"),
      [
        held("2020-05-07", label: "樽前山アートフォトコンテスト実行委員会（書面開催）"),
        held("2020-08-31", label: "樽前山アートフォトコンテスト実行委員会（書面開催）"),
        held("2021-03-22", label: "樽前山アートフォトコンテスト実行委員会（書面開催）"),
        held("2020-11-02", "2021-01-29", label: "樽前アートフォトコンテスト2020"),
      ], purpose: "樽前の良さを写真で知らせる。", effect: "多くの応募があった。"),
    golden(
      20, "② 実行委員会・協議会等", 3, "苫小牧市公共交通協議会", "まちづくり推進課", annual(around: 2012),
      named("苫小牧市公共交通協議会"),
      [
        held("2020-05-22", "2020-06-03", label: "書面開催"),
        held("2020-09-17", nil, 20, approximate: true),
        held("2021-02-10", nil, 20, approximate: true),
        held("2021-03-26", nil, 16, approximate: true),
      ], purpose: "(1)バスの運行 (2)計画の策定", effect: "市民の声が届く。"),
    golden(
      23, "② 実行委員会・協議会等", 4, "八地区スポーツフェスティバル", "スポーツ都市推進課", annual(around: 1976),
      named("八地区スポーツフェスティバル実行委員会"),
      [
        held("2020-10-04", label: "糸井"), held("2020-10-18", label: "糸井"),
        held("2020-11-23", label: "糸井"), held("2020-09-19", label: "中央南"),
        held("2020-10-10", label: "中央南"), held("2020-09-13", label: "勇払"),
      ], total: 309, purpose: "各地区の運動会。", effect: "気軽に参加できた。", remarks: ["※延べ309人"]),
    golden(
      26, "② 実行委員会・協議会等", 6, "とまこまい港まつり実行委員会", "観光振興課", annual(around: 1955),
      named("とまこまい港まつり実行委員会"), [held("2020-04-27", nil, 28), called("とまこまい港まつり")],
      total: 28, purpose: "夏の祭りを開く。", effect: "祭りは中止となった。",
      remarks: ["※とまこまい港まつりは新型コロナウイルスの影響で中止"]),
    golden(
      27, "② 実行委員会・協議会等", 8, "苫小牧アートシアター鑑賞事業実行委員会", "生涯学習課", annual(2011),
      named("苫小牧アートシアター鑑賞事業実行委員会"),
      [
        held("2020-07-08", nil, 4), held("2020-10-02", label: "書面開催"),
        held("2021-03-29", label: "書面開催"),
      ], purpose: "舞台を安く見られるようにする。", effect: "公演は中止した。"),
    golden(
      30, "② 実行委員会・協議会等", 9, "苫小牧アートフェスティバル実行委員会", "生涯学習課", annual(around: 2010),
      named("苫小牧アートフェスティバル実行委員会"),
      [
        held("2020-05-12", label: "書面開催"), held("2020-05-27", label: "書面開催"),
        held("2020-10-15", nil, 8), held("2021-03-18", nil, 10),
      ], purpose: "文化施設で芸術にふれる。", effect: "催しは中止となった。"),
    golden(
      31, "② 実行委員会・協議会等", 10, "苫小牧市民文化祭", "生涯学習課", annual(around: 1948),
      named("苫小牧市民文化祭実行委員会") + others("苫小牧文化団体協議会"),
      [held("2020-11-28", nil, 29, label: "市民文化祭表彰式")], total: 29, purpose: "文化の発表の場。",
      effect: "交流の場になった。"),
    golden(
      34, "② 実行委員会・協議会等", 11, "苫小牧市成人式", "生涯学習課", annual(), named("成人式実行委員会"),
      committee([
        ("2020-09-02", 10), ("2020-09-16", 7), ("2020-09-30", 7), ("2020-10-14", 9),
        ("2020-10-27", 8), ("2020-11-05", 9), ("2020-11-11", 9), ("2020-11-25", 8),
        ("2020-12-08", 8), ("2020-12-16", 8), ("2020-12-23", 8), ("2021-01-05", 10),
        ("2021-03-25", 10),
      ]) + [held("2021-01-08", nil, 95, label: "式典"), held("2021-01-10", nil, 885, label: "式典")],
      total: 980, purpose: "成人を祝う。", effect: "自覚が深まった。",
      remarks: ["※令和 3年苫小牧市成人式 ・出席者980人 (対象者1,423人) 出席率 68.9%"]),
    golden(
      39, "③ その他（事業協力）", 1, "苫小牧市ワークライフバランス等企業表彰", "協働・男女平等参画室", singleYear,
      named(
        "平等社会を推進するネットワーク苫小牧", "苫小牧商工会議所", "(一社)北海道中小企業家同友会苫小牧支部",
        "(一社)苫小牧青年会議所"),
      [
        held("2020-06-03", "1990-08-30", label: "表彰企業の募集"),
        held("2020-11-25", nil, 16, approximate: true, label: "表彰式"),
      ], purpose: "働きやすい会社をたたえ、NPO法人等にも知らせる。", effect: "多くの人が、参考になったとしている。",
      notes: [
        .init(
          kind: .suspect, field: "occurrences", printed: "令和 2年 6月 3日～ 平成 2年 8月30日",
          reason: "終了日1990-08-30が開始日2020-06-03より前です（「平成」は「令和」の誤りか）")
      ]),
    golden(
      40, "③ その他（事業協力）", 2, "国際交流ボランティア事業", "国際リゾート戦略室", annual(around: 1992),
      [group("国際交流ボランティア登録者", 200)],
      [held(nil, nil, 778, label: "ボランティア講師による国際交流サロン日本語教室 通年で292回実施（ボランティア9人）")],
      total: 778, purpose: "外国の人との交流。", effect: "理解が進んだ。",
      remarks: ["令和2年度末登録者数200人"]),
    golden(
      43, "③ その他（事業協力）", 3, "苫小牧市自主防災組織連合会の運営", "危機管理室", annual(2016),
      [group("町内会の自主防災組織", 60)] + named("苫小牧市消防団") + others("苫小牧警察署"),
      [
        held("2020-04-09", nil, 9, label: "専門委員会"),
        held("2020-10-24", nil, 29, label: "北海道地域防災マスター認定研修会"),
        held("2020-10-27", nil, 24, label: "防災研修会"),
      ], total: 62, purpose: "地域の防災を進める。", effect: "情報が伝わりやすくなる。",
      remarks: [
        "市内で設置されている町内会の自主防災組織60町内会のほか、訓練の時には、苫小牧市消防団、苫小牧警察署などの防災関係機関も参画"
      ]),
    golden(
      44, "③ その他（事業協力）", 4, "災害時要援護者支援プラン（避難行動要支援者支援制度）の構築", "危機管理室", annual(2016),
      [group("町内会", 44), group("自主防災組織", others: true)]
        + partners("社会福祉協議会", "苫小牧市消防本部", "苫小牧市消防団", last: "苫小牧警察署"),
      [held("2020-07-17", nil, 1, label: "自治会長に対する避難行動要支援者制度説明")], total: 1,
      purpose: "助けが要る人を地域で支える。", effect: "説明のみ行った。",
      remarks: [
        "市内で設置されている町内会、自主防災組織等の44町内会に導入。今後、全町内会に広げる。また、社会福祉協議会、"
          + "苫小牧市消防本部、苫小牧市消防団、苫小牧警察署等の関係機関と協力・連携する。", "※勇払自治会",
      ]),
    golden(
      47, "③ その他（事業協力）", 5, "「053（ゼロごみ）の日」 (春・秋)", "ゼロごみ推進課", annual(around: 1987),
      [group("町内会"), group("自治会"), group("事業所"), group("学校"), group("子供・老人クラブ", others: true)],
      [held("2020-10-01", "2020-10-31", 13889, label: "234団体")], total: 13889,
      purpose: "町をきれいにする日。", effect: "まちがきれいになった。",
      remarks: ["※例年の4月は、新型コロナウイルスの影響により中止した。"]),
    golden(
      48, "③ その他（事業協力）", 6, "苫小牧市環境美化活動事業", "ゼロごみ推進課", annual(around: 2015),
      [group("町内会・自治会", 80)], [held("2020-04-01", "2021-03-31", 15233, approximate: true)],
      total: 15233, purpose: "(1)大掃除 (2)見回り", effect: "意識が高まった。"),
    golden(
      49, "③ その他（事業協力）", 7, "苫小牧市資源リサイクル団体連絡協議会", "ゼロごみ推進課", annual(around: 1993),
      [
        group("町内会・自治会"), group("老人クラブ"), group("学校PTA"), group("同好会"),
        group("各種団体", others: true),
      ],
      [
        held("2020-07-22", nil, 6, "名", label: "役員会"),
        held("2021-02-24", nil, 6, "名", label: "役員会"), held("2020-07-28", label: "総会（書面開催）"),
      ], purpose: "(1)集団回収（通年） (2)総会", effect: "ごみが減る。", remarks: ["238団体へ送付"]),
    golden(
      52, "③ その他（事業協力）", 8, "「突撃！とまエコ企業」動画制作", "環境保全課", singleYear,
      named("株式会社イワクラ", "苫小牧バイオマス発電株式会社"), [held("2021-01")],
      purpose: "会社の取組を動画で知らせる。", effect: "広く伝わった。"),
    golden(
      53, "③ その他（事業協力）", 11, "苫小牧クリーンアップ・サポーター制度", "緑地公園課", annual(around: 2002),
      [group("38団体", 38), group("3個人", 3)], [held("2020-04-01", "2021-03-31", 1896)],
      total: 1896, purpose: "道路や公園の掃除。", effect: "きれいに保たれている。",
      remarks: ["38団体、3個人で登録し、合計登録者数1,896人（うちパークゴルフ場は、13団体）"]),
    golden(
      56, "③ その他（事業協力）", 15, "定例おはなし会", "中央図書館", annual(around: 1989),
      [group("図書館ボランティア読み聞かせグループ", others: true)],
      [held("2020-04-01", "2021-03-31", 353)], total: 353, purpose: "本の読み聞かせを、図書館で行う。",
      effect: "欠かせない事業である。"),
    golden(
      57, "③ その他（事業協力）", 16, "苫小牧市美術博物館ボランティア運営登録事業", "美術博物館", annual(around: 2013),
      named("苫小牧市美術館友の会"),
      [
        held("2020-04-17", nil, 16), held("2020-04-28", cancelled: true),
        held("2020-07-17", nil, 23),
        held("2020-10-09", nil, 19), held("2021-01-08", nil, 14), held("2021-03-21", nil, 27),
      ], total: 99, purpose: "館の仕事を手伝う人を登録する。", effect: "助けになった。",
      remarks: ["新型コロナウイルスの影響で中止"]),
  ].map { year($0, 2020) }

  private static func year(_ record: Record, _ year: Int) -> Record {
    var record = record
    record.fiscalYear = year
    return record
  }

  private static func committee(_ meetings: [(String, Int)]) -> [Record.Occurrence] {
    meetings.map { held($0.0, nil, $0.1, label: "委員会") }
  }

  private static func renamed(_ name: String, from former: String) -> Record.OrganizationMention {
    var mention = Record.OrganizationMention(name: name)
    mention.formerName = former
    return mention
  }

  private static func others(_ name: String) -> [Record.OrganizationMention] {
    var mention = Record.OrganizationMention(name: name)
    mention.others = true
    return [mention]
  }

  private static func partners(_ names: String..., last: String) -> [Record.OrganizationMention] {
    var mention = Record.OrganizationMention(name: last, role: .partner)
    mention.others = true
    return names.map { .init(name: $0, role: .partner) } + [mention]
  }
}
