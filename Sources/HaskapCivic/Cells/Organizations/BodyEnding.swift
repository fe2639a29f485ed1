/// Whether two words side by side are two bodies, told by how they end.
///
/// `文化協会 保護司会` are two; `手話サークル あかり` and `東小学校 PTA` are one each, for the second word
/// is a name of the first, or a part of it.
enum BodyEnding {
  /// True of two bodies that only a space parts.
  static func areTwo(_ left: String, beside right: String) -> Bool {
    guard left.has(4), right.has(4), ends(left) || isBranchOfBody(left, beside: right),
      ends(right), !parts.contains(right), !GenericWords.cover(right)
    else { return false }
    // `NPO法人…を支援する会 にわとりクラブ` and `中央図書館 指定管理者…グループ` are one each.
    if LegalFormWords.prefix(of: left) != nil || right.hasPrefix("指定管理者") { return false }
    let isSchool = schools.contains(where: left.hasSuffix)
    return !(isSchool && circles.contains(where: right.hasSuffix))
  }

  /// True of a body on a line of its own, below one that ended where it was meant to: no ending of what stands there.
  static func begins(_ text: String, below line: String) -> Bool {
    line.has(4) && text.has(4) && endsAlone(text) && !parts.contains(text)
      && !GenericWords.cover(text)
      && !["の", "社会", "・", "と", "（", "("].contains(where: line.hasSuffix)
  }

  /// `法務局みなと支局 みなと人権擁護委員協議会` are two: no branch has a council for a part.
  private static func isBranchOfBody(_ left: String, beside right: String) -> Bool {
    left.has(6) && branches.contains(where: left.hasSuffix)
      && OrganizationList.hasEnding(right) && !right.hasSuffix("センター")
  }

  /// True of a word that ends as bodies do and names no part of one.
  static func ends(_ text: String) -> Bool {
    // かるた会「千代」
    if text.hasSuffix("」"), let quote = text.lastIndex(of: "「"), quote > text.startIndex {
      return ends(String(text[..<quote]))
    }
    if OrganizationList.isIndependent(text) { return true }
    if text.hasSuffix("会") { return text.has(3) }
    if let part = ["青年部", "女性部", "婦人部"].first(where: text.hasSuffix) {
      let body = String(text.dropLast(part.count))
      return OrganizationList.isIndependent(body)
        || OrganizationList.wholeBodies.contains(where: body.hasSuffix)
    }
    return text.has(4) && endings.contains(where: text.hasSuffix)
      && !branches.contains(where: text.hasSuffix)
  }

  /// True of a body that no place is, where nothing else tells the two apart.
  static func endsAlone(_ text: String) -> Bool {
    text.count > 3 && ends(text) && !isPlace(text)
      && !DepartmentCell.isSection(text)
  }

  /// `浜区`, `蓮池町`.
  static func isDistrict(_ text: String) -> Bool {
    (2...4).contains(text.count) && ["町", "村", "区"].contains(where: text.hasSuffix)
  }

  /// `浜区` and `中区` are two.
  static func areDistricts(_ left: String, _ right: String) -> Bool {
    left.last == right.last && isDistrict(left) && isDistrict(right)
  }

  /// True of a body that no gathering is either: 市民講演会.
  static func isOfPeople(_ text: String) -> Bool {
    endsAlone(text) && !gatherings.contains(where: text.hasSuffix)
  }

  /// `防災学習会`, `卒業式`: what takes place.
  static func isGathering(_ text: String) -> Bool {
    text.hasSuffix("式") || text.hasSuffix("まつり") || gatherings.contains(where: text.hasSuffix)
  }

  private static let gatherings = [
    "講演会", "交流会", "研修会", "講習会", "発表会", "説明会", "懇談会", "相談会", "演奏会",
    "展示会", "展覧会", "上映会", "体験会", "学習会", "鑑賞会", "観察会", "報告会", "例会", "集会",
    "総会", "大会", "茶会", "運動会", "勉強会", "座談会", "音楽会", "品評会", "見学会",
  ]

  static func isPlace(_ text: String) -> Bool { places.contains(where: text.hasSuffix) }

  private static let places = [
    "学校", "大学", "高校", "センター", "館", "ホール", "園", "所", "署", "場", "室", "庁", "内",
  ]
  private static let endings = [
    "局", "社", "署", "所", "館", "園", "学校", "高校", "病院", "銀行", "金庫", "商店", "販売店", "店街", "団", "隊", "クラブ",
    "倶楽部",
    "サークル", "グループ", "ネットワーク", "ネット", "バンク", "ボランティア", "サポーターズ", "大学", "高専", "劇場", "連盟", "組合",
    "センター", "学園",
    "学院",
    "農協", "漁協", "生協", "改良区", "公社", "事業団", "PTA", "ＰＴＡ", "NPO", "チーム", "プロジェクト", "の家", "工房", "塾",
    "連合", "一座",
  ]
  private static let branches = [
    "支部", "支社", "支店", "支局", "営業所", "事務所", "事務局", "分会", "支所", "出張所", "青年部", "女性部", "婦人部", "本社",
  ]
  /// What is a part of the body named before it.
  private static let parts: Set<String> = [
    "実行委員会", "運営委員会", "準備委員会", "事務局", "青年部会", "女性部会", "父母の会", "おやじの会", "子ども会", "老人クラブ",
  ]
  private static let schools = ["学校", "高校", "大学", "学園", "保育園", "幼稚園", "高専"]
  private static let circles = [
    "の会", "クラブ", "サークル", "団", "PTA", "後援会", "同窓会", "育成会", "生徒会", "ボランティア", "部",
  ]
}
