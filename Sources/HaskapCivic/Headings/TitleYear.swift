import HaskapText

/// The fiscal year that a title, a heading or a cell prints.
enum TitleYear {
  /// Of `令和5年度 協働事業一覧`, `R5年度`, `2023年度`, `令和5(2023)年度`; of a year without 度 only where
  /// nothing else is a year and no month follows.
  static func year(in text: String) -> Int? {
    guard text.utf8.count <= 400, tellsFigure(text), !tellsRights(text) else { return nil }
    guard text.contains("年") || text.contains("FY") else {
      return mayBeOfLetter(text) ? ofLetter(text) : nil
    }
    let folded = KanjiNumerals.inDates(withoutSpaces(Folding.fold(text)))
    if let year = fiscalYear(String(folded)) { return year }
    return yearAlone(folded) ?? atEdge(text)
  }

  /// The year of `２ 2023年度` begins behind a space.
  private static func withoutSpaces(_ text: [Character]) -> [Character] {
    text.indices.filter { index in
      guard text[index].isWhitespace else { return true }
      let year = text[(index + 1)...].prefix(4)
      return index > 0 && text[index - 1].isDigit && year.count == 4 && year.allSatisfy(\.isDigit)
    }.map { text[$0] }
  }

  /// False of most lines: no year is without a figure.
  private static func tellsFigure(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar {
      case "元", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千": true
      default: scalar.isDigit
      }
    }
  }

  /// False of a text without a letter of Latin, four digits in a row and brackets at its end.
  private static func mayBeOfLetter(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0xFF21...0xFF3A: return true
      default: digits = scalar.isDigit ? digits + 1 : 0
      }
      if digits == 4 { return true }
    }
    return text.unicodeScalars.last.map { !$0.isKanaOrKanji && !$0.isDigit } ?? false
  }

  /// `R5 市民講座`, `R5協働事業一覧`, `市民講座（R5）`.
  private static func ofLetter(_ text: String) -> Int? {
    if let (_, inside) = Brackets.trailing(text), inside.count <= 4, inside.first?.isLetter == true,
      inside.last?.isNumber == true, let year = year(ofCell: inside, near: nil)
    {
      return year
    }
    // 水辺市 R5 市民講座.
    let words = text.split(maxSplits: 4) { $0.isWhitespace || "（(【".contains($0) }
    return words.first.flatMap(beginning)
      ?? words.dropFirst().lazy.filter { "RＲHＨ".contains($0.first ?? " ") }.compactMap(beginning)
      .first ?? atEdge(text)
  }

  /// `センター年報 2023`, `2023 活動報告`: words with one figure, of four digits, at an end of them.
  private static func atEdge(_ text: String) -> Int? {
    guard text.utf8.count <= 120 else { return nil }
    let words = text.split { $0.isWhitespace || "#".contains($0) }
    let figures = words.filter { $0.contains(where: \.isNumber) }
    guard words.count > 1, figures.count == 1, [words.first, words.last].contains(figures[0]),
      figures[0].count == 4, let year = Int(Folding.folded(figures[0])),
      (1980...2079).contains(year)
    else { return nil }
    return year
  }

  private static func beginning(_ word: Substring) -> Int? {
    let folded = Folding.fold(word.prefix(8))
    guard let era = Era.allCases.first(where: { $0.letter == folded.first }) else { return nil }
    let digits = folded.dropFirst().prefix(while: \.isDigit)
    let next = folded.dropFirst(digits.count + 1).first
    guard (1...2).contains(digits.count), let number = Int(String(digits)),
      next.map({ $0.isLetter && !$0.isASCII }) ?? (word.endIndex < word.base.endIndex)
    else { return nil }
    return era.westernYear(number)
  }

  /// The year of `令和2年度` and `令和2(2020)年度`; a bare year is none.
  static func fiscalYear(_ folded: String) -> Int? {
    guard let open = folded.firstIndex(of: "("), let close = folded[open...].firstIndex(of: ")"),
      folded[open..<close].contains(where: \.isDigit)
    else { return named(in: folded) }
    return named(in: folded)
      ?? named(in: String(folded[..<open] + folded[folded.index(after: close)...]))
  }

  private static func named(in folded: String) -> Int? {
    let characters = Array(folded)
    // 令和6年度予定・令和5年度実績 tells of the latter, as 令和6年度版（令和5年度実績） does.
    var planned: Int?
    for index in characters.indices where DateScanner.canBeginYear(characters, at: index) {
      var scanner = DateScanner(characters, at: index)
      guard let year = scanner.scanYear(), scanner.take("度") else { continue }
      if !scanner.take("予定", "計画", "見込", "版") { return year }
      planned = planned ?? year
    }
    return planned
  }

  private static func yearAlone(_ text: [Character]) -> Int? {
    var bare: Int?
    for index in text.indices where DateScanner.canBeginYear(text, at: index) {
      var scanner = DateScanner(text, at: index)
      guard let year = scanner.scanYear() else { continue }
      let rest = text[scanner.position...]
      if areFirstMonths(rest) { return year - 1 }
      if bare != nil { continue }
      if let fiscalYear = ofPeriod(year, rest) { return fiscalYear }
      let next = rest.first
      if next.map({ $0.isDigit || "度元前後間以頃".contains($0) }) ?? false { continue }
      bare = year
    }
    return bare
  }

  /// `1月～3月` behind a year: months of the fiscal year before, whatever year the title tells besides.
  private static func areFirstMonths(_ rest: ArraySlice<Character>) -> Bool {
    let months = String(rest.prefix(6)).split(separator: "~").map { $0.prefix { $0 != "月" } }
    return months.count > 1 && rest.dropFirst(months[0].count).first == "月"
      && months.prefix(2).allSatisfy { Int($0).map { (1...3).contains($0) } ?? false }
  }

  /// True of `令和6年（1月～12月）`.
  static func tellsCalendarYear(_ text: String) -> Bool {
    text.utf8.count <= 400 && Folding.folded(text.withoutSpaces).contains("1月~12月")
  }

  /// `令和5年4月～令和6年3月` is the fiscal year itself, `令和5年4月1日現在` and
  /// `令和5年11月3日開催` a day in one.
  private static func ofPeriod(_ year: Int, _ rest: ArraySlice<Character>) -> Int? {
    let text = String(rest.prefix(12))
    let digits = text.prefix(while: \.isDigit)
    let tail = text.dropFirst(digits.count)
    guard let month = Int(digits), (1...12).contains(month), tail.first == "月" else { return nil }
    let after = tail.dropFirst()
    let day = after.prefix { $0.isDigit || $0 == "日" }
    let next = after.dropFirst(day.count)
    if ["現在", "開催", "実施", "号"].contains(where: next.hasPrefix) {
      return month < 4 ? year - 1 : year
    }
    let begins = ["~", "から", "-", "至", "、至"].contains(where: next.hasPrefix)
    return begins && month == 4 && ["", "1日"].contains(day) ? year : nil
  }

  /// True of `© 2025 みどり市`.
  private static func tellsRights(_ text: String) -> Bool {
    guard let first = text.first, "©Ⓒ(（CcＣ".contains(first) else { return false }
    return ["©", "Ⓒ", "(C)", "(c)", "（C）", "（c）", "Copyright", "COPYRIGHT", "copyright"]
      .contains(where: text.hasPrefix)
  }

  /// True of `令和6年4月1日現在`, `2024年5月更新`.
  static func tellsMaking(_ text: String) -> Bool {
    ["現在", "時点", "作成", "更新", "公表", "発行"].contains(where: text.contains)
  }

  /// The year that a figure is of: `令和4年度参加者数`, `R4参加者数`, `参加者数（2022）`.
  static func year(ofHeading heading: String) -> Int? {
    if let year = year(in: heading) { return year }
    let text = Folding.folded(heading.withoutSpaces)
    let parts = [Brackets.trailing(text)?.inside ?? "", String(text.prefix { $0.isASCII })]
    // A figure of one or two digits is a footnote's.
    return parts.first {
      $0.count == 4 || !$0.allSatisfy(\.isDigit) && $0.contains(where: \.isDigit)
    }
    .flatMap { year(ofCell: $0, near: nil) }
  }

  /// The year of a sheet that is called `R5` or `2023`.
  static func year(ofSheet name: String) -> Int? {
    guard let first = name.first, name.has(2), !name.has(5), first.isLetter || name.has(4)
    else { return nil }
    return year(ofCell: name, near: nil)
  }

  /// The year of a cell below 年度: also `R5`, `令和5`, `2023`, `5`.
  static func year(ofCell cell: String, near usual: Int?) -> Int? {
    if let year = year(in: cell) { return year }
    // R5.6 is a month.
    let month = Folding.folded(cell.withoutSpaces).split(separator: ".", maxSplits: 1)
    let isMonth =
      month.count == 2 && month[0].last?.isDigit == true && month[0].first?.isLetter == true
    let text = (isMonth ? String(month[0]) : month.joined()).filter { !"年度.".contains($0) }
    let digits = text.drop { !$0.isDigit }
    guard let number = Int(digits), digits.allSatisfy(\.isDigit) else { return nil }
    if (1900...2100).contains(number) { return number }
    let prefix = text.prefix { !$0.isDigit }.uppercased()
    let era = Era.allCases.first { prefix == $0.rawValue || prefix == String($0.letter) }
    guard (1...99).contains(number), era != nil || prefix.isEmpty else { return nil }
    return (era ?? .reiwa).westernYear(number)
  }
}
