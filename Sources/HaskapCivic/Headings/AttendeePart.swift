/// Which of those who came a column of people counts: `参加者数（大人）`, `参加人数 子ども`, `参加人数 計`.
enum AttendeePart: Equatable {
  case all
  case some(String)

  /// Nil for words that tell no such part.
  init?(_ words: String) {
    let word = Folding.folded(words.withoutSpaces)
    if Self.wholes.contains(word) {
      self = .all
    } else if Self.groups.contains(word) {
      self = .some(word)
    } else {
      return nil
    }
  }

  /// What the brackets of a heading say, or its lower row; nil where they say something else.
  init?(heading: String) {
    let text = Folding.folded(heading)
    if let group = Self.group(in: Brackets.trailing(text)?.before ?? text) {
      self = .some(group)
    } else if let (_, inside) = Brackets.trailing(text) {
      self.init(inside)
    } else if let space = text.lastIndex(of: " ") {
      self.init(String(text[text.index(after: space)...]))
    } else if let part = Self.below(text) {
      self = part
    } else {
      self = .all
    }
  }

  /// Of `参加者数大人`, two rows of headings one right below the other, what the lower one says.
  static func below(_ heading: String) -> Self? {
    guard heading.utf8.count <= 60 else { return nil }
    let text = Folding.folded(heading.withoutSpaces).replacing("(人)", with: "")
    let parts = text.indices.dropFirst(2).lazy.compactMap { index -> Self? in
      let upper = String(text[..<index])
      guard HeadingWords.isListed(upper), HeadingWords.meaning(of: upper)?.kind == .participants
      else { return nil }
      return Self(String(text[index...]))
    }
    return parts.first
  }

  /// True of `参加子ども数`.
  static func isGroup(_ heading: String) -> Bool { group(in: heading) != nil }

  /// Of `参加子ども数` and `大人参加者数` the group.
  private static func group(in heading: String) -> String? {
    let verbs = ["参加者", "参加", "来場者", "来場", "入場者", "受講者"]
    guard heading.hasSuffix("数"), let verb = verbs.first(where: heading.contains) else {
      return nil
    }
    let word = heading.dropLast().replacing(verb, with: "", maxReplacements: 1)
    return groups.contains(String(word)) ? String(word) : nil
  }

  private static let wholes: Set<String> = [
    "計", "合計", "総数", "総計", "全体", "延べ", "のべ", "延", "人", "名", "人数", "単位:人",
  ]
  private static let groups: Set<String> = [
    "大人", "おとな", "子ども", "こども", "子供", "小人", "男", "女", "男性", "女性", "一般", "学生", "生徒", "児童", "児童生徒",
    "児童・生徒", "幼児",
    "園児", "小学生", "中学生", "高校生", "大学生", "未就学児", "保護者", "親", "子", "高齢者", "市民", "町民", "区民", "職員", "市職員",
    "会員", "非会員",
    "スタッフ", "ボランティア", "来場者", "出演者", "関係者", "市内", "市外", "日本人", "外国人", "障がい者", "健常者", "役員", "来賓",
    "町内", "町外", "地域住民", "住民", "教職員", "その他",
  ]
}
