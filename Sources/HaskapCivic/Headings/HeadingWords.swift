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
    // Of most words there is nothing to take off.
    if heading.areKanaOrKanji {
      return mayMean(heading.unicodeScalars) && !heading.has(maxLength + 1)
        ? meaning(of: Array(heading)) : nil
    }
    if let word = withoutPlace(heading) { return meaning(of: word) }
    guard mayMean(heading.unicodeScalars) else { return nil }
    let letters = Folding.fold(heading).filter { !$0.isWhitespace && $0 != "*" }
    let (base, inside) = parted(withoutYear(withoutOrdinal(letters)))
    guard base.count <= maxLength, inside.count <= maxLength else { return nil }
    if base.isEmpty { return meaning(of: inside) }
    if let found = meaning(of: base) {
      // 講師（団体）
      if found.kind == .person, let body = meaning(of: inside), body.kind.namesOrganizations {
        return body
      }
      return found.kind == .effect || ["規模", "計", "合計", "総計", "総数"].contains(String(base))
        ? counted(inside) ?? found : edge(inside, of: found) ?? found
    }
    // `令和5年6月4日（日）` is no heading of days.
    if inside.isEmpty || base.contains(where: \.isDigit) { return nil }
    let aside = meaning(of: inside)
    // 調査課（内線） tells by its own ending what it is of.
    return aside?.kind == .contact && kind(ofUnlisted: String(base)) != .other ? nil : aside
  }

  /// True of a word of the list itself, not of one that ends so.
  static func isListed(_ heading: String) -> Bool { HeadingList.whole[heading] != nil }

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
    if text.contains(where: isParting) || Folding.mayFold(last) { return true }
    return last.value < 0x10000 && finalLetters.mayHold(last)
      && (!isPlain(text) || endsAsHeading(text))
  }

  /// True of a text of which nothing is taken off, left out or put together before it is looked up by its ending.
  private static func isPlain(_ text: String.UnicodeScalarView) -> Bool {
    guard let first = text.first, first == "第" || first.isKanaOrKanji,
      !"延総の令平昭参問設".unicodeScalars.contains(first)
    else { return false }
    return text.allSatisfy {
      ($0.isKanaOrKanji || $0.isDigit && !Folding.mayFold($0)) && $0 != "の" && $0 != "及"
    }
  }

  private static func endsAsHeading(_ text: String.UnicodeScalarView) -> Bool {
    if let last = text.last, finalTails.contains(last) { return true }
    let (whole, ending) = HeadingList.endings.find(text)
    return whole != nil || ending != nil
  }

  /// What is left out of a heading wherever it stands.
  private static func isAside(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "＊", ".", "．", "※", ":", "：", "■", "□", "●", "○", "◆", "◇": true
    default: scalar.isSpace
    }
  }

  private static func isParting(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "・", "･", "、", "､", "/", "／", ",", "，", "(", ")", "（", "）", "[", "]", "［", "］", "〔", "〕",
      "<", ">", "＜", "＞", "【", "】":
      true
    default: false
    }
  }
  private static let finalLetters = ScalarFilter(
    finalTails.union(HeadingList.entries.compactMap { $0.word.unicodeScalars.last }))
  private static let finalTails = Set("ど等欄別覧況て名称".unicodeScalars)

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

  /// `連携先1` and `団体名②` without the place among others; nil for another word.
  static func withoutPlace(_ heading: String) -> String? {
    guard let last = heading.last, last.isNumber, !last.isLetter, heading.utf8.count <= 48,
      let first = heading.first, first.isLetter, !first.isASCII
    else { return nil }
    let word = heading.dropLast()
    return isListed(String(word)) ? String(word) : nil
  }

  /// `実績（参加人数）`, `成果（人）`, `計（人）` and `規模（参加人数）` count who came.
  private static func counted(_ inside: [Character]) -> Meaning? {
    let isUnit = ["人", "名", "延人", "延べ人", "単位人"].contains(String(inside))
    let found = isUnit ? meaning(of: Array("人数")) : inside.isEmpty ? nil : meaning(of: inside)
    return found?.kind == .participants ? found : nil
  }

  /// `R5実績` and `令和5年度の参加者数` without the year; `5年生` and `令和5年6月4日` stay.
  private static func withoutYear(_ text: [Character]) -> [Character] {
    guard text.count <= maxLength, text.contains(where: \.isDigit),
      text.first.map({ $0.isDigit || "令平昭RHrh".contains($0) }) ?? false
    else { return text }
    let era = text.prefix { !$0.isDigit }
    let body = text[era.endIndex...]
    let digits = body.prefix(while: \.isDigit)
    let isEra = ["令和", "平成", "昭和", "令", "平", "R", "H"].contains(String(era).uppercased())
    guard isEra && digits.count <= 2 || era.isEmpty && digits.count == 4 else { return text }
    let rest = body.dropFirst(digits.count).drop { "年度.".contains($0) }.drop { $0 == "の" }
    return rest.isEmpty || rest.contains(where: \.isDigit) ? text : Array(rest)
  }

  /// Longer texts are no headings.
  static let maxLength = 24

  private static func meaning(of text: [Character]) -> Meaning? {
    let (whole, ending) = HeadingList.endings.find(text)
    if let whole { return whole }
    if let ending {
      // 担当課・電話番号 is first of all an office.
      if ending.kind == .contact, let first = parts(text).first.flatMap(meaning(of:)) {
        return first
      }
      return isGranting(text, ending) ? Meaning(kind: .decided, rank: ending.rank) : ending
    }
    let parts = parts(text)
    if let first = parts.first, let found = meaning(of: first) { return found }
    if let found = parts.lazy.compactMap({ HeadingList.whole[String($0)] }).first { return found }
    for tail in ["など", "等", "欄", "別", "一覧", "状況", "について"] where text.count > tail.count + 1 {
      guard text.suffix(tail.count).elementsEqual(tail) else { continue }
      return meaning(of: text.dropLast(tail.count).map(\.self))
    }
    return ofBody(text) ?? named(text) ?? compound(text) ?? summed(text)
  }

  /// `許可月日` is no day on which anything took place.
  private static func isGranting(_ text: [Character], _ found: Meaning) -> Bool {
    let acts = ["許可", "承認", "受付", "申請", "決定", "交付", "届出", "提出", "通知", "認定", "登録", "報告", "支払"]
    return found.kind == .date && text.last == "日" && acts.contains { text.starts(with: $0) }
  }

  /// `訓練の内容` is 訓練内容, and `協働の期間` a period.
  private static func compound(_ text: [Character]) -> Meaning? {
    guard let particle = text.indices.dropFirst().dropLast().first(where: { text[$0] == "の" })
    else { return nil }
    let rest = text[(particle + 1)...]
    if let found = HeadingList.whole[String(text[..<particle] + rest)] { return found }
    // 女性研修の開催 is no day.
    return ["期間", "時期", "日時", "成果", "効果"].contains(String(rest))
      ? HeadingList.whole[String(rest)] : nil
  }

  /// `延べ利用者` counts them as 利用者 does.
  private static func summed(_ text: [Character]) -> Meaning? {
    guard let word = ["延べ", "のべ", "延", "総"].first(where: { text.starts(with: $0) }) else {
      return nil
    }
    let found = HeadingList.whole[String(text.dropFirst(word.count))]
    return found?.kind == .participants ? found : nil
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

  /// `実施日・参加人数`: several things in one column, of which the first that is known counts; `見込・実績` is 実績.
  private static func parts(_ text: [Character]) -> [[Character]] {
    guard text.contains(where: { "・、/,及".contains($0) }) else { return [] }
    let parts = String(text).replacing("及び", with: "、").split { "・、/,".contains($0) }
    return parts.count > 1 ? parts.map(Array.init) : []
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
      (
        .organization,
        ["団体", "組織", "法人", "企業", "業者", "自治会", "町内会", "クラブ", "学校", "協議会", "振興会", "組合"]
      ),
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
}
