/// What a line of text before, between or behind tables is, told by its signs.
enum PrintedLine {
  /// Short, and with a year.
  static func isTitle(_ text: String) -> Bool {
    canBeTitle(text) && TitleYear.year(in: text) != nil
  }

  /// False of what is long or a sentence.
  static func canBeTitle(_ text: String) -> Bool { !text.has(61) && !text.contains("。") }

  /// `第1回　令和5年6月7日　令和4年度決算について` tells of a day, and not in which year the lines below are.
  static func tellsOfDay(_ text: String) -> Bool {
    guard text.utf8.count <= 400 else { return false }
    let words = text.split(whereSeparator: \.isWhitespace).prefix(3).prefix { !$0.contains("年度") }
    return words.contains { DateFinder.begins(String($0)) }
  }

  /// `送信日時： 2024年4月1日 10:12` and `Date: …` say when a letter was sent, and nothing of what it tells.
  static func isHeadOfMail(_ text: String) -> Bool {
    guard text.has(.colons), let end = text.firstIndex(where: { ":：".contains($0) }) else {
      return false
    }
    return ["送信日時", "送信日", "受信日時", "受信日", "Date", "Sent"].contains(text[..<end].withoutSpaces)
  }

  static func isNote(_ text: String) -> Bool {
    ["※", "＊", "*", "注", "（注", "(注", "備考", "【注"].contains { text.hasPrefix($0) }
  }

  /// The words of the rows that follow: `【教育分野】`.
  ///
  /// - Parameter isRow: of a line that has more cells than one.
  static func isGroup(_ text: String, isRow: Bool) -> Bool {
    if text.contains("。") || text.count > 40 { return false }
    if beginsAsGroup(text) || text.first.map("①②③④⑤⑥⑦⑧⑨⑩".contains) ?? false { return true }
    return isRow || text.count <= 20 && !text.hasPrefix("(") && !text.hasPrefix("（")
  }

  /// False of what stands alone between rows and is no rest of a name: a group of them, a sum, a note, a label.
  static func isRestOfName(_ text: String) -> Bool {
    text.count <= 20 && !isMarked(text) && !startsItem(text) && !beginsAsGroup(text)
      && !isNote(text)
      && !SumWord.matches(text) && !isTitle(text) && office(text) == nil
      && !text.contains { "。：:".contains($0) }
      && !endsAsGroup(text)
  }

  /// `環境分野`, `福祉関係`.
  static func endsAsGroup(_ text: String) -> Bool {
    text.utf8.count <= 60
      && ["分野", "部門", "関係", "関連", "その他"].contains(where: text.hasSuffix)
  }

  /// `■講座`, `【教育分野】`.
  static func beginsAsGroup(_ text: String) -> Bool {
    text.first.map("【〔［[■◆●○□◇▼▽◎▲△《〈<＜".contains) ?? false
  }

  /// `○ 河川清掃（環境課）…`, `【環境】`, `（1）緑化`, `2. 祭り`: each is something of its own.
  static func startsItem(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if "【＜〈《■◆●○□◇▼▽◎★☆〇◯•▪▶►".contains(first) || isCircled(first) { return true }
    let number = text.drop { "(（".contains($0) }.prefix { $0.isWholeNumber }
    guard (1...2).contains(number.count) else { return false }
    return text[number.endIndex...].first.map { ")）.．、 \u{3000}".contains($0) } ?? false
  }

  /// True of a line with a number or a bullet before it.
  static func isMarked(_ text: String) -> Bool {
    text.first.map { $0.isNumber || "(（".contains($0) || bullets.contains($0) } ?? false
  }

  /// What stands before the items of a list, the zero 〇 among them.
  static let bullets = "・○〇◯●■◆◇□▪•*-"

  private static let brackets = Signs("【】〔〕［］[]《》〈〉<>＜＞")

  /// `【教育分野】` is 教育分野.
  static func name(_ text: String) -> String {
    Trimming.marks(
      text.has(brackets) ? text.filter { !"【】〔〕［］[]《》〈〉<>＜＞".contains($0) } : text)
  }

