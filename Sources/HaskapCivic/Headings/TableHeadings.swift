/// Words that tell the heading of a table before its columns are known.
enum TableHeadings {
  private static let endings = [
    "名", "名称", "課", "部署", "団体", "日", "日時", "期間", "数", "人数", "備考", "内容", "目的", "番号", "区分", "場所",
    "会場", "主催",
    "共催", "先", "者", "効果", "成果", "No.", "NO", "No",
  ]

  private static let labels: Set<String> = [
    "事業名", "事業の名称", "事業名称", "行事名", "イベント名", "講座名", "名称", "件名", "活動名", "取組名", "団体名", "団体", "実施団体",
    "実施主体",
    "主催", "共催", "協力", "後援", "協賛", "主催者", "主催団体", "協働団体", "協働の相手方", "協働相手", "連携先", "相手方", "担当",
    "担当課",
    "担当部署", "所管課", "所管", "主管課", "日時", "日程", "日付", "期日", "期間", "開催日", "開催日時", "実施日", "実施日時", "実施期間",
    "開催期間",
    "場所", "会場", "開催場所", "実施場所", "対象", "参加者", "参加者数", "参加人数", "参加人員", "人数", "来場者", "来場者数", "入場者数",
    "参加", "出席", "人員", "規模", "時期", "実施時期",
    "内容", "とき", "ところ", "講師",
    "事業内容", "活動内容", "目的", "趣旨", "概要", "事業概要", "成果", "効果", "結果", "実績", "課題", "備考", "経費", "事業費", "予算",
    "決算",
  ]

  /// Whether a text is what stands before a value: `実施日`, `会　場：`, `・主催`.
  static func isLabel(_ text: String) -> Bool {
    guard text.count <= 16 else { return false }
    return labels.contains(word(text))
      || PrintedLine.letter(text).map { labels.contains(word($0.rest)) } ?? false
  }

  private static func word(_ text: String) -> String {
    let letters = text.filter {
      !$0.isWhitespace && !"：:【】".contains($0) && !PrintedLine.bullets.contains($0)
    }
    return String(letters.drop { $0.isNumber && !$0.isLetter || "().（）．、".contains($0) })
  }

  /// Whether a text is such a word in a sheet that has others: any heading, numbered or not.
  static func isSheetLabel(_ text: String) -> Bool {
    isLabel(text)
      || text.count <= 16
        && isHeading(
          PrintedLine.letter(text)?.rest ?? String(text.drop { $0.isNumber && !$0.isLetter }))
  }

  /// Whether most of some words are the headings of columns.
  static func areHeadings(_ words: [String]) -> Bool {
    let known = words.count { word in
      // 令和5年6月4日 is a day.
      let isDay = word.hasSuffix("日") && word.contains(where: \.isNumber)
      return !isDay && endings.contains { word.hasSuffix($0) }
        || HeadingWords.meaning(of: word) != nil
    }
    return known * 3 > words.count * 2 && !words.contains { $0.allSatisfy(\.isNumber) }
  }

  /// Whether a word is the heading of a column; of another than that of names, where 協働事業 may be a title.
  static func isHeading(_ word: String, butName: Bool = false) -> Bool {
    HeadingWords.meaning(of: word).map { !butName || $0.kind != .name } ?? false
  }

  static func isNumberHeading(_ line: String) -> Bool {
    ["no", "no.", "№", "番号", "ｎｏ．", "ｎｏ", "通番", "連番", "項番", "整理番号", "通し番号"]
      .contains(line.trimmed.lowercased())
  }
}
