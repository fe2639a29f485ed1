/// Labels of sheets, and what stands beside or below them.
enum SheetLabel {
  typealias Pair = (label: String, kind: HeadingKind, values: [String])

  /// The labels of a line with their values; nil for a line of another shape.
  static func pairs(_ line: TableGrid.Line) -> [Pair]? {
    let isText = line.cells.count == 1
    if isText, PrintedLine.named(byCase: line.text) != nil { return nil }
    if isText, "*【［〔（".contains(line.text.first ?? " "), bracketed(line.text) == nil,
      let pair = labeled(line.text)
    {
      return [pair]
    }
    if let pairs = alone(line)
      ?? (isText
        ? inline(line.text) ?? bracketed(line.text) ?? gapped(line.text) ?? spaced(line.text) : nil)
    {
      return pairs
    }
    let cells = isText ? parted(line.text) : line.cells
    if !isText, let pairs = alternating(cells) ?? colons(cells) ?? dated(cells) { return pairs }
    guard cells.count >= 2, let kind = meaning(cells[0]) else { return nil }
    let filled = cells.dropFirst().filter { !$0.isEmpty }
    if filled.isEmpty { return [(cells[0], kind, [""])] }
    // Behind a colon 町内会 is a value.
    let hasColon = isText && ":：".contains(line.text.dropFirst(cells[0].count).first ?? " ")
    guard hasColon || !filled.contains(where: isHeading) else { return nil }
    // ■ 協働事業一覧　　（令和5年度） is a title.
    if kind == .name, filled.count == 1, isBracketedYear(filled[0]) { return nil }
    return [(cells[0], kind, cells.dropFirst().map(withoutColon))]
  }

  /// `ガールスカウト、町内会` is a value, though 町内会 is a word of headings.
  private static func isHeading(_ value: String) -> Bool {
    HeadingWords.meaning(of: value) != nil
      && value.split(separator: "、").allSatisfy { HeadingWords.meaning(of: String($0)) != nil }
  }

  private static func isBracketedYear(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.contains("年度") && Brackets.trailing(text)?.before.isEmpty == true
  }

  /// `9月3日 参加者 40人 主催 朝の会`: a day before labels with their values.
  private static func dated(_ cells: [String]) -> [Pair]? {
    guard cells.count > 2, !cells.count.isMultiple(of: 2), meaning(cells[1]) != nil,
      DayText.matches(cells[0])
    else { return nil }
    return alternating(Array(cells.dropFirst())).map { [("期日", .date, [cells[0]])] + $0 }
  }

  /// `主催：案内所の会`, `会場：駅`: a label and its value in each of several cells.
  private static func colons(_ cells: [String]) -> [Pair]? {
    // Nearly all rows end here.
    let last = cells.last { !$0.isEmpty } ?? ""
    guard last.unicodeScalars.contains(where: { ":：】］〕".unicodeScalars.contains($0) }) else {
      return nil
    }
    let filled = cells.filter { !$0.isEmpty }
    let pairs = filled.compactMap(labeled)
    return pairs.count > 1 && pairs.count == filled.count ? pairs : nil
  }

  /// `主　催：案内所の会　　会場：駅`: the same in one line, a wide gap before each label.
  private static func gapped(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 600, text.contains(where: { ":：／".contains($0) }) else { return nil }
    // 主催／清流の会　日時／6月4日
    let mark = text.contains { ":：".contains($0) } ? ":：" : "／"
    var pairs: [Pair] = []
    var rest = text[...]
    while let colon = rest.indices.first(where: { isMark(mark, rest, at: $0) }) {
      let before = rest[..<colon]
      let start = pairs.isEmpty ? before.startIndex : startOfLabel(before)
      let label = start.map { before[$0...].withoutSpaces } ?? ""
      guard let start, let kind = meaning(label) else { return nil }
      if let last = pairs.indices.last { pairs[last].values = [Trimming.spaces(before[..<start])] }
      pairs.append((label, kind, [""]))
      rest = rest[rest.index(after: colon)...]
    }
    if let last = pairs.indices.last { pairs[last].values = [Trimming.spaces(rest)] }
    return pairs.count > 1 ? pairs : nil
  }

  /// `清掃（主催` is no label.
  private static func isInBrackets(_ label: String) -> Bool {
    let open = label.lastIndex { "(（".contains($0) }
    guard let open, open > label.startIndex else { return false }
    return !label[open...].contains { ")）".contains($0) }
  }

  /// `助成額 250千円　実施期間 6月～9月`: labels that are listed words, each with one word behind it.
  private static func spaced(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 300 else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let areLabels = words.enumerated().allSatisfy { index, word in
      HeadingWords.isListed(word) == index.isMultiple(of: 2)
    }
    return areLabels && words.count > 3 && words.count.isMultiple(of: 2) ? alternating(words) : nil
  }

  /// The colon of 10:00 is none, nor the slash of 6／4.
  private static func isMark(
    _ mark: String, _ text: Substring, at index: Substring.Index
  ) -> Bool {
    guard mark.contains(text[index]) else { return false }
    let (before, after) = (text[..<index].last, text[index...].dropFirst().first)
    return !(before?.isNumber == true && after?.isNumber == true)
  }

