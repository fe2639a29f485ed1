/// Spellings that name the same thing. Each table maps to the form that current law or the
/// dictionaries use.
enum NameVariants {
  /// Old and variant characters that names keep, by the jōyō kanji list's own pairs of old and new
  /// forms (内閣告示 常用漢字表, 2010), and the commonest forms of names beyond it.
  static let kanji: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = """
      鐵鉄 髙高 﨑崎 邊辺 邉辺 齋斎 齊斉 澤沢 濱浜 廣広 國国 學学 會会 團団 藝芸 麵麺 圓円 榮栄 櫻桜 瀧滝 嶋島 嶌島 藏蔵 \
      壽寿 靜静 眞真 惠恵 德徳 寶宝 豐豊 與与 萬万 關関 縣県 區区 號号 鹽塩 體体 醫医 藥薬 當当 變変 實実 寫写 繪絵 畫画 \
      樂楽 聲声 黑黒 來来 佛仏 勞労 圖図 驛駅 氣気 爲為 證証 總総 續続 專専 條条 淺浅 淸清 瀨瀬 顯顕 鷗鴎 凜凛 𠮷吉 郞郎 步歩 每毎 彌弥 \
      \u{FA10}塚 \u{FA12}晴 \u{FA16}猪 \u{FA17}益 \u{FA18}礼 \u{FA19}神 \u{FA1A}祥 \u{FA1B}福 \u{FA1C}靖 \u{FA1D}精 \
      \u{FA1E}羽 \u{FA22}諸 \u{FA25}逸 \u{FA26}都 \u{FA2A}飯 \u{FA2C}館 \u{FA2D}鶴 \u{F929}朗 \u{F9DC}隆 \
      檢検 驗験 應応 敎教 鄕郷 祐祐 \
      舍舎 辯弁 豫予 燈灯 擔担 獨独 發発 轉転 鑛鉱 禮礼 濟済 經経 營営 衞衛 舊旧 假仮 價価 劍剣 劵券 增増 槪概 橫横 歷歴
      """
    let letters = pairs.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" })
    return Dictionary(
      letters.compactMap { pair in
        guard let old = pair.first, let new = pair.last, pair.count == 2 else { return nil }
        return (old, new)
      }, uniquingKeysWith: { first, _ in first })
  }()

  static let kanjiFilter = ScalarFilter(kanji.keys)

  /// Kanji that recognition of print takes Katakana for; numerals other than 一 are more often meant.
  static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "一": "ー", "口": "ロ", "卜": "ト", "力": "カ", "工": "エ", "夕": "タ", "才": "オ",
  ]

  /// Words with several spellings in common use, and what character recognition makes of the
  /// city's name. Applied after width, case and small kana.
  static let words: [(spelling: String, standard: String)] = [
    ("子ども", "こども"), ("子供", "こども"), ("祭り", "まつり"), ("障がい", "障害"), ("障碍", "障害"), ("贈り物", "おくりもの"),
    ("贈りもの", "おくりもの"), ("集い", "つどい"), ("触れ合い", "ふれあい"), ("踊り", "おどり"),
  ]

  static let halfWidthKana = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

  static let smallKana: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ".unicodeScalars,
      "あいうえおつやゆよわかけアイウエオツヤユヨワカケ".unicodeScalars))

  /// What can carry a voiced or half-voiced mark; the marked letters follow in Unicode.
  static let voiceable = Set(
    "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ".unicodeScalars)
}
