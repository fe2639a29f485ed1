/// The words of headings, out of `Resources/headings.txt`.
///
/// A Japanese heading ends with what it is about: 団体の連絡先 is a contact, 団体代表者名 a person, 協働の相手方
/// a body. So the longest known ending decides.
enum HeadingWords {
  struct Meaning: Equatable, Sendable {
    var kind: HeadingKind
    /// The place of the word among those of its kind: of several columns of names the least counts.
    var rank: Int
  }

  /// What a heading says; nil for one of no known word.
  static func meaning(of heading: String) -> Meaning? {
    guard mayMean(heading.unicodeScalars) else { return nil }
    let letters = Folding.fold(heading).filter { !$0.isWhitespace && $0 != "*" }
    let (base, inside) = parted(withoutOrdinal(letters))
    guard base.count <= maxLength, inside.count <= maxLength else { return nil }
    if base.isEmpty { return meaning(of: inside) }
    if let found = meaning(of: base) { return edge(inside, of: found) ?? found }
    // `令和5年6月4日（日）` is no heading of days.
    return inside.isEmpty || base.contains(where: \.isDigit) ? nil : meaning(of: inside)
  }

  /// What a heading of no known word is about, as its end says: `いっしょにやった団体`. Cells are not asked this.
  static func kind(ofUnlisted heading: String) -> HeadingKind {
    let text = Folding.folded(heading.withoutSpaces)
    if text.hasPrefix("何人") || text.hasPrefix("何名") || text == "人" || text == "名" {
      return .participants
    }
    let bodies = ["団体", "組織", "法人", "企業", "会社", "グループ", "サークル", "クラブ"]
    return text.count > 2 && bodies.contains(where: text.hasSuffix) ? .organization : .other
  }

  /// True of an unlisted heading that may count those who came: 聴講者数, 参加市民数, 来場数.
  static func mayCountPeople(_ heading: String) -> Bool {
    let text = Folding.folded(heading.withoutSpaces)
    let isOther = ["料", "費", "額", "率", "回数", "時間"].contains(where: text.contains)
    let stems = ["参加", "来場", "入場", "受講", "利用", "観覧", "聴講", "傍聴", "出場", "出席", "集客", "体験", "訓練"]
    let tails = ["者数", "客数", "人員", "客さんの数", "選手数", "観覧者", "聴講者", "出場者"]
    return !isOther
      && (stems.contains(where: text.hasPrefix) || tails.contains(where: text.hasSuffix))
  }

  /// True of what was planned, or of another year: 実施予定日, 申込者数, 前年度来場者数.
  static func isPlanned(_ heading: String) -> Bool {
    [
      "予定", "計画", "目標", "見込", "申込", "申し込み", "応募", "募集", "受付", "対象", "定員", "前年", "昨年", "前回", "過去",
    ].contains(where: heading.contains)
  }

  /// `開催期間（自）` and `契約期間（終）`: a period in two columns.
  private static func edge(_ inside: [Character], of found: Meaning) -> Meaning? {
    guard found.kind == .date else { return nil }
    switch String(inside) {
    case "自", "始", "開始", "開始日", "から", "起": return Meaning(kind: .start, rank: found.rank)
    case "至", "終", "終了", "終了日", "まで", "止": return Meaning(kind: .end, rank: found.rank)
    default: return nil
    }
  }

  /// False of most cells, by their last letter alone. Brackets and parts would need a closer look.
  static func mayMean(_ text: String.UnicodeScalarView) -> Bool {
    guard let last = text.last(where: { !isAside($0) }) else { return false }
    return finalLetters.contains(last) || Folding.mayFold(last)
      || text.contains(where: parting.contains)
  }

  /// What is left out of a heading wherever it stands.
  private static func isAside(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || "*＊.．※:：".unicodeScalars.contains(scalar)
  }

  private static let parting = Set("・･、､/／,，()（）[]［］〔〕<>＜＞【】".unicodeScalars)
  private static let finalLetters: Set<Unicode.Scalar> = {
    let tails = "ど等欄別覧況て名称".unicodeScalars
    return Set(entries.compactMap { $0.word.unicodeScalars.last }).union(tails)
  }()

  /// `Q1.事業名` and `(2)団体名` without the number; `3団体` is a number of them.
  static func withoutOrdinal(_ text: [Character]) -> [Character] {
    let isAsked = text.first.map { "Qq問設".contains($0) } ?? false
    let body = text.drop { "Qq問設(".contains($0) }
    let digits = body.prefix { $0.isDigit || $0 == "-" && isAsked }
    let rest = body.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let mark = rest.first else { return text }
    if ").、:_".contains(mark) { return Array(rest.dropFirst()) }
    return isAsked ? Array(rest) : text
  }