  /// The office that a line of its own names: `■市民協働課`, `２ 環境課`, `担当課：環境課`.
  ///
  /// - Parameter isAmongOffices: of a line where others name offices, so that 図書館 is one as well.
  static func office(_ text: String, isAmongOffices: Bool = false) -> String? {
    let parts = text.has(.colons) ? text.split(maxSplits: 1) { ":：".contains($0) } : []
    let isLabeled = parts.count == 2 && namesDepartments(parts[0])
    let line = isLabeled ? name(parts[1].filter { !")）".contains($0) }) : name(withoutOrdinal(text))
    let mayBePlace = (isLabeled || isAmongOffices) && line.count <= 12
    return isOffice(line) || mayBePlace && places.contains(where: line.hasSuffix) ? line : nil
  }

  private static func namesDepartments(_ label: Substring) -> Bool {
    let word = label.split { $0.isWhitespace || "(（".contains($0) }.last
    return word.flatMap { HeadingWords.meaning(of: String($0)) }?.kind == .department
  }

  private static let places = [
    "図書館", "公民館", "博物館", "美術館", "センター", "消防署", "消防本部", "保健所", "支所", "教育委員会",
  ]

  private static func isOffice(_ name: String) -> Bool {
    (3...20).contains(name.count) && !name.contains { $0.isWhitespace || "。、(（".contains($0) }
      && ["課", "室", "係", "事務局"].contains { name.hasSuffix($0) }
      && !["教室", "会議室", "日課", "放課", "温室", "図書室"].contains { name.hasSuffix($0) }
  }

  /// What the line above a sheet calls it; one further above must be a report's title: `令和5年度 市民祭 実施報告書`.
  static func nameOfSheet(_ text: String, isNear: Bool) -> String? {
    let text = text.replacing("**", with: "")
    let title = named(byCase: text) ?? withoutCase(letter(text)?.rest ?? withoutOrdinal(text))
    // 図書館まつり【図書館】 keeps its brackets for the reader of the name.
    let cornered = Brackets.cornered(title).map { !$0.before.isEmpty } ?? false
    let whole = cornered ? Trimming.marks(title) : name(title)
    let name = withoutReport(whole)
    let isReport = name != whole
    let isCase = ["事例", "事業", "取組", "Case", "CASE", "ケース"].contains {
      text.hasPrefix($0) && !title.hasPrefix($0)
    }
    let isItem = startsItem(text) || bullets.contains(text.first ?? " ")
    guard isNear || isReport || isCase || isItem || text.hasPrefix("#"),
      isReport || !isTitle(text), (2...40).contains(name.count), !name.contains("。"), !name.isBlank
    else { return nil }
    let words = name.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let isYear = words[0].hasSuffix("年度") && TitleYear.year(in: words[0]) != nil
    // ●6月　防災フェア
    let isMonth = words.count == 2 && DayText.isMonth(words[0])
    let rest = isYear || isMonth ? words.dropFirst().joined() : name
    let isNamed = !rest.isEmpty && !isTitle(rest) && HeadingWords.meaning(of: rest)?.kind != .name
    return isNamed ? rest : nil
  }

  /// What `【取組2】防災講座` and `★事例１★ 防災講座` name, a case of several.
  static func named(byCase text: String) -> String? {
    guard let first = text.first, let close = closings[first],
      let end = text.dropFirst().prefix(longestCase).firstIndex(of: close)
    else { return nil }
    let label = text[..<end].dropFirst()
    var word = Trimming.spaces(label)
    while word.last?.isNumber == true { word.removeLast() }
    let isCase =
      word.count < label.count
      && (word.hasSuffix("事例") || HeadingWords.meaning(of: word)?.kind == .name)
    return isCase ? Trimming.spaces(text[end...].dropFirst().drop { ":：".contains($0) }) : nil
  }

  private static let closings: [Character: Character] = [
    "【": "】", "［": "］", "〔": "〕", "＜": "＞", "〈": "〉", "《": "》", "★": "★", "☆": "☆", "◆": "◆",
    "◇": "◇",
    "■": "■", "●": "●",
  ]
  private static let longestCase = 12

  /// `事例１　買い物バス`, `取組事例2：芸術祭`, `No.3 寄席` without the number of the case.
  private static func withoutCase(_ text: String) -> String {
    guard let word = cases.first(where: text.hasPrefix)
    else { return text }
    let rest = text.dropFirst(word.count).drop {
      "事例番号Nno.その".contains($0) || $0.isWhitespace
    }
    let digits = rest.prefix { $0.isWholeNumber }
    let counted = rest.dropFirst(digits.count)
    let isCounted = word == "第" && "号話".contains(counted.first ?? " ")
    guard word != "第" || isCounted else { return text }
    let name = isCounted ? counted.dropFirst() : counted
    guard (1...3).contains(digits.count), let mark = name.first,
      mark.isWhitespace || ":：.．)）】".contains(mark)
    else { return text }
    return String(name.drop { $0.isWhitespace || ":：.．)）】".contains($0) })
  }

