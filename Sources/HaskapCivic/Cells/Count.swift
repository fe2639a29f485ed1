/// A number with its unit in running text, and the words around it: `延べ参加者778人`.
struct Count: Hashable {
  var number: Int
  var unit: String
  /// The words since the number before it or the last comma.
  var before: String
  /// The few characters after it.
  var after: String
  /// The number with its unit as printed.
  var printed: String

  var isPeople: Bool { (unit == "人" || unit == "名") && !isMeasure }
  /// True of a figure that tells who took part, not how long, how often or to whom it was sent.
  var isAttendance: Bool { (!Self.measures.contains(unit) || countsViews) && !isMeasure }
  /// True of a part of the figure before it: `30名、うち子ども10名`.
  var isPart: Bool { ["うち", "内訳"].contains(where: before.contains) || before.hasPrefix("内") }
  /// True of how often a film was seen: `動画視聴305回`.
  private var countsViews: Bool { unit == "回" && Self.speaksOfViews(before) }

  static func speaksOfViews(_ words: String) -> Bool {
    ["視聴", "再生", "閲覧", "アクセス"].contains(where: words.contains)
  }
  var isSum: Bool { ["延", "計", "総", "全体"].contains(where: before.contains) }
  var isEach: Bool {
    let word = Trimming.marks(before.filter { $0 != "約" })
    return ["各", "各回", "各日", "毎回"].contains { word.hasSuffix($0) }
  }
  var isStaff: Bool {
    ["スタッフ", "ボランティア", "講師", "役員", "運営", "主催"].contains(where: before.contains)
  }
  /// True of the end of a range (`10人～20人`, `10～20人`) and of less than nothing.
  var isUncertain: Bool {
    guard let mark = before.last, "~～〜-−－△▲".contains(mark) else { return false }
    return before.dropLast().last.map(\.isNumber) ?? true
  }
  var approximate: Bool {
    before.contains("約") || ["程度", "余", "ほど", "前後", "以上"].contains(where: after.hasPrefix)
  }

  /// What the words before the number say beyond that people took part: `動画視聴`.
  var word: String {
    Trimming.marks(Self.withoutCommonWords(before).filter { $0 != "(" && $0 != ")" })
  }

  /// True of `参加者数：` and its like.
  static func saysOnlyThatPeopleCame(_ words: String) -> Bool {
    Trimming.marks(withoutCommonWords(words)).isEmpty
  }

  private static func withoutCommonWords(_ words: String) -> String {
    commonWords.reduce(Folding.folded(words)) { $0.removing($1) }
  }

  private var isMeasure: Bool {
    ["送付", "へ送", "に送", "配布", "へ配", "に配"].contains(where: after.contains)
      || ["対象", "定員", "募集"].contains(where: before.contains)
  }

  private static let people = ["人", "名"]
  private static let measures = [
    "回", "地区", "会場", "か所", "箇所", "ヶ所", "日", "日間", "年", "年間", "月", "か月", "週間", "時", "時間", "分",
    "円", "%",
  ]
  private static let units =
    people + measures + [
      "団体", "町内会", "町会", "自治会", "組", "件", "校", "社", "チーム", "世帯", "家族", "店舗", "店", "台", "点", "作品",
      "枚",
      "冊", "部", "個人", "試合", "クラブ", "サークル", "グループ", "企業", "事業所", "施設", "機関", "学級", "園",
    ]
  /// By the character that each begins with, the longest first.
  private static let longestFirst = Dictionary(
    grouping: units.sorted { $0.count > $1.count }
  ) { $0[$0.startIndex] }
  private static let commonWords = [
    "延べ人数", "参加人数", "参加者数", "来場者数", "延べ", "のべ", "延", "合計", "総数", "参加者", "来場者", "出席者", "参加", "来場",
    "出席", "計",
    "約", "回数", "各回", "各日", "各", "毎回", "人数", "は", "全体で", "で",
  ]
}

extension Count {
  /// False of most texts, which end with no unit.
  static func mayEnd(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: \.isDigit) && units.contains(where: text.hasSuffix)
  }

  /// All numbers with a known unit, in order.
  static func scan(_ text: String) -> [Count] {
    guard text.unicodeScalars.contains(where: \.isDigit) else { return [] }
    let source = Array(text)
    let folded = Folding.fold(text)
    var counts: [Count] = []
    var index = 0
    var wordStart = 0
    while index < folded.count {
      guard let (number, end) = scanNumber(folded, at: index),
        let unit = unit(folded, at: end)
      else {
        if "、。\n".contains(folded[index]) { wordStart = index + 1 }
        index += 1
        continue
      }
      let stop = end + unit.skipped + unit.name.count
      counts.append(
        Count(
          number: number, unit: unit.name, before: String(source[wordStart..<index]),
          after: String(source[stop...].prefix(5)), printed: String(source[index..<stop])))
      (index, wordStart) = (stop, stop)
    }
    return counts
  }

  private static func scanNumber(
    _ folded: [Character], at start: Int, below limit: Int = .max
  ) -> (Int, Int)? {
    guard folded[start].isDigit, start == 0 || !"0123456789.第".contains(folded[start - 1]),
      // 5/20
      start < 2 || folded[start - 1] != "/" || !folded[start - 2].isDigit
    else { return nil }
    var end = start
    var digits = ""
    while end < folded.count {
      let isComma = folded[end] == "," || folded[end] == "、"
      guard folded[end].isDigit || (isComma && isThousand(folded, after: end)) else { break }
      if !isComma { digits.append(folded[end]) }
      end += 1
    }
    guard let number = Int(digits) else { return nil }
    return scale(number, folded, at: end, below: limit)
  }

  /// `3千`, `1万2千`, `2万500` after their first digits; of `1万2万` the second is another number.
  private static func scale(
    _ number: Int, _ folded: [Character], at end: Int, below limit: Int
  ) -> (Int, Int)? {
    guard end < folded.count, number < 100_000 else { return (number, end) }
    if folded[end] == "千" { return (number * 1_000, end + 1) }
    guard folded[end] == "万" else { return (number, end) }
    guard limit > 10_000 else { return nil }
    guard end + 1 < folded.count, folded[end + 1].isDigit,
      let (rest, last) = scanNumber(folded, at: end + 1, below: 10_000), rest < 10_000
    else { return (number * 10_000, end + 1) }
    return (number * 10_000 + rest, last)
  }

  /// True where exactly three digits follow a comma.
  private static func isThousand(_ folded: [Character], after comma: Int) -> Bool {
    folded[(comma + 1)...].prefix { $0.isDigit }.count == 3
  }

  private static func unit(_ folded: [Character], at start: Int) -> (name: String, skipped: Int)? {
    let spaces = folded[start...].prefix { $0 == " " }.count
    let rest = folded[(start + spaces)...]
    let name = rest.first.flatMap { longestFirst[$0] }?.first { rest.starts(with: $0) }
    return name.map { ($0, spaces) }
  }
}

extension String {
  func removing(_ word: String) -> String {
    var rest = self[...]
    var result = ""
    while let first = rest.first {
      if rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
