/// Words for how the city took part in a project.
enum FormWords {
  /// What plans say of one beside its name.
  static let states: Set<String> = ["新規", "重点", "拡充", "継続", "再掲"]

  /// In each line words that stand for one form where `・` joins them: 補助・助成.
  private static let kinds: [[String]] = [
    ["共催"], ["後援"], ["協賛"], ["主催"], ["委託", "受託"], ["補助", "助成", "交付", "負担"],
    ["実行委員会", "協議会"], ["協力", "協定"], ["連携"], ["支援"], ["指定管理"], ["参画", "企画立案", "計画立案"],
    ["情報交換", "情報提供", "情報共有", "意見交換"], ["政策提言", "政策提案"], ["アダプト"],
  ]
  private static let words = kinds.flatMap(\.self)
  private static let firsts = Set(words.compactMap(\.unicodeScalars.first))
  /// `名義後援`, `業務委託` and `補助金`, `共催事業` are forms as well.
  private static let heads = [
    "名義", "業務", "事業", "市", "町", "村", "区", "財政", "資金", "人的", "物的", "技術", "団体", "相互", "包括",
  ]
  private static let tails = [
    "事業", "等", "など", "金", "名義", "型", "方式", "契約", "制度", "一覧", "一覧表", "者制度",
  ]

  /// True of `後援`, `共催事業`: what brackets behind a name say; `主催：清流の会` names who did it.
  static func begin(_ text: String) -> Bool {
    text.count <= 12 && !text.contains { ":：".contains($0) }
      && text.split(whereSeparator: \.isWhitespace).allSatisfy { part in
        words.contains { part.hasPrefix($0) }
      }
  }

  /// True of a single form: `共催`, `名義後援`, `補助・助成`.
  static func matches(_ text: String) -> Bool { kind(text) != nil }

  /// False of most texts, by their letters alone.
  static func mayName(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: firsts.contains)
  }

  /// False of 実行委員会 and 支援, which may be the rest of a name.
  static func standsAlone(_ form: String) -> Bool {
    kind(form).map { ["共催", "後援", "協賛", "主催", "委託", "補助"].contains(kinds[$0][0]) } ?? false
  }

  private static func kind(_ text: String) -> Int? {
    guard (2...20).contains(text.count) else { return nil }
    let parts = text.split { "・･".contains($0) }.map(String.init)
    if parts.count > 1 {
      let found = Set(parts.map(kind))
      return found.count == 1 ? found.first ?? nil : nil
    }
    if let (before, inside) = Brackets.trailing(text), !before.isEmpty {
      return inside.count <= 10 ? kind(before) : nil
    }
    let bare = heads.first { text.hasPrefix($0) && text.count > $0.count + 1 }
      .map { String(text.dropFirst($0.count)) }
    return [text, bare].compactMap(\.self).lazy.compactMap { word in
      kinds.firstIndex { $0.contains { word.hasPrefix($0) && isTail(word.dropFirst($0.count)) } }
    }.first
  }

  private static func isTail(_ rest: Substring) -> Bool {
    rest.isEmpty
      || tails.contains { rest.hasPrefix($0) && isTail(rest.dropFirst($0.count)) }
  }

  /// `①共催`, `（１）共催`, `1共催`, `ア共催`, `A．共催`, and `共催（2件）`: 共催. Another text as it is.
  static func withoutOrdinal(_ text: String) -> String {
    var text = text.filter { !"【】〔〕［］[]《》〈〉<>＜＞■●◆○◇#*".contains($0) }
    if let (before, inside) = Brackets.trailing(text), inside.contains(where: \.isNumber) {
      text = before
    }
    if matches(text) { return text }
    let body = text.drop { "(（".contains($0) }
    let digits = body.prefix { $0.isNumber && !$0.isKanaOrKanji }
    let isLetter =
      body.first.map { $0.isASCII && $0.isLetter || "アイウエオカキＡＢＣＤＥＦＧ".contains($0) } ?? false
    let rest = body.dropFirst(digits.isEmpty && isLetter ? 1 : digits.count)
    let word = String(rest.drop { ")）.．、:：-".contains($0) || $0.isWhitespace })
    return matches(word) ? word : text
  }

  /// What the heading of a column of marks names: 共催 of `①共催`, `協働の形態 ①共催` and `形態①共催`; nil
  /// for another.
  static func inHeading(_ heading: String) -> String? {
    guard heading.utf8.count <= 60, mayName(heading) else { return nil }
    let last = heading.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    let word = withoutOrdinal(last)
    if matches(word) { return word }
    let bare = last.firstRange(of: "形態").map { withoutOrdinal(String(last[$0.upperBound...])) }
    return bare.flatMap { matches($0) ? $0 : nil }
  }

  /// True of the heading of a column that says how the city took part, whatever its words.
  static func isHeading(_ heading: String) -> Bool {
    let text = Folding.folded(heading.withoutSpaces.prefix { !"(（".contains($0) })
    return text == "形態" || text == "名義" || text.hasSuffix("名義の種類")
      || ["協働", "連携", "事業", "関わり", "関与", "支援"].contains { own in
        ["形態", "の形態", "手法", "の手法", "の形", "方"].contains { text == own + $0 }
          || text.hasSuffix(own + "の形態")
      }
  }

  /// The form that a line of its own says of the rows below: 共催 of `【共催】`, `１　共催事業`,
  /// `令和5年度　共催事業一覧`; nil for another line.
  static func ofSection(_ line: String) -> String? {
    guard line.utf8.count <= 120, mayName(line) else { return nil }
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let isNumber = { (word: String) in word.allSatisfy { $0.isNumber || "()（）.．#".contains($0) } }
    guard let last = words.last(where: { !isCount($0) }),
      words.allSatisfy({
        $0 == last || isNumber($0) || isCount($0) || PrintedLine.isTitle($0)
          || $0.last.map { "市町村区".contains($0) } ?? false
      })
    else { return nil }
    let word = withoutOrdinal(last)
    // A list of half a year is not compared with others.
    guard matches(word), !PartOfYear.isTold(in: line) else { return nil }
    let tail = ["事業一覧表", "事業一覧", "一覧表", "一覧", "事業等", "事業"].first(where: word.hasSuffix)
    let form = String(word.dropLast(tail?.count ?? 0))
    return matches(form) ? form : word
  }

  /// `2件`
  private static func isCount(_ word: String) -> Bool {
    word.hasSuffix("件") && word.dropLast().allSatisfy(\.isNumber)
  }
}
