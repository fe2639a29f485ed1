/// Finds lists with numbers or bullets whose lines tell of a project each, what is told known by its looks:
/// `1. 囲碁大会（棋院支部）　令和5年11月23日　生涯学習課`.
enum ItemFinder {
  /// The list that begins at a line as a table, and the index of the line behind it; nil where none does.
  static func list(
    _ lines: [TableGrid.Line], from start: Int, mayBeOne: Bool
  ) -> (table: ReportTable, end: Int)? {
    guard let (first, weak) = firstItems(lines, from: start) else { return nil }
    let isWhole = first.first.map { !$0.item.date.isEmpty && !$0.item.people.isEmpty } ?? false
    guard
      first.count >= (mayBeOne || isWhole && isBullet(lines[start].text.first ?? " ") ? 1 : 2)
        || first.first.map({ $0.item.isLabeled && $0.item.told > 1 }) == true,
      weak == .days || first.contains(where: { BodyEnding.ends($0.item.bodies) })
        || first.allSatisfy(\.item.tellsMore)
    else { return nil }
    let known = withBodies(items(lines[start...], weak))
    var table = ReportTable(headings: Item.headings, titles: [], isList: true)
    table.rows = known.map { item, own in
      .init(line: own[own.startIndex].number, cells: item.cells, notes: own.map(\.joined))
    }
    return known.last.map { (table, $0.lines.endIndex) }
  }

  /// What the first lines tell, and what each further one has to; they decide, so that no list is read again and
  /// again.
  private static func firstItems(
    _ lines: [TableGrid.Line], from start: Int
  ) -> (items: [Found], weak: WeakItems)? {
    let own = lines[start...].prefix(20)
    let dated = items(own, .dated)
    let weak = dated.count(where: \.item.isWeak)
    if dated.isEmpty, tellsOfBodies(lines[..<start]) {
      let named = items(own, .named)
      let ending = named.count {
        BodyEnding.ends($0.item.body) && !BodyEnding.isPlace($0.item.body)
      }
      return named.count > 2 && ending * 2 > named.count ? (named, .named) : nil
    }
    if beginsWithDay(lines[start].joined) {
      let days = items(own, .days)
      if days.count > max(2, dated.count) { return (days, .days) }
      if dated.isEmpty { return nil }
    }
    if weak * 2 <= dated.count || weak == dated.count { return (dated, .dated) }
    return dated[0].item.isWeak ? nil : (items(own, .none), .none)
  }

  /// Which items that tell of one thing beside their names are some.
  private enum WeakItems {
    case none
    /// Those with a day and something that nothing tells, which may be the body.
    case dated
    /// Those with a body in brackets.
    case named
    /// Those with a day: `4月21日（日）　総会`.
    case days

    func contains(_ item: Item) -> Bool {
      switch self {
      case .none: false
      case .dated: !item.date.isEmpty && !item.unknown.isEmpty
      case .named: !item.body.isEmpty
      case .days: !item.date.isEmpty
      }
    }
  }

  private typealias Found = (item: Item, lines: ArraySlice<TableGrid.Line>)

  /// True below `令和5年度に後援した行事`, where each item may be a name with a body in brackets.
  private static func tellsOfBodies(_ above: ArraySlice<TableGrid.Line>) -> Bool {
    guard let title = above.last(where: { !$0.isBlank })?.joined, title.utf8.count <= 150 else {
      return false
    }
    return ["後援", "共催", "協賛", "協働"].contains(where: title.contains)
      && !["名簿", "委員", "構成"].contains(where: title.contains)
  }

  /// With what is known of no item as its body, where it stands in the place of those of the others.
  private static func withBodies(_ items: [Found]) -> [Found] {
    let places = Dictionary(grouping: items.compactMap(\.item.bodyPlace)) { $0 }
    guard let usual = places.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      usual.value.count * 2 >= items.count
    else { return items }
    return items.map { item, lines in
      var item = item
      if item.bodies.isEmpty, let own = item.unknown.first(where: { $0.place == usual.key }) {
        item.body = own.text
        item.rest = item.rest.split(separator: " ").filter { $0 != own.text }
          .joined(separator: " ")
      }
      return (item, lines)
    }
  }

  /// What the lines tell, up to the first that tells nothing.
  ///
  /// - Parameter weak: which of those that tell of one thing beside their names are items.
  private static func items(
    _ lines: ArraySlice<TableGrid.Line>, _ weak: WeakItems
  ) -> [Found] {
    var items: [Found] = []
    var rest = lines
    while let line = rest.first,
      isMarked(line) || labels(behind: line) != nil || isLabeled(line) || isQuoted(line)
    {
      let own = rest.prefix(1 + facts(below: rest).count)
      let text = own.map(\.joined).joined(separator: "\u{3000}")
      guard let item = item(text, mayBeWeak: true), !item.isWeak || weak.contains(item) else {
        break
      }
      // An item that tells its day names no sheet, unless labels are set in below it.
      if let next = rest[own.endIndex...].first, isOfSheet(next),
        item.date.isEmpty || isInset(next, rest)
      {
        break
      }
      items.append((item, own))
      rest = rest[own.endIndex...]
      if own.count > 1 { rest = rest.drop(while: \.isBlank) }
    }
    return items
  }