  /// Behind a wide gap, where what follows is a label.
  private static func startOfLabel(_ text: Substring) -> Substring.Index? {
    text.indices.first { index in
      guard !text[index].isWhitespace, index > text.startIndex,
        text[..<index].last?.isWhitespace == true
      else { return false }
      let gap = text[..<index].reversed().prefix(while: \.isWhitespace)
      return (gap.count > 1 || gap.first == "\u{3000}")
        && meaning(text[index...].withoutSpaces) != nil
    }
  }

  /// True of a line with three labels, each with a colon.
  static func tellsAll(_ line: TableGrid.Line, _ pairs: [Pair]) -> Bool {
    pairs.count >= 3 && line.text.contains(where: { ":：".contains($0) })
  }

  static func withoutColon(_ value: String) -> String {
    Trimming.spaces(value.drop { ":：".contains($0) })
  }

  /// `団体名 清流の会 担当課 環境課`, blank cells between or not, and `相手方 団体名 清流の会`: several labels
  /// with what follows each, or one below a merged cell.
  private static func alternating(_ cells: [String]) -> [Pair]? {
    if let pairs = byPlace(cells.filter { !$0.isEmpty }) { return pairs }
    var pairs: [Pair] = []
    for cell in cells where !cell.isEmpty {
      let last = pairs.indices.last { pairs[$0].values == [""] && $0 == pairs.count - 1 }
      // 文化プロジェクト委員会 behind 主催者 is no label.
      let isBody = last.map { pairs[$0].kind.namesOrganizations } ?? false && BodyEnding.ends(cell)
      let kind = isBody && !HeadingWords.isListed(withoutMarks(cell)) ? nil : meaning(cell)
      if let kind {
        pairs.append((cell, kind, [""]))
      } else if let last {
        pairs[last].values = [withoutColon(cell)]
      } else {
        return nil
      }
    }
    let valued = pairs.count { $0.values != [""] }
    let isSheet = pairs.count > 1 || cells.first?.isEmpty == true
    return isSheet && valued > 0 && valued * 2 >= pairs.count ? pairs : nil
  }

  /// `協働の形態 共催` in a sheet: what class a project is of may be a word of headings itself.
  static func pairOfClass(_ line: TableGrid.Line) -> [Pair]? {
    guard line.filled.count == 2, line.filled[0] == 0, meaning(line.text) == .classification else {
      return nil
    }
    return [(line.text, .classification, [line.cells[line.filled[1]]])]
  }

  /// `１．事業名` and `【事業名】`, whose value stands below.
  static func alone(_ line: TableGrid.Line) -> [Pair]? {
    guard line.cells.count == 1, line.text.utf8.count <= 64, withoutMarks(line.text) != line.text,
      slashed(line.text) == nil, let kind = meaning(line.text), !isTitle(line.text),
      // ■ 福祉分野 is a group of sheets.
      kind != .classification || HeadingWords.isListed(withoutMarks(line.text))
    else { return nil }
    return [(line.text, kind, [""])]
  }

  /// `【令和6年度】協働事業一覧`, `2024年度 実績`; a colon ends a label.
  private static func isTitle(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && !":：".contains(text.last ?? " ")
      && TitleYear.year(in: text) != nil
  }

  /// 提案団体 on a line of its own, without any mark, where the line below is no label but its value.
  static func bare(_ lines: [TableGrid.Line], at index: Int) -> [Pair]? {
    guard lines[index].cells.count == 1, lines[index].text.utf8.count <= 30,
      index + 1 < lines.count, lines[index + 1].cells.count == 1, !lines[index + 1].isBlank,
      let kind = listed(lines[index]) ?? unlisted(lines, at: index),
      kind == .classification || listed(lines[index + 1]) == nil
    else { return nil }
    return [(lines[index].text, kind, [""])]
  }

  /// 市の担当課, which no list has, where its value and another label follow.
  private static func unlisted(_ lines: [TableGrid.Line], at index: Int) -> HeadingKind? {
    guard let kind = meaning(lines[index].text), meaning(lines[index + 1].text) == nil else {
      return nil
    }
    let next = index + 2 < lines.count ? lines[index + 2] : nil
    guard let next, !next.isBlank else { return kind }
    return next.cells.count == 1 && meaning(next.text) != nil ? kind : nil
  }

  private static func listed(_ line: TableGrid.Line) -> HeadingKind? {
    // 講座・イベント名 is made of two.
    let words = line.text.split { "・／/".contains($0) }
    return words.allSatisfy { HeadingWords.isListed(String($0)) }
      ? HeadingWords.meaning(of: line.text)?.kind : nil
  }

