/// The words that made reports are made of. They are written for this project, in the manner of
/// the reports in `Corpus/`; the frequent ones come first.
enum ReportVocabulary {
  static let cityBeginnings = words(
    """
    浜 港 桜 緑 森 川 山 松 梅 青 白 若 朝 富 高 北 南 東 西 中 新 平 豊 美 清 光 栄 岩 石 花 竹 鶴 亀 鷹 鹿 春 秋 海 砂 湖 雪 星 泉
    """)
  static let cityEnds = words("里 原 野 田 沢 崎 島 浦 岡 谷 畑 橋 池 瀬 根 宮 井 本 坂 木")
  static let cityKinds = ["市", "町", "村"]

  static let districts = words(
    """
    本町 東町 西町 南町 北町 栄町 緑町 旭町 港町 浜町 元町 新町 若草町 花園 日吉町 高台 明野 桜木町 松風町 川沿町 清水町 弥生 山手 沼ノ端
    """)

  static let topics = words(
    """
    防災 子育て 清掃 スポーツ 健康 高齢者 青少年 環境美化 文化 ボランティア 交通安全 消費生活 国際交流 福祉 読書 音楽 食育 防犯 介護予防 \
    男女共同参画 人権 自然観察 ごみ減量 緑化 観光 港まつり 雪まつり 科学 ものづくり 伝統芸能 認知症 障がい者 多文化共生 農業体験 漁業 商店街 \
    起業 就労 リサイクル 水辺 野鳥 里山 郷土史 俳句 短歌 書道 写真 絵画 陶芸 囲碁 将棋 太鼓 合唱 吹奏楽 演劇 映画 マラソン 駅伝 少年野球 \
    サッカー 水泳 スケート アイスホッケー カーリング 卓球 バドミントン ラジオ体操 ウォーキング 登山 サイクリング 献血 手話 点訳 朗読 傾聴 \
    ひきこもり 不登校 里親 児童虐待防止 いじめ防止 薬物乱用防止 自殺予防 省エネルギー 脱炭素 水素 洪水 津波 地震 避難所 救急 消防 空き家 移住
    """)
  static let events = words(
    """
    講演会 教室 大会 講座 研修会 フェスティバル まつり 訓練 展示会 交流会 セミナー 体験会 発表会 コンサート 相談会 キャンペーン 運動 懇談会 \
    フォーラム シンポジウム サロン 広場 コンクール 養成講座 見学会 ワークショップ 点検 パトロール 支援事業 推進事業 啓発活動 写真展
    """)
  static let nicknames = words(
    "ぽかぽか ひだまり にじいろ みらい つながり 元気 ほっと わくわく きらり みんなの ふれあい いきいき すくすく はまなす さくら カモメ")

  static let departments = words(
    """
    市民生活課 総合福祉課 環境衛生課 生涯学習課 スポーツ推進課 危機管理室 こども家庭課 高齢福祉課 健康支援課 商工振興課 観光振興課 文化振興課 \
    青少年課 教育総務課 協働推進室 道路維持課 緑地公園課 農林水産課 企業立地課 国際交流課 障がい福祉課 介護保険課 図書館 消防総務課 政策企画課
    """)

  static let people = words("市民 子ども 高齢者 親子 小学生 障がい者 中学生 町内会員 会員 学生 事業所 外国人住民 保護者 働く世代")
  static let actions = words(
    """
    清掃活動 講演 体験活動 意見交換 訓練 展示 相談 演奏 競技 見学 実習 パトロール 植樹 調理実習 声かけ 街頭啓発 作品づくり 情報提供 座談会 読み聞かせ
    """)
  static let aims = words(
    """
    意識の高揚 交流の促進 健康の増進 地域の活性化 安全の確保 孤立の防止 技術の向上 文化の継承 理解の促進 仲間づくり 居場所づくり 担い手の育成 \
    環境の保全 防災力の向上 生きがいづくり
    """)
  /// What is done with what the thesaurus names.
  static let promotions = words("充実 普及 推進 見直し 周知 定着 継続 活用 研究 改善")
  static let exercises = words("体験 紹介 学習 展示 説明 見学 実演 相談")

  static let venues = words("会館 公民館 小学校 中学校 コミュニティセンター 体育館 児童センター 図書館 公園 福祉センター 高校")
  static let givenNames = words(
    """
    健一 直子 洋子 誠 恵子 修 美咲 大輔 由美 茂 和夫 陽菜 翔太 千尋 久美子 隆 裕子 進 真由美 実 智子 拓也 幸子 浩 花子 剛 明美 亮 節子 学
    """)
  static let syllables = words(
    """
    ア エ オ カ コ サ シー ス セ ソラ タ ティ テ トン ナ ニ ノ ハ ピ フィ ベル マ ミ モン メイ ヤ ユ ラ リ リン ル レ ロ ワ ジュ ゴ ガ ダ ドル ブ
    """)

  static let echoes = words("好評 満足 有意義 参考になった 続けてほしい 楽しかった 分かりやすい もっと広めたい")

  static let companyTrades = words("新聞社 建設 印刷 港運 石油 食品 自動車 ガス 電気 観光バス 林業 水産")
  static let groupPurposes = words(
    "環境ネット 子育て支援の会 まちづくりの会 自然を守る会 読み聞かせの会 福祉サポート 防災ネットワーク 文化協会 スポーツクラブ 観光ボランティアの会 国際交流の会 手話の会 音楽協会 写真クラブ"
  )

  static let groupKinds = words("の会 クラブ サークル 研究会 愛好会 ボランティア 少年団 ネットワーク 保存会 実行委員会")

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
