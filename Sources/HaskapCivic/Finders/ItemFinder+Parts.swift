/// What the line of a list tells of its project, part by part.
extension ItemFinder {
  struct Item {
    var number = ""
    var name = ""
    var body = ""
    var date = ""
    var department = ""
    var people = ""
    var form = ""
    var money = ""
    var rest = ""
    /// Which of its parts is the body, and which tell nothing that is known.
    var bodyPlace: Int?
    var unknown: [(place: Int, text: String)] = []
    /// Where the parts of brackets begin to be counted.
    static let inside = 100
    /// What the label of the last part said: `主催：清流の会　参加：20人`.
    var label: HeadingKind?
    /// Whether labels say what its parts are.
    var isLabeled: Bool { label != nil }

    /// What no label begins belongs to the days or to the body before it.
    mutating func goOn(with part: String) {
      if label == .date, part.first?.isNumber == true || ColumnContents.isDate(part) {
        date += "、" + part
      } else if body.isEmpty {
        rest += part
      } else {
        body += "、" + part
      }
    }

    /// Whether it has but a name: what stands first in brackets is a body rather than a place.
    var tellsNothing: Bool { body.isEmpty && date.isEmpty && !tellsMore }
    var tellsMore: Bool { !department.isEmpty || !people.isEmpty || !form.isEmpty }
    /// How many things it tells beside its name.
    var told: Int {
      [date, body, department, people, form, money].count { !$0.isEmpty }
    }
    /// Whether it tells of one alone, where no label says that this is the body.
    var isWeak: Bool { told == 1 && !(isLabeled && !body.isEmpty) }
    var cells: [String] { [number, name, body, date, department, people, form, money, rest] }
  }

  /// Nil for a line without a date that tells of no body either, or with nothing beside it.
  ///
  /// - Parameter mayBeWeak: whether what tells of one of these alone may be one as well, as its neighbors say.
  static func item(_ text: String, mayBeWeak: Bool = false) -> Item? {
    let ordinal = PrintedLine.ordinal(text)
    var item = Item(number: ordinal.map { String($0.number) } ?? "")
    let rest = (ordinal?.rest ?? Trimming.marks(text.drop { $0 == " " || isBullet($0) }))
      .replacing("**", with: "")
    let labeled = labels(behind: rest)
    for (place, part) in parts(labeled?.name ?? rest).enumerated()
    where !takeLabeled(part, &item) {
      note(part, at: place, &item) { take(part, &$0) }
    }
    let own = labeled == nil ? labels(behind: item.name) : nil
    if let own { item.name = own.name }
    for (place, part) in ((labeled ?? own)?.parts ?? []).enumerated()
    where !takeLabeled(part, &item) {
      note(part, at: Item.inside + place, &item) { takeInside(part, &$0) }
    }
    if item.body.isEmpty, item.department.isEmpty, let parts = ReportTable.parted(item.name) {
      (item.name, item.body, item.department) = (parts.name, parts.bodies, parts.offices)
    }
    if let (before, inside) = Brackets.trailing(item.name), FormWords.begin(inside) {
      (item.name, item.form) = (Trimming.spaces(before), inside)
    }
    // 清掃（6月4日）
    if let (before, inside) = Brackets.trailing(item.name), item.date.isEmpty, !before.isEmpty,
      ColumnContents.isDate(inside)
    {
      (item.name, item.date) = (Trimming.spaces(before), inside)
    }
    // 球技大会（参加240名）
    if let (before, inside) = Brackets.trailing(item.name), item.people.isEmpty, isPeople(inside) {
      (item.name, item.people) = (Trimming.spaces(before), inside)
    }
    if let (before, inside) = Brackets.trailing(item.name), item.department.isEmpty,
      DepartmentCell.isSection(inside)
    {
      (item.name, item.department) = (Trimming.spaces(before), inside)
    }
    if let (before, inside) = Brackets.trailing(item.name), item.body.isEmpty,
      !DepartmentCell.isSection(inside),
      !inside.contains(where: \.isDigit), inside.count > 2
    {
      (item.name, item.body) = (Trimming.spaces(before), inside)
    }
    return item.told > (mayBeWeak ? 0 : 1) && item.name.count > 1 ? item : nil
  }

  /// Between bars and spaces, or between slashes where there are three at least, or a day before the first.
  static func parts(_ text: String) -> [String] {
    let barred = text.split { "｜|│".contains($0) }
    if barred.count > 2 { return barred.flatMap { parts(String($0)) } }
    let slashed = text.split { "／/｜".contains($0) }.map { Trimming.spaces($0) }
    if slashed.count > 3, text.contains("／") || !text.contains(where: { ":：".contains($0) }) {
      return slashed
    }
    // 秋の大茶会／茶道連盟／9月10日
    if slashed.count == 3, text.contains("／"), slashed.dropFirst().contains(where: isDay) {
      return slashed
    }
    // 延べ 95人, 参加 95人 and 講座参加 95人 are one part each.
    // 清流の会 × 環境課
    let words = text.split { $0.isWhitespace || "×✕".contains($0) }.flatMap(dated).flatMap(counted)
      .flatMap(held)
    return words.reduce(into: []) { parts, part in
      let goesOn =
        parts.last.map { last in
          ["延べ", "のべ", "延", "計", "約"].contains(last)
            || (last.hasSuffix("参加") || HeadingWords.meaning(of: last)?.kind == .participants)
              && PeopleCell.isCount(part)
        } ?? false
      if goesOn { parts[parts.count - 1] += part } else { parts.append(part) }
    }
  }

  /// `6月4日／公園／参加` in three: a day, and what slashes part behind it.
  private static func dated(_ word: Substring) -> [Substring] {
    let parts = word.split(separator: "／")
    return parts.count > 1 && isDay(String(parts[0])) ? parts : [word]
  }

