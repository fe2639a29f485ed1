internal import HaskapText

/// How names of bodies are read, so that one written in kana is found: とまこまいしょうこうかいぎしょ.
///
/// A reading is composed of the words of a table, the longest first; a name with any kanji that no word
/// covers has none. The table holds the words that names of bodies are made of, with the readings of
/// dictionaries; places read as the city's register has them.
enum NameReadings {
  /// The readings of a name's key, as keys; none where the table does not cover it.
  ///
  /// Nobody says the 市 behind the city's name for certain, so that both ways count.
  static func readings(of key: String, _ folding: NameFolding) -> [String] {
    guard key.unicodeScalars.contains(where: Readings.isKanji),
      let reading = table.reading(of: key)
    else { return [] }
    let short = key.replacing("苫小牧市", with: "苫小牧")
    let shorter = short == key ? nil : table.reading(of: short)
    return [reading, shorter].compactMap(\.self).map { folding.key($0) }
  }

  static let table = Readings(
    words.split(whereSeparator: \.isWhitespace).compactMap { entry in
      let parts = entry.split(separator: "=").map { String($0) }
      return parts.count == 2 ? Readings.Word(parts[0], reading: parts[1]) : nil
    })

  private static let words = """
    苫小牧=とまこまい 北海道=ほっかいどう 道央=どうおう 室蘭=むろらん 千歳=ちとせ 札幌=さっぽろ 旭川=あさひかわ 胆振=いぶり
    東胆振=ひがしいぶり 安平=あびら 厚真=あつま 勇払=ゆうふつ 沼=ぬま 樽前=たるまえ 樽前山=たるまえさん 豊川=とよかわ 明倫=めいりん
    青翔=せいしょう 駒沢=こまざわ 北洋=ほくよう 苫東=とまとう 三星=みつほし 日本=にほん 全日本=ぜんにほん 道立=どうりつ 市立=しりつ
    公立=こうりつ 市=し 町=ちょう 市内=しない 市民=しみん 地区=ちく 地域=ちいき 地方=ちほう 西=にし 東=ひがし 南=みなみ 北=きた 中央=ちゅうおう
    社会=しゃかい 福祉=ふくし 協議会=きょうぎかい 協会=きょうかい 連絡=れんらく 連合会=れんごうかい 連盟=れんめい 町内会=ちょうないかい
    自治会=じちかい 協同=きょうどう 組合=くみあい 実行=じっこう 委員会=いいんかい 普及=ふきゅう 普及会=ふきゅうかい 商工=しょうこう
    会議所=かいぎしょ 会議=かいぎ 青年=せいねん 青年部=せいねんぶ 女性=じょせい 老人=ろうじん 婦人=ふじん 消費者=しょうひしゃ 団体=だんたい
    育成会=いくせいかい 育成=いくせい 保存会=ほぞんかい 後援会=こうえんかい 友の会=とものかい 愛好会=あいこうかい 同好会=どうこうかい 研究会=けんきゅうかい
    研究所=けんきゅうじょ 研究=けんきゅう 同友会=どうゆうかい 振興会=しんこうかい 振興局=しんこうきょく 振興=しんこう 事務局=じむきょく 支部=しぶ
    支社=ししゃ 支店=してん 営業所=えいぎょうしょ 財団=ざいだん 機構=きこう 運営=うんえい 推進=すいしん 促進=そくしん 誘致=ゆうち 利用=りよう
    教育=きょういく 教室=きょうしつ 学校=がっこう 小学生=しょうがくせい 小学校=しょうがっこう 中学校=ちゅうがっこう 高等学校=こうとうがっこう
    高等専門学校=こうとうせんもんがっこう 工業=こうぎょう 大学=だいがく 大学校=だいがっこう 附属=ふぞく 学生=がくせい 体育=たいいく 文化=ぶんか
    文化祭=ぶんかさい 文化団体=ぶんかだんたい 文庫=ぶんこ 読み聞かせ=よみきかせ 朗読=ろうどく 図書館=としょかん 吹奏楽=すいそうがく 吹奏楽部=すいそうがくぶ
    交響楽団=こうきょうがくだん 写真=しゃしん 美術=びじゅつ 美術館=びじゅつかん 演劇=えんげき 集団=しゅうだん 劇場=げきじょう 囲碁=いご 将棋=しょうぎ
    麻雀=まーじゃん 伝統=でんとう 野球=やきゅう 軟式=なんしき 港=こう 港まつり=みなとまつり 夢花火=ゆめはなび 成人式=せいじんしき 赤十字=せきじゅうじ
    奉仕団=ほうしだん 消防=しょうぼう 消防団=しょうぼうだん 本部=ほんぶ 警察署=けいさつしょ 保健所=ほけんじょ 医師会=いしかい 放送局=ほうそうきょく
    新聞社=しんぶんしゃ 新聞=しんぶん 民報社=みんぽうしゃ 民報=みんぽう 信用金庫=しんようきんこ 経済=けいざい 産業=さんぎょう 産業局=さんぎょうきょく
    企業=きぎょう 中小企業=ちゅうしょうきぎょう 中小企業家=ちゅうしょうきぎょうか 基盤=きばん 整備=せいび 総合=そうごう 建設=けんせつ 建築=けんちく
    大工=だいく 技能士会=ぎのうしかい 塗装=とそう 造園=ぞうえん 内装業=ないそうぎょう 左官=さかん 漁業=ぎょぎょう 廃棄物=はいきぶつ 発明=はつめい
    職業=しょくぎょう 能力=のうりょく 訓練=くんれん 開発=かいはつ 技術=ぎじゅつ 交流=こうりゅう 公共=こうきょう 交通=こうつう 環境=かんきょう 基本=きほん
    計画=けいかく 自主=じしゅ 防災=ぼうさい 組織=そしき 男女=だんじょ 平等=びょうどう 参画=さんかく 活動=かつどう 身体=しんたい 障害者=しょうがいしゃ
    障害=しょうがい 選挙=せんきょ 管理=かんり 植物=しょくぶつ 資源=しげん 自然=しぜん 観光=かんこう 国際=こくさい 会=かい 部=ぶ 課=か 館=かん
    """
}
