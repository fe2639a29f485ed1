/// Words that describe organizations without naming one: `町内会`, `図書館ボランティアグループ`.
enum GenericWords {
  private static let words = [
    "町内会", "自治会", "老人クラブ", "子ども会", "子供会", "子ども", "子供", "こども", "老人", "高齢者", "クラブ",
    "PTA", "学校", "小学校", "中学校", "小中学校", "小・中学校", "高校", "高等学校", "大学", "保育園", "保育所",
    "幼稚園", "認定こども園", "事業所", "事業者", "企業", "会社", "商店", "商店街", "店舗", "飲食店", "同好会", "団体",
    "市民", "住民", "個人", "有志", "ボランティア", "グループ", "サークル", "登録者", "参加者", "協力者", "会員",
    "関係", "機関", "組織", "自主防災", "防災", "福祉", "施設", "医療", "介護", "地域", "市内", "各", "全", "各種",
    "読み聞かせ", "図書館", "国際交流", "登録", "協力", "協賛", "参加", "実施", "活動", "スポーツ", "文化", "教育", "一般", "近隣",
    "苫小牧市内", "地元", "加盟", "地域包括支援センター", "児童センター", "コミュニティセンター", "児童クラブ", "単位", "保護者", "児童", "生徒",
    "学生", "民生委員", "児童委員", "農家", "生産者", "内", "の", "及び",
    "・", "や", "と", "計", "合計", "外", "ほか", "他", "約", "等", "など", "名", "人", "社", "校", "店", "か所", "箇所",
  ]
  private static let firsts = Set(words.compactMap(\.unicodeScalars.first) + [",", " "])
  private static let byFirst = Dictionary(grouping: words.map(Array.init)) { $0[0] }

  /// True where generic words and figures make up the whole text.
  static func cover(_ text: String) -> Bool {
    // Most names begin with none of these words.
    guard let scalar = text.unicodeScalars.first,
      firsts.contains(scalar) || Folding.mayFold(scalar) || scalar.isDigit,
      let first = text.first.map(Folding.fold),
      byFirst[first] != nil || first.isDigit || first == "," || first == " "
    else { return false }
    let rest = Folding.fold(text).filter { !($0.isDigit || $0 == "," || $0 == " ") }
    guard !rest.isEmpty, rest.count <= maxLength else { return false }
    var reached = [Bool](repeating: false, count: rest.count + 1)
    reached[0] = true
    for start in rest.indices where reached[start] {
      for word in byFirst[rest[start]] ?? [] where rest[start...].starts(with: word) {
        reached[start + word.count] = true
      }
    }
    return reached[rest.count]
  }

  /// Longer texts are sentences or lists that nobody has parted.
  private static let maxLength = 200
}
