/// Labels of sheets, and what stands beside or below them.
enum SheetLabel {
  typealias Pair = (label: String, kind: HeadingKind, values: [String])

  /// The labels of a line with their values; nil for a line of another shape.
  static func pairs(_ line: TableGrid.Line) -> [Pair]? {
    line.known.map(\.labels) ?? findPairs(line)
  }

  static func findPairs(_ line: TableGrid.Line) -> [Pair]? {
    guard line.cells.count == 1 else {
      // Nearly all rows begin with something else.
      let begins = line.filled.first.map { meaning(line.cells[$0]) != nil } ?? false
      return (begins ? alternating(line.cells) : nil) ?? colons(line.cells) ?? dated(line.cells)
        ?? (begins ? pair(line.cells) : nil)
    }
    if PrintedLine.named(byCase: line.text) != nil { return nil }
    if "*【［〔（〈《＜".contains(line.text.first ?? " "), bracketed(line.text) == nil,
      let pair = labeled(line.text)
    {
      return [pair]
    }
    return alone(line) ?? inline(line.text) ?? bracketed(line.text) ?? gapped(line.text)
      ?? spaced(line.text) ?? pair(parted(line.text), in: line.text)
  }

  /// A label and the values beside it.
  ///
  /// - Parameter text: what the cells are parts of; nil where they are those of a table.
  private static func pair(_ cells: [String], in text: String? = nil) -> [Pair]? {
    guard cells.count >= 2, let kind = meaning(cells[0]) else { return nil }
    if kind.namesOrganizations, let own = ownLabel(cells[1]) { return own }
    let filled = cells.dropFirst().filter { !$0.isEmpty }
    if filled.isEmpty { return [(cells[0], kind, [""])] }
    // Behind a colon 町内会 is a value.
    let hasColon = text.map { ":：".contains($0.dropFirst(cells[0].count).first ?? " ") } ?? false
    guard hasColon || !filled.contains(where: isHeading) else { return nil }
    // ■ 協働事業一覧　　（令和5年度） is a title.
    if kind == .name, filled.count == 1, isBracketedYear(filled[0]) { return nil }
    return [(cells[0], kind, cells.dropFirst().map(withoutColon))]
  }

  /// Of `申請者　住所　みどり市中央1-1` what stands behind the label that lines below share.
  private static func ownLabel(_ value: String) -> [Pair]? {
    let parts = parted(value)
    guard parts.count == 2, let kind = meaning(parts[0]) else { return nil }
    let label = withoutMarks(parts[0]).withoutSpaces
    let isOfBody = kind.namesOrganizations || kind == .person
    let isOwn = isOfBody ? ["名", "氏名", "代表者"].contains(where: label.hasSuffix) : kind == .place
    return isOwn || kind == .contact ? [(parts[0], kind, [parts[1]])] : nil
  }

  /// `ガールスカウト、町内会` is a value, though 町内会 is a word of headings.
  private static func isHeading(_ value: String) -> Bool {
    HeadingWords.meaning(of: value) != nil
      && value.split(separator: "、").allSatisfy { HeadingWords.meaning(of: String($0)) != nil }
  }

  private static func isBracketedYear(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.contains("年度") && Brackets.trailing(text)?.before.isEmpty == true
  }

  static func meaning(_ cell: String) -> HeadingKind? {
    guard cell.utf8.count <= 64, HeadingWords.mayMean(cell.unicodeScalars), !cell.has(17) else {
      return nil
    }
    let kind = (cell.areKanaOrKanji ? HeadingWords.meaning(of: cell) : marked(cell))?.kind
    // `令和5年度 協働事業` is a title.
    return kind == .fiscalYear && TitleYear.year(in: cell) != nil ? nil : kind
  }

  /// Of a label with marks, spaces or digits.
  private static func marked(_ cell: String) -> HeadingWords.Meaning? {
    // `講座・イベント名：朝市` is a label with its value.
    let inner = cell.has(.colons) ? cell.firstIndex { ":：".contains($0) } : nil
    if let inner, cell[inner...].contains(where: { !":： \u{3000}】］〕".contains($0) }) { return nil }
    if isInBrackets(cell) { return nil }
    let text = withoutMarks(cell)
    // 合唱祭（後援） is a name.
    if let (name, inside) = Brackets.trailing(text), !name.isEmpty, FormWords.begin(inside),
      HeadingWords.meaning(of: name) == nil
    {
      return nil
    }
    // 120人 is a number of people, no label.
    guard text.count > 1 || text.count == cell.count, !isNumber(cell, of: text) else { return nil }
    return HeadingWords.meaning(of: text)
  }

  /// `60団体` counts bodies, `１団体名` is a label.
  private static func isNumber(_ cell: String, of text: String) -> Bool {
    ["団体", "組織", "企業", "施設", "学校", "大学", "教室", "講座", "事業", "自治会", "町内会"].contains(text)
      && cell.count > text.count && cell.dropLast(text.count).allSatisfy(\.isWholeNumber)
  }

  private static let ends = Signs(":：】］〕〉》＞")

  /// `・実施日：` and `ア　実施日` are 実施日.
  static func withoutMarks(_ label: String) -> String {
    // 参 is a number to Unicode, as it is three in deeds.
    let isMarked = label.has(.closingBrackets) && label.contains { ")）".contains($0) }
    let letter = PrintedLine.letter(label).flatMap {
      isMarked || HeadingWords.meaning(of: label) == nil ? $0 : nil
    }
    var text = (letter?.rest ?? label)[...].drop {
      $0.isNumber && !$0.isLetter || "().（）．＊－【［〔〈《＜#◎☆★▼▽▲△▶▷►➤ \u{3000}".contains($0)
        || PrintedLine.bullets.contains($0)
    }
    // ■事業名■
    while let last = text.last, PrintedLine.bullets.contains(last) { text.removeLast() }
    guard text.has(ends) else { return Trimming.spaces(text) }
    return Trimming.spaces(text.filter { !":：】］〕〉》＞".contains($0) })
  }

  private static let openings = Signs("(（【［〔")

  /// `清掃（主催` and `清掃【主催` are no labels.
  private static func isInBrackets(_ label: String) -> Bool {
    guard label.has(openings) else { return false }
    let open = label.lastIndex { "(（【［〔".contains($0) }
    guard let open, open > label.startIndex else { return false }
    return !label[open...].contains { ")）】］〕".contains($0) }
  }

  /// Without the end of `**主催：** 案内所の会`.
  static func withoutColon(_ value: String) -> String {
    let rest = value.drop { ":：".contains($0) }
    let value = Trimming.spaces(rest.hasPrefix("**") ? rest.dropFirst(2) : rest)
    // Markdown breaks a line behind a backslash.
    return value.hasSuffix("\\") ? Trimming.spaces(value.dropLast()) : value
  }

  /// `項目　内容` above labels and values.
  static func isCaption(_ line: TableGrid.Line) -> Bool {
    line.filled.count == 2 && ["項目", "区分", "事項", "記入項目"].contains(line.text)
      && ["内容", "記載内容", "記入内容", "記入欄", "回答", "詳細", "説明"].contains(line.cells[line.filled[1]])
  }
}
