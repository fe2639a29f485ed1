/// Splits a cell that lists organizations into its items.
///
/// Commas, bullets and labels always part them, line feeds where no comma does; a space only where
/// both sides could stand alone; `・` and `/` only where all that they part end as bodies do, for `・`
/// stands inside names.
enum OrganizationList {
  /// - Parameter known: bodies that the report prints on one line.
  static func items(_ text: String, known: Set<String> = []) -> [String] {
    let parts = parts(withoutWraps(withoutNumbers(text), known: known))
    let isList = parts.count > 1
    return parts.flatMap { splitAtSpaces(withoutLabel($0), isList: isList) }
      .flatMap(splitBetweenBodies)
      .map { withoutOrdinal(Trimming.marks($0)) }
      .filter { !$0.isEmpty && !(isList && $0.utf8.count == 6 && roles.contains($0)) }
  }

  /// `講師／花の会` says what the body does.
  private static let roles: Set = ["講師", "主催", "共催", "協力", "後援", "指導", "運営"]

  /// A name on each line behind its number: `1 花の会`, `2 緑の会`; `1. 花の会 2. 緑の会` on one.
  private static func withoutNumbers(_ text: String) -> String {
    guard text.mayHaveSpaces else { return text }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let first = words[0].first(where: { !"(（".contains($0) }), first.isNumber
    else { return text }
    let isInLines = text.contains(where: \.isNewline)
    let own = isInLines ? text.split(whereSeparator: \.isNewline).map(String.init) : counted(words)
    let lines = own.map { PrintedLine.ordinal(Trimming.spaces($0)) }
    let areNumbered = lines.indices.allSatisfy { lines[$0]?.number == $0 + 1 }
    guard lines.count > 1, areNumbered else { return text }
    return lines.compactMap { $0?.rest }.joined(separator: "\n")
  }

  /// Words, those with a number and a dot before them beginning anew.
  private static func counted(_ words: [Substring]) -> [String] {
    words.reduce(into: []) { lines, word in
      let mark = word.drop(while: \.isNumber).first
      let isNumbered = word.first?.isNumber == true && mark.map { ".．)）".contains($0) } ?? false
      if isNumbered || lines.isEmpty {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += " " + word
      }
    }
  }

  /// `春日台自治会・北小PTA` are two, `緑化・美化協会` is one.
  private static func splitBetweenBodies(_ item: String) -> [String] {
    guard item.unicodeScalars.contains(where: mayPart) else { return [item] }
    if let two = splitAtAnd(item) { return two }
    let joined = ["及び", "並びに", "および"].filter(item.contains)
      .reduce(item) { $0.replacing($1, with: "・") }
    let printed = joined.split(whereSeparator: { "・/／＋+".contains($0) }).map { Trimming.spaces($0) }
    guard printed.count > 1 else { return [item] }
    // 花の会・緑化組合ほか
    let bodies = Array(printed.dropLast()) + printed.suffix(1).map(withoutOthers)
    let haveBrackets = bodies.contains { body in
      let form = LegalFormWords.prefix(of: body) ?? 0
      return body.dropFirst(form).contains { "(（「『".contains($0) }
    }
    if haveBrackets || isOneOfForm(bodies) { return [item] }
    // 浜市・清流の会
    if isCity(bodies[0]), bodies.dropFirst().allSatisfy(isBody) { return printed }
    let areNamed =
      bodies.allSatisfy { isBody($0) && !GenericWords.cover($0) }
      || !bodies.allSatisfy(GenericWords.cover)
        && bodies.allSatisfy {
          BodyEnding.ends($0) || isNamedCircle($0) || isBody($0)
        }
    // 町内会・自治会 is said of either.
    let areWhole = bodies.allSatisfy(wholeBodies.contains) && item != "町内会・自治会"
    return areNamed || areWhole ? printed : [item]
  }

  private static func isCity(_ text: String) -> Bool {
    (2...6).contains(text.count) && ["市", "県"].contains(where: text.hasSuffix)
  }

  private static func withoutOthers(_ body: String) -> String {
    let word = ["ほか", "など", "他", "等"].first(where: body.hasSuffix)
    return word.map { String(body.dropLast($0.count)) } ?? body
  }