  /// `事業名：食堂／団体：食堂の会／担当：福祉課`: all on one line.
  static func inline(_ text: String) -> [Pair]? {
    guard text.utf8.count <= 2_000, ["／", "/", "｜"].contains(where: text.contains) else {
      return nil
    }
    let parts = text.split { "／/｜".contains($0) }.map {
      $0.split(maxSplits: 1) { ":：".contains($0) }.map(Trimming.spaces)
    }
    let known = parts.count { $0.count == 2 && meaning($0[0]) != nil }
    guard known >= 3, parts.allSatisfy({ $0.count == 2 }) else { return nil }
    return parts.map { ($0[0], meaning($0[0]) ?? .other, [$0[1]]) }
  }

  /// `項目　内容` above labels and values.
  static func isCaption(_ line: TableGrid.Line) -> Bool {
    line.filled.count == 2 && ["項目", "区分", "事項", "記入項目"].contains(line.text)
      && ["内容", "記載内容", "記入内容", "記入欄", "回答", "詳細", "説明"].contains(line.cells[line.filled[1]])
  }

  static func meaning(_ cell: String) -> HeadingKind? {
    guard cell.utf8.count <= 64, HeadingWords.mayMean(cell.unicodeScalars), cell.count <= 16 else {
      return nil
    }
    // `講座・イベント名：朝市` is a label with its value.
    let inner = cell.firstIndex { ":：".contains($0) }
    if let inner, cell[inner...].contains(where: { !":： \u{3000}】］〕".contains($0) }) { return nil }
    if isInBrackets(cell) { return nil }
    let text = withoutMarks(cell)
    // 120人 is a number of people, no label.
    guard text.count > 1 || text.count == cell.count, !isNumber(cell, of: text) else { return nil }
    let kind = HeadingWords.meaning(of: text)?.kind
    // `令和5年度 協働事業` is a title.
    return kind == .fiscalYear && TitleYear.year(in: cell) != nil ? nil : kind
  }

  /// `60団体` counts bodies, `１団体名` is a label.
  private static func isNumber(_ cell: String, of text: String) -> Bool {
    ["団体", "組織", "企業", "施設", "学校", "大学", "教室", "講座", "事業", "自治会", "町内会"].contains(text)
      && cell.count > text.count && cell.dropLast(text.count).allSatisfy(\.isWholeNumber)
  }

  /// `・実施日：` and `ア　実施日` are 実施日.
  static func withoutMarks(_ label: String) -> String {
    // 参 is a number to Unicode, as it is three in deeds.
    let isMarked = label.contains { ")）".contains($0) }
    let letter = PrintedLine.letter(label).flatMap {
      isMarked || HeadingWords.meaning(of: label) == nil ? $0 : nil
    }
    let text = (letter?.rest ?? label).drop {
      $0.isNumber && !$0.isLetter || "().（）．＊－【［〔# \u{3000}".contains($0)
        || PrintedLine.bullets.contains($0)
    }
    return Trimming.spaces(text.filter { !":：】］〕".contains($0) })
  }

  /// `事業名　　　河川清掃`, `事業名：河川清掃`: at the first colon, or wide gap, or gap. A label may be spaced
  /// out: 事　業　名　　河川清掃.
  private static func parted(_ text: String) -> [String] {
    guard text.utf8.count <= 2_000 else { return [text] }
    let characters = Array(text)
    let white = characters.map(\.isWhitespace)
    let isOpen = characters.first.map { "【［〔".contains($0) } ?? false
    let isColon = { (index: Int) in
      ":：".contains(characters[index]) || isOpen && "】］〕".contains(characters[index])
    }
    let isWide = { (index: Int) in white[index] && index + 1 < white.count && white[index + 1] }
    if text.contains(where: { "|｜│".contains($0) }), let parts = slashed(text) { return parts }
    return parted(characters, at: isColon) ?? parted(characters, at: isWide)
      ?? parted(characters, at: { white[$0] }) ?? slashed(text) ?? [text]
  }

  /// `主催／炭焼きの会`, `主催 | 炭焼きの会`; 主催／共催 are two headings.
  private static func slashed(_ text: String) -> [String]? {
    let parts = text.split(maxSplits: 1) { "／/|｜│".contains($0) }.map { Trimming.spaces($0) }
    guard parts.count == 2, meaning(parts[0]) != nil, HeadingWords.meaning(of: parts[1]) == nil
    else { return nil }
    return parts
  }

  /// `事 業` of 事 業 名 is no label.
  private static func goesOn(_ label: String, _ rest: ArraySlice<Character>) -> Bool {
    let word = rest.prefix { !$0.isWhitespace && !":：".contains($0) }
    let last = label.split(whereSeparator: \.isWhitespace).last
    return word.count == 1 && last?.count == 1 && meaning(label + String(word)) != nil
  }

  private static func parted(_ characters: [Character], at isGap: (Int) -> Bool) -> [String]? {
    for index in characters.indices.dropFirst().prefix(20) where isGap(index) {
      let label = String(characters[..<index])
      guard meaning(label) != nil, !goesOn(label, characters[index...].dropFirst()) else {
        continue
      }
      let value = withoutColon(Trimming.spaces(String(characters[(index + 1)...])))
      if !value.isEmpty { return [label, value] }
    }
    return nil
  }
}