  /// The lines right below a name that tell of it, one of them when:
  ///
  ///     １）友愛訪問
  ///     　　6月15日　参加者21名
  ///     　　協力：民生委員協議会
  private static func facts(below lines: ArraySlice<TableGrid.Line>) -> ArraySlice<TableGrid.Line> {
    // （花の会・6月4日・参加者20人）
    if let next = lines.dropFirst().first, next.text.utf8.count <= 300,
      let (before, inside) = Brackets.trailing(next.text), before.isEmpty,
      tellFacts(parts(inside: inside))
    {
      return lines.dropFirst().prefix(1)
    }
    let below = lines.dropFirst().prefix(6).prefix { line in
      !line.isBlank && line.joined.utf8.count <= 300
        && (isInset(line, lines) || !isBullet(line.text.first ?? " "))
        && PrintedLine.ordinal(line.joined) == nil && areFacts(line)
        && (isInset(line, lines) || !beginsWithDay(line.joined))
    }
    let tellsDay = below.contains { parts($0.joined).first.map(isDay) ?? false }
    guard let first = below.first, SheetLabel.pairs(first) != nil else {
      return tellsDay ? below : below.prefix(0)
    }
    // Labels of bodies alone make no sheet: 主催：清流の会
    let areBodies = below.allSatisfy { line in
      isInset(line, lines)
        && SheetLabel.pairs(line)?.allSatisfy { $0.kind.namesOrganizations && $0.values != [""] }
          ?? false
    }
    return areBodies ? below : below.prefix(0)
  }

  /// `　清流の会` below `- 清掃`.
  private static func isInset(
    _ line: TableGrid.Line, _ lines: ArraySlice<TableGrid.Line>
  ) -> Bool {
    line.indent > lines[lines.startIndex].indent
  }

  /// A place may stand among them, between slashes.
  private static func areFacts(_ line: TableGrid.Line) -> Bool {
    let parts = parts(line.joined)
    let others = parts.count { !isFact($0) }
    let isOfDay = parts.count == 2 && isDay(parts[0]) && !parts[1].has(16)
    return others == 0
      || others == 1 && (parts.count > 2 && line.joined.contains("／") || isOfDay)
  }

  /// A label and its value below a line, which names the sheet that they are of.
  private static func isOfSheet(_ line: TableGrid.Line) -> Bool {
    SheetLabel.pairs(line) != nil && item(line.joined) == nil
  }

  private static func isFact(_ part: String) -> Bool {
    isDay(part) || isPeople(part) || BodyEnding.ends(part) || PrintedLine.office(part) != nil
      || SheetLabel.labeled(part) != nil
  }

  static func isPeople(_ part: String) -> Bool {
    PeopleCell.isCount(PeopleCell.withoutVerb(part)) || PeopleCell.isUncertain(part)
  }

  /// True of a line with a number or a bullet before it.
  private static func isMarked(_ line: TableGrid.Line) -> Bool {
    guard let first = line.text.first, line.joined.utf8.count <= 300 else { return false }
    return isBullet(first) || PrintedLine.ordinal(line.joined) != nil
      || first.isNumber && beginsWithDay(line.joined)
  }

  /// `清流の会「川の学校」`
  private static func isQuoted(_ line: TableGrid.Line) -> Bool {
    line.joined.utf8.count <= 300 && line.joined.contains("「") && quoted(line.joined) != nil
  }

  /// `清掃　主催：清流の会　参加者：20人`: two labels behind a name.
  private static func isLabeled(_ line: TableGrid.Line) -> Bool {
    guard line.joined.utf8.count <= 300, line.joined.has(.colons),
      line.joined.contains(where: { ":：".contains($0) })
    else { return false }
    let areLabeled = parts(line.joined).map { SheetLabel.labeled($0) != nil }
    return areLabeled.first == false && areLabeled.count(where: \.self) > 1
  }

  /// `6月4日　清掃　120名`, `4月　総会（4/14、52人）`: a list in the order of its days.
  private static func beginsWithDay(_ text: String) -> Bool {
    guard text.mayHaveSpaces else { return false }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    return words.count == 2 && (isDay(words[0]) || DayText.isMonth(words[0]))
  }

  static func isDay(_ part: String) -> Bool {
    guard part.count < 32, let first = part.first, let last = part.last,
      first.isNumber && part.count < 16 || "令平昭RHＲＨ".contains(first)
    else { return false }
    return ("日)）".contains(last) || part.allSatisfy { $0.isNumber || "/／.～~-・、RH".contains($0) })
      && ColumnContents.isDate(part)
  }