  private static func mayPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "・", "/", "／", "＋", "+", "及", "並", "お", "と": true
    default: false
    }
  }

  /// `NPO法人天覧山・多峯主山の自然を守る会`, `公益財団法人みなと市文化・スポーツ振興財団`: the first part is no name
  /// without the second.
  private static func isOneOfForm(_ bodies: [String]) -> Bool {
    guard bodies.count == 2, let form = LegalFormWords.prefix(of: bodies[0]),
      LegalFormWords.prefix(of: bodies[1]) == nil
    else { return false }
    let isFoundation = bodies[0].prefix(form).contains("財") && isOfFoundation(bodies[1])
    guard bodies[1].contains("の") || !isBody(bodies[1]) || isFoundation else { return false }
    return !BodyEnding.ends(String(bodies[0].dropFirst(form)))
  }

  private static func isOfFoundation(_ text: String) -> Bool {
    ["財団", "協会", "公社", "事業団"].contains(where: text.hasSuffix)
  }

  private static func isBody(_ text: String) -> Bool {
    if wholeBodies.contains(text) || isIndependent(text) { return true }
    if isCircle(text) { return true }
    if ["青年部", "女性部", "婦人部"].contains(where: { text.hasSuffix($0) && text.count > $0.count + 1 }) {
      return true
    }
    if text.hasSuffix("支部"), isIndependent(String(text.dropLast(2))) { return true }
    let isLong = text.count >= 4 && !isBranch(text)
    return isLong && [endings, shortEndings].contains { $0.contains(where: text.hasSuffix) }
  }

  /// `おはなしの会てんとうむし`, `パソコンサークル虹`.
  private static func isNamedCircle(_ text: String) -> Bool {
    let word = ["の会", "サークル", "クラブ", "グループ", "合唱団"].lazy.compactMap { text.ranges(of: $0).last }
      .first
    if ["合唱団", "劇団"].contains(where: text.hasPrefix) { return text.count > 3 }
    guard let word else { return false }
    return word.lowerBound > text.startIndex && word.upperBound < text.endIndex
  }

  /// `花の会`.
  private static func isCircle(_ text: String) -> Bool { text.hasSuffix("の会") && text.has(3) }

  static let wholeBodies: Set<String> = [
    "商工会", "観光協会", "消防団", "青年会", "婦人会", "町内会", "自治会", "子ども会", "老人会", "PTA", "ＰＴＡ", "農協", "漁協", "社協",
    "警察署", "消防署", "税務署", "保健所", "医師会", "商店会", "婦人部", "女性会", "校長会", "体育協会", "生協", "森林組合", "郵便局",
    "青年団",
    "JA", "ＪＡ", "JC", "ＪＣ", "囃子連",
  ]
  private static let shortEndings = [
    "の会", "PTA", "ＰＴＡ", "クラブ", "子ども会", "老人会", "婦人会", "商工会", "商店会", "町会", "サークル", "グループ", "楽団",
    "合唱団", "劇団", "公民館", "図書館", "保育園", "幼稚園", "高校", "商店街",
  ]

  /// Splits at the spaces and line feeds between organizations.
  private static func splitAtSpaces(_ part: String, isList: Bool) -> [String] {
    guard part.mayHaveSpaces else { return part.isEmpty ? [] : [part] }
    var items: [String] = []
    for line in part.split(whereSeparator: \.isNewline) {
      for (index, word) in line.split(whereSeparator: \.isWhitespace).map(String.init).enumerated()
      {
        let isLine = index == 0 && !isList
        if let between = items.last.flatMap({ gap(behind: $0, before: word, isLine: isLine) }) {
          items[items.count - 1] += between + word
        } else {
          items.append(word)
        }
      }
    }
    return items
  }

  /// What stands between a name and a word that it goes on with; nil where the word begins another.
  ///
  /// Asked for each word of a cell: nothing here may look at the whole name, which may be as long.
  private static func gap(behind left: String, before word: String, isLine: Bool) -> String? {
    if isInsideWord(left, word) { return "" }
    if isLine, wordEnds.contains(word) || goesOn(left, with: word) { return "" }
    return startsItem(word, after: left, isLine: isLine) ? nil : " "
  }

  /// What ends a name and is none by itself: `シニアクラブ` and `連合会` on two lines are one name.
  static let wordEnds: Set<String> = [
    "連合会", "協議会", "協会", "連盟", "連絡会", "連絡協議会", "組合", "振興会", "研究会", "保存会", "財団", "センター", "の会",
    "会議所",
  ]

  /// `鞆の浦を` and `楽しむ会` on two lines are one name, as `第三地区` and `自主防災会` are.
  private static func goesOn(_ line: String, with word: String) -> Bool {
    if line.last.map({ "をのにでとがはへ・".contains($0) }) ?? false { return true }
    if ["地区", "校区", "学区", "丁目"].contains(where: line.hasSuffix) { return !isArea(word) }
    // 蓮池町 and 音楽協会, but 蓮池町 and 観光協会, which is one in many towns.
    return BodyEnding.isDistrict(line) && !wholeBodies.contains(word)
      && word.has(4) && endings.contains(where: word.hasSuffix)
      && !BodyEnding.isPlace(word) && !word.prefix(4).contains { "町村区市".contains($0) }
  }

  private static func isArea(_ word: String) -> Bool {
    ["地区", "校区", "学区", "丁目"].contains(where: word.contains)
  }

  /// True where a word begins another organization; a line of its own begins one unless it cannot.
  private static func startsItem(_ word: String, after left: String, isLine: Bool) -> Bool {
    if LegalFormWords.isForm(word) { return isLine && isComplete(left) }
    if startsOrdinal(word) { return true }
    if Institution.owns(left, word) { return false }
    if "(（".contains(word.first ?? " "), LegalFormWords.prefix(of: word) == nil { return false }
    if LegalFormWords.isForm(left) || describes(left) { return false }
    if LegalFormWords.namesFacilities(left) && LegalFormWords.prefix(of: word) == nil {
      return false
    }
    if left.has(3), left.hasSuffix("市") || left.hasSuffix("町"), word.hasPrefix(left) {
      return true
    }
    if isLine {
      return !isBranch(word)
        && (left.has(3) || GenericWords.cover(left) || BodyEnding.areDistricts(left, word))
    }
    let startsAnew = LegalFormWords.prefix(of: word) != nil
    if startsAnew || LegalFormWords.suffix(of: word) != nil { return isComplete(left) }
    if isCircle(left), isCircle(word) { return true }
    if BodyEnding.areTwo(left, beside: word) { return true }
    return isIndependent(left) && isIndependent(word) && !isBranch(word)
  }

  /// `(1)` and a name behind it.
  private static func startsOrdinal(_ word: String) -> Bool { withoutOrdinal(word) != word }

  /// True of what could be a name by itself, were another to follow it.
  private static func isComplete(_ text: String) -> Bool {
    text.has(6) || isIndependent(text)
  }

  /// True of a text with a legal form or the ending of an organization.
  static func isIndependent(_ text: String) -> Bool {
    if let form = LegalFormWords.prefix(of: text) {
      return text.has(form + 1) && !hasPlaceForName(text)
    }
    if let form = LegalFormWords.suffix(of: text) { return text.has(form + 1) }
    return hasEnding(text)
  }

  /// True of a text with the ending of an organization.
  static func hasEnding(_ text: String) -> Bool {
    endings.contains(where: text.hasSuffix) && text.has(5) && !isBranch(text)
  }

  /// True of a title that the name itself follows: `…協定地域組織`, `指定管理者`.
  private static func describes(_ text: String) -> Bool {
    ["組織", "団体", "指定管理者", "加盟", "運営", "代表"].contains { text.hasSuffix($0) }
  }

  /// True of a text that only names a part of the organization before it.
  private static func isBranch(_ text: String) -> Bool {
    if text.has(9) { return false }
    let parts = ["支部", "支社", "支店", "営業所", "事務局", "青年部", "女性部", "分会", "支所"]
    guard let part = parts.first(where: text.hasSuffix) else {
      return ["実行委員会", "運営委員会", "準備委員会"].contains(text)
    }
    let body = String(text.dropLast(part.count))
    return !["会議所", "JA", "ＪＡ", "農協", "漁協"].contains(where: text.contains)
      && !(part == "支部" && hasEnding(body))
      && !(part.hasSuffix("部") && part != "支部" && wholeBodies.contains(body))
  }

  static let endings = [
    "協会", "協議会", "連合会", "連絡会", "連盟", "組合", "商工会議所", "会議所", "委員会", "学校", "大学", "大学校", "高専",
    "振興会", "振興局", "研究会", "同友会", "後援会", "保存会", "町内会", "自治会", "警察署", "消防署", "消防団", "保健所",
    "法人会", "倶楽部", "奉仕団", "財団", "機構", "センター", "NPO", "経済産業局", "保護司会", "社協", "友の会", "育成会", "福祉会",
    "連絡協議会",
    "少年団", "改良区", "公社", "事業団", "師団", "基地", "駐屯地", "師会", "士会", "校長会", "シルバー人材センター",
  ]
}