  /// Longer texts are no headings.
  static let maxLength = 24

  private static func meaning(of text: [Character]) -> Meaning? {
    if let found = whole[String(text)] { return found }
    if let last = text.last, lastLetters.contains(last) {
      for start in text.indices.dropLast() {
        if let found = endings[String(text[start...])] { return found }
      }
    }
    if let part = firstPart(text), let found = meaning(of: part) { return found }
    for tail in ["など", "等", "欄", "別", "一覧", "状況", "について"] where text.count > tail.count + 1 {
      guard text.suffix(tail.count).elementsEqual(tail) else { continue }
      return meaning(of: text.dropLast(tail.count).map(\.self))
    }
    return ofBody(text) ?? named(text)
  }

  /// `相手方の名称`: what is named decides, where it is no event.
  private static func ofBody(_ text: [Character]) -> Meaning? {
    for tail in ["の名称", "名称", "名"] where text.count > tail.count + 1 {
      guard text.suffix(tail.count).elementsEqual(tail) else { continue }
      let found = meaning(of: Array(text.dropLast(tail.count)))
      return found.flatMap { bodies.contains($0.kind) ? $0 : nil }
    }
    return nil
  }

  private static let bodies: Set<HeadingKind> = [
    .host, .partner, .organization, .department, .place, .area, .person,
  ]

  /// `実施日・参加人数`: the first of several things in one column.
  private static func firstPart(_ text: [Character]) -> [Character]? {
    guard let mark = text.firstIndex(where: { "・、/,".contains($0) }), mark > 0 else { return nil }
    return Array(text[..<mark])
  }

  /// `…名` and `…の名称` of a word that is not listed.
  private static func named(_ text: [Character]) -> Meaning? {
    let heading = String(text)
    // `280名` are people.
    guard text.count >= 2, heading.hasSuffix("名") || heading.hasSuffix("名称"),
      !text.contains(where: \.isDigit)
    else { return nil }
    let kinds: [(HeadingKind, [String])] = [
      (.person, ["代表", "担当者", "責任者", "氏", "委員", "講師", "者名"]),
      (.organization, ["団体", "組織", "法人", "企業", "業者", "自治会", "町内会", "クラブ", "学校"]),
      (.department, ["課", "部署", "所属"]), (.place, ["施設", "会場", "場所", "館", "公園"]),
      (.area, ["地区", "地域", "町"]),
    ]
    let kind = kinds.first { $0.1.contains(where: heading.contains) }?.0 ?? .name
    return Meaning(kind: kind, rank: unlistedRank)
  }

  private static let unlistedRank = 500

  /// A heading without its brackets, and what they hold: `事業（行事）名` is 事業名.
  private static func parted(_ text: [Character]) -> (base: [Character], inside: [Character]) {
    var base: [Character] = []
    var inside: [Character] = []
    var depth = 0
    for character in text {
      if "([〔<【".contains(character) {
        depth += 1
      } else if ")]〕>】".contains(character) {
        depth = max(0, depth - 1)
      } else if depth > 0 {
        inside.append(character)
      } else {
        base.append(character)
      }
    }
    return (base.filter { !".※．:".contains($0) }, inside)
  }

  private static let entries: [(word: String, isWhole: Bool, meaning: Meaning)] = {
    let text = String(decoding: PackageResources.headings_txt, as: UTF8.self)
    var ranks: [HeadingKind: Int] = [:]
    return text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.flatMap { line in
      let words = line.split(separator: " ")
      guard let kind = words.first.flatMap({ HeadingKind(rawValue: String($0)) }) else {
        return [(word: String, isWhole: Bool, meaning: Meaning)]()
      }
      return words.dropFirst().map { word in
        ranks[kind, default: 0] += 1
        let isWhole = word.hasPrefix("=")
        let key = String(Folding.fold(word.drop { $0 == "=" }).filter { $0 != "." })
        return (key, isWhole, Meaning(kind: kind, rank: ranks[kind] ?? 0))
      }
    }
  }()

  private static let whole = Dictionary(entries.map { ($0.word, $0.meaning) }) { first, _ in first }
  private static let endings = Dictionary(
    entries.filter { !$0.isWhole && $0.word.count > 1 }.map { ($0.word, $0.meaning) }
  ) { first, _ in first }
  /// Most cells end with no letter that a heading ends with.
  private static let lastLetters = Set(endings.keys.compactMap(\.last))
}