  /// The parts of the brackets behind a name, where a label or a day begins them: `清掃（提案者：清流の会、担当課：環境課）`,
  /// `清掃（6月4日、川原、参加者20人）`.
  static func labels(behind text: String) -> (name: String, parts: [String])? {
    guard let (before, inside) = Brackets.trailing(text) ?? Brackets.cornered(text),
      !before.isEmpty
    else { return facts(behind: text) }
    let parts = parts(inside: inside)
    return tellFacts(parts) ? (before, parts) : facts(behind: text)
  }

  /// What commas and slashes part inside of brackets, and dots before a day or a figure.
  private static func parts(inside text: String) -> [String] {
    labeledWords(withColon(text)).flatMap { words in
      words.split { "、，".contains($0) }.flatMap { part in
        // 4／14 is one day.
        isDay(String(part)) ? [part] : part.split(separator: "／")
      }.flatMap(dotted).map { Trimming.spaces($0) }
    }
  }

  /// `花の会・6月4日・参加者20人` in three, and `花の会・緑の会` in one.
  private static func dotted(_ text: Substring) -> [Substring] {
    let parts = text.split(separator: "・")
    let tell = parts.map { ColumnContents.isDate(String($0)) || isPeople(String($0)) }
    let areFacts = zip(parts, tell).allSatisfy { $1 || !$0.contains(where: \.isDigit) }
    return parts.count > 1 && areFacts && tell.dropFirst().contains(true) ? parts : [text]
  }

  /// True where a label begins them, one is a day, or one of many a number of people.
  private static func tellFacts(_ parts: [String]) -> Bool {
    let label = parts.first?.firstIndex { ":：".contains($0) }.map { parts[0][..<$0] }
    if let label { return HeadingWords.meaning(of: String(label)) != nil }
    return parts.count > 1 && parts.contains(where: ColumnContents.isDate)
      || parts.count > 2 && parts.contains(where: isPeople)
  }

  /// `清掃（清流の会）6月18日実施、参加43名`: what stands behind brackets, a day first.
  private static func facts(behindBracketsOf text: String) -> (name: String, parts: [String])? {
    guard text.has(.closingBrackets), let close = text.lastIndex(where: { ")）".contains($0) })
    else { return nil }
    let parts = text[close...].dropFirst()
      .split { "、，…".contains($0) || $0.isWhitespace }.map(String.init)
    guard let first = parts.first, ColumnContents.isDate(first) || offs.contains(first),
      parts.dropFirst().allSatisfy({ isPeople($0) || ColumnContents.isDate($0) })
    else { return nil }
    return (String(text[...close]), parts)
  }

  /// `見学：2月21日、26名`, `見守り：通年、延べ90人`, `清掃：清流の会、6月4日`: what stands behind a colon, a day first
  /// or facts alone.
  private static func facts(behind text: String) -> (name: String, parts: [String])? {
    if let facts = facts(behindBracketsOf: text) { return facts }
    guard text.has(.colons), let colon = text.firstIndex(where: { ":：".contains($0) }) else {
      return nil
    }
    let name = text[..<colon]
    let parts = text[colon...].dropFirst().split { "、，".contains($0) }.map { Trimming.spaces($0) }
    guard parts.count > 1, name.count > 1, name.last?.isNumber == false,
      HeadingWords.meaning(of: String(name)) == nil,
      ColumnContents.isDate(parts[0]) || DayText.isVague(parts[0])
        || !name.contains(where: \.isWhitespace) && parts.contains(where: isDay)
          && parts.allSatisfy(isFact)
    else { return nil }
    return (String(name), parts)
  }

  /// `主催　清流の会` as `主催：清流の会`.
  private static func withColon(_ text: String) -> String {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2, FormWords.begin(words[0]), !FormWords.begin(text),
      HeadingWords.meaning(of: words[0])?.kind.namesOrganizations == true
    else { return text }
    return words.joined(separator: "：")
  }

  /// Cut before each label behind a space: `主催：将棋連盟　期日：8月5日`.
  private static func labeledWords(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).reduce(into: []) { parts, word in
      let label = word.firstIndex { ":：".contains($0) }.map { String(word[..<$0]) }
      let isLabel = label.map { !$0.contains("、") && HeadingWords.meaning(of: $0) != nil } ?? false
      if isLabel || parts.isEmpty {
        parts.append(String(word))
      } else {
        parts[parts.count - 1] += " " + word
      }
    }
  }

  static func labels(behind line: TableGrid.Line) -> (name: String, parts: [String])? {
    line.filled.count == 1 && line.text.utf8.count <= 300 ? labels(behind: line.text) : nil
  }

  static func isBullet(_ character: Character) -> Bool {
    PrintedLine.bullets.contains(character)
  }
}