  private static let cases = [
    "事例", "事業", "取組", "案件", "発表", "第", "No", "Ｎｏ", "№", "Case", "CASE", "ケース",
  ]

  /// `市民祭　実施報告` is 市民祭.
  static func withoutReport(_ name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace)
    let reports = ["報告", "報告書", "実施報告", "実施報告書", "実績報告", "実績報告書", "開催報告", "活動報告"]
    guard words.count > 1, let last = words.last, reports.contains(String(last)) else {
      return name
    }
    return Trimming.spaces(name.dropLast(last.count))
  }

  /// `1 清掃`, `(2)祭り`, `【1】花壇`, `③ 緑化`, `４番　朗読`, `No.5 寄席`: the number, and what is numbered.
  static func ordinal(_ text: String) -> (number: Int, rest: String)? {
    guard let first = text.first else { return nil }
    // Most lines begin with a word.
    if first.isKanaOrKanji, !isKatakana(first), !first.isWholeNumber { return nil }
    if isCircled(first), let number = first.wholeNumberValue {
      return (number, Trimming.marks(text.dropFirst()))
    }
    if let letter = letter(text) { return letter }
    let word = ["No.", "NO.", "Ｎｏ．", "№"].first(where: text.hasPrefix)
    let body = text.dropFirst(word?.count ?? 0).drop { "(（【［〔[".contains($0) }
    let digits = body.prefix { $0.isWholeNumber }
    let counted = body[digits.endIndex...]
    let rest = counted.first == "番" ? counted.dropFirst() : counted
    guard (1...3).contains(digits.count), let number = Int(digits.ascii), let mark = rest.first,
      // 百 is a number to Unicode, and begins words.
      ")）】］〕].．、 \u{3000}".contains(mark), rest.dropFirst().first?.isDigit != true
    else { return nil }
    let name = Trimming.marks(rest.dropFirst())
    return name.isEmpty ? nil : (number, name)
  }

  /// `ア　緑化` and `(イ) 祭り`: the letters that offices count with.
  static func letter(_ text: String) -> (number: Int, rest: String)? {
    let body = text.drop { "(（".contains($0) }
    guard let first = body.first, isKatakana(first),
      let place = letters.firstIndex(of: first) ?? narrowLetters.firstIndex(of: first),
      let mark = body.dropFirst().first, ")）.．\u{3000} ".contains(mark)
    else { return nil }
    let name = Trimming.marks(body.dropFirst(2))
    return name.isEmpty ? nil : (place + 1, name)
  }

  /// `ア`, `(ｲ)`: nothing but such a letter.
  static func isLetter(_ text: String) -> Bool {
    let letter = text.filter { !"()（）.．".contains($0) }
    return letter.count == 1
      && letter.allSatisfy { letters.contains($0) || narrowLetters.contains($0) }
  }

  /// In either width: few lines begin so.
  private static func isKatakana(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x30A0...0x30FF).contains(scalar.value) || (0xFF61...0xFF9F).contains(scalar.value)
  }

  private static let letters = Array("アイウエオカキクケコサシスセソタチツテト")
  private static let narrowLetters = Array("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄ")

  /// `（1）緑化`, `【1】緑化` and `## 1. 緑化` are 緑化.
  static func withoutOrdinal(_ text: String) -> String {
    let isCornered = "【［〔[".contains(text.first ?? " ")
    if isCornered, let rest = ordinal(text)?.rest { return rest }
    let rest = text.drop {
      // 百 is a number to Unicode, and begins words.
      $0.isWholeNumber && !$0.isLetter || $0.isWhitespace || isCircled($0)
        || "().（）．、#▼▽▲△◎★☆".contains($0) || bullets.contains($0)
    }
    // 10周年 and 3月 are no numbers of items.
    guard let counter = rest.first, "年月日周回人名期代歳".contains(counter) else {
      return String(rest)
    }
    return String(text[..<rest.startIndex].reversed().prefix(while: \.isWholeNumber).reversed())
      + rest
  }

  static func isCircled(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return ("①"..."⑳").contains(scalar)
  }
}
