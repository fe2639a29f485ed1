/// What headings of no known word may be about. Cells are not asked this.
extension HeadingWords {
  /// As the end of a heading says: `いっしょにやった団体`.
  static func kind(ofUnlisted heading: String) -> HeadingKind {
    let text = Folding.folded(heading.withoutSpaces.prefix { !"(（[［".contains($0) })
    if text.hasPrefix("何人") || text.hasPrefix("何名") || text == "人" || text == "名" {
      return .participants
    }
    guard text.count > 2 else { return .other }
    if AttendeePart.isGroup(text) { return .participants }
    return HeadingList.vague.first { $0.endings.contains(where: text.hasSuffix) }?.kind ?? .other
  }

  /// True of an unlisted heading that may count those who came: 聴講者数, 参加市民数, 来場数.
  static func mayCountPeople(_ heading: String) -> Bool {
    let text = Folding.folded(heading.withoutSpaces)
    let isOther = ["料", "費", "額", "率", "回数", "時間"].contains(where: text.contains)
    let stems = [
      "参加", "来場", "入場", "受講", "利用", "観覧", "聴講", "傍聴", "出場", "出席", "集客", "体験", "訓練", "来訪", "来館",
      "入館", "動員",
      "延べ", "のべ", "延人",
    ]
    let tails = ["者数", "客数", "人員", "員数", "客さんの数", "選手数", "観覧者", "聴講者", "出場者", "来客", "人の数"]
    return !isOther
      && (stems.contains(where: text.hasPrefix) || tails.contains(where: text.hasSuffix))
  }

  /// True of a title that says what the figures of its table are: `イベント来場者数`.
  static func countsPeople(inTitle title: String) -> Bool {
    ["参加者数", "来場者数", "入場者数", "参加人数", "来場人数"].contains(where: title.contains)
  }

  /// True of what counts pupils, who are those who came where nobody else is counted.
  static func countsPupils(_ heading: String) -> Bool {
    ["児童数", "生徒数", "園児数", "学生数", "児童・生徒数"].contains(where: heading.withoutSpaces.hasPrefix)
  }

  /// True of what was planned, or of another year: 実施予定日, 申込者数, 前年度来場者数.
  static func isPlanned(_ heading: String) -> Bool {
    [
      "予定", "計画", "目標", "見込", "申込", "申し込み", "応募", "募集", "受付", "対象", "定員", "前年", "昨年", "前回", "過去",
    ].contains(where: heading.contains) && !heading.contains("受益")
  }

  /// True of what counts those who worked there: 従事者の人数, スタッフ数.
  static func countsStaff(_ heading: String) -> Bool {
    ["従事", "スタッフ", "ボランティア数", "運営", "協力者数"].contains(where: heading.hasPrefix)
  }
}