  /// `清掃（清流の会）参加者35名` in two.
  private static func counted(_ word: Substring) -> [String] {
    guard let close = word.lastIndex(where: { ")）".contains($0) }) else { return [String(word)] }
    let rest = String(word[close...].dropFirst())
    return rest.isEmpty || !isPeople(rest) ? [String(word)] : [String(word[...close]), rest]
  }

  /// `5月8日～12日（油絵の会）` in two: a day, and who held it.
  private static func held(_ word: String) -> [String] {
    guard let (before, inside) = Brackets.trailing(word), isDay(before),
      BodyEnding.ends(inside) || inside.count > 4, !inside.contains(where: \.isDigit),
      !["曜", "雨", "予備", "中止", "延期"].contains(where: inside.contains)
    else { return [word] }
    return [before, String(word[before.endIndex...])]
  }

  /// `主催：清流の会`, where the name stands before it; false for a part without a label.
  private static func takeLabeled(_ part: String, _ item: inout Item) -> Bool {
    guard !item.name.isEmpty, let colon = part.firstIndex(where: { ":：／".contains($0) }),
      let kind = HeadingWords.meaning(of: String(part[..<colon]))?.kind
    else { return false }
    let value = String(part[part.index(after: colon)...])
    switch kind {
    case .host, .partner, .organization: item.body += item.body.isEmpty ? value : "、" + value
    case .date: item.date = value
    case .department: item.department = value
    case .participants: item.people = value
    // 講師／花の会
    case .person where BodyEnding.ends(value): item.body += item.body.isEmpty ? value : "、" + value
    default: item.rest += item.rest.isEmpty ? part : " " + part
    }
    item.label = kind
    return true
  }

  /// A part of brackets: when, how many, or a further body behind the label of one; a place is none.
  private static func takeInside(_ part: String, _ item: inout Item) {
    if item.date.isEmpty || DayText.isMonth(item.date),
      ColumnContents.isDate(part) || DayText.isVague(part)
    {
      item.date = part
    } else if item.people.isEmpty, isPeople(part) {
      (item.people, item.body) = people(part, item.body)
    } else if item.isLabeled, item.department.isEmpty, DepartmentCell.isSection(part) {
      item.department = part
    } else if item.isLabeled {
      item.goOn(with: part)
    } else if BodyEnding.endsAlone(part) || item.tellsNothing && isBody(part) {
      item.body += item.body.isEmpty ? part : "、" + part
    } else {
      item.rest += item.rest.isEmpty ? part : " " + part
    }
  }

  private static func isBody(_ part: String) -> Bool {
    OrganizationList.items(part).allSatisfy {
      BodyEnding.ends($0) || $0.count > 4 && $0.hasSuffix("支部")
    }
  }

  /// `（棋院支部）`, `〔棋院支部〕` without its brackets.
  private static func inside(_ part: String) -> String? {
    guard let first = part.first, let last = part.last, "（(〔［[【".contains(first),
      "）)〕］]】".contains(last), part.count > 3
    else { return nil }
    return String(part.dropFirst().dropLast())
  }

  /// Takes a part, and notes whether it is the body, or what nothing tells.
  private static func note(
    _ part: String, at place: Int, _ item: inout Item, _ take: (inout Item) -> Void
  ) {
    let (body, rest) = (item.body, item.rest)
    take(&item)
    if body.isEmpty, !item.body.isEmpty { item.bodyPlace = place }
    if rest != item.rest { item.unknown.append((place, part)) }
  }

  private static func take(_ part: String, _ item: inout Item) {
    let inside = inside(part)
    if item.name.isEmpty, item.date.isEmpty, isDay(part) || DayText.isMonth(part) {
      item.date = part
    } else if item.name.isEmpty, part.last.map({ "人名)）".contains($0) }) ?? false,
      Brackets.trailing(part)?.before.last?.isLetter != true, isPeople(part)
    {
      item.people = part
    } else if item.name.isEmpty {
      item.name = part
    } else if let inside, item.form.isEmpty, FormWords.begin(inside) {
      item.form = inside
    } else if let inside, item.body.isEmpty, !DepartmentCell.isSection(inside),
      !inside.contains(where: \.isDigit)
    {
      item.body = inside
    } else if item.date.isEmpty, ColumnContents.isDate(part) {
      item.date = part
    } else if item.department.isEmpty, DepartmentCell.isSection(inside ?? part),
      DepartmentCell.isDepartment(inside ?? part)
    {
      item.department = inside ?? part
    } else if item.people.isEmpty, isPeople(part) {
      (item.people, item.body) = people(part, item.body)
    } else if item.money.isEmpty, part.hasSuffix("円"), part.contains(where: \.isNumber) {
      item.money = part
    } else if item.body.isEmpty, item.date.isEmpty ? BodyEnding.endsAlone(part) : isBody(part),
      !(BodyEnding.isPlace(part) && TableColumns.body(behind: item.name) != nil)
    {
      item.body = part
    } else if item.rest.isEmpty, item.body.isEmpty, item.department.isEmpty, item.people.isEmpty,
      item.date.isEmpty, Count.scan(part).first?.printed != part
    {
      item.name += " " + part
    } else {
      item.rest += item.rest.isEmpty ? part : " " + part
    }
  }

  /// `参加者14名（陶芸の会）` tells a body as well.
  private static func people(_ part: String, _ body: String) -> (people: String, body: String) {
    guard body.isEmpty, let (before, inside) = Brackets.trailing(part), isPeople(before),
      BodyEnding.endsAlone(inside)
    else { return (part, body) }
    return (before, inside)
  }
}
