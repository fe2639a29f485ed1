/// What the line of a list tells of its project, part by part.
extension ItemFinder {
  struct Item {
    var number = ""
    var name = ""
    /// Bodies that no label says what they did of.
    var body = ""
    /// `主催：清流の会`, and `協力：緑の会`.
    var host = ""
    var partner = ""
    var date = ""
    var department = ""
    var people = ""
    var form = ""
    var money = ""
    var rest = ""
    /// Whether its name stood in quotes beside the body.
    var isQuoted = false
    /// Which of its parts is the body, and which tell nothing that is known.
    var bodyPlace: Int?
    var unknown: [(place: Int, text: String)] = []
    /// Where the parts of brackets begin to be counted.
    static let inside = 100
    /// What the label of the last part said: `主催：清流の会　参加：20人`.
    var label: HeadingKind?
    /// Whether labels say what its parts are.
    var isLabeled: Bool { label != nil }

    /// All bodies.
    var bodies: String { [body, host, partner].filter { !$0.isEmpty }.joined(separator: "、") }

    mutating func addBody(_ name: String, as kind: HeadingKind? = nil) {
      switch kind {
      case .host: host += (host.isEmpty ? "" : "、") + name
      case .partner: partner += (partner.isEmpty ? "" : "、") + name
      default: body += (body.isEmpty ? "" : "、") + name
      }
    }

    mutating func addRest(_ part: String) { rest += (rest.isEmpty ? "" : " ") + part }

    /// What no label begins belongs to the days or to the body before it.
    mutating func goOn(with part: String) {
      if label == .date, part.first?.isNumber == true || ColumnContents.isDate(part) {
        date += "、" + part
      } else if bodies.isEmpty {
        addRest(part)
      } else {
        addBody(part, as: label)
      }
    }

    /// Whether it has but a name: what stands first in brackets is a body rather than a place.
    var tellsNothing: Bool { bodies.isEmpty && date.isEmpty && !tellsMore }
    var tellsMore: Bool { !department.isEmpty || !people.isEmpty || !form.isEmpty }
    /// How many things it tells beside its name.
    var told: Int {
      [date, bodies, department, people, form, money].count { !$0.isEmpty } + (isOff ? 1 : 0)
    }
    /// Whether it was called off or put off.
    var isOff = false
    /// Whether it tells of one alone, where no label says that this is the body.
    var isWeak: Bool { told == 1 && !isQuoted && !(isLabeled && !bodies.isEmpty) }
    /// Below `headings`.
    var cells: [String] {
      [number, name, body, host, partner, date, department, people, form, money, rest]
    }
    static let headings = [
      "番号", "事業名", "団体名", "実施団体", "連携団体", "実施日", "担当課", "参加者数", "形態", "金額", "",
    ]
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
    let own = labeled?.name ?? rest
    let cells = cells(own)
    for (place, part) in (cells ?? words(own)).enumerated() where !takeLabeled(part, &item) {
      note(part, at: place, &item) { take(part, &$0, isCell: cells != nil) }
    }
    let named = labeled == nil ? labels(behind: item.name) : nil
    if let named { item.name = named.name }
    for (place, part) in ((labeled ?? named)?.parts ?? []).enumerated()
    where !takeLabeled(part, &item) {
      note(part, at: Item.inside + place, &item) { takeInside(part, &$0) }
    }
    if item.bodies.isEmpty, let (body, name) = quoted(item.name) {
      (item.name, item.body, item.isQuoted) = (name, body, true)
    }
    if item.bodies.isEmpty, item.department.isEmpty, let parts = ReportTable.parted(item.name) {
      (item.name, item.body, item.department) = (parts.name, parts.bodies, parts.offices)
    }
    while let (before, inside) = Brackets.trailing(item.name) ?? Brackets.cornered(item.name),
      !before.isBlank, takeAside(inside, &item, isRound: ")）".contains(item.name.last ?? " "))
    {
      item.name = Trimming.spaces(before)
    }
    return item.told > (mayBeWeak ? 0 : 1) && item.name.count > 1 ? item : nil
  }

  /// `清流の会「川の学校」`, `「川の学校」清流の会`, `川の学校／清流の会`, `川の学校：清流の会`: a body, and what it does; nil where
  /// neither is told.
  static func quoted(_ text: String) -> (body: String, name: String)? {
    let parts: [Substring]
    if let open = text.firstIndex(of: "「"), let close = text.lastIndex(of: "」"), open < close {
      let (before, behind) = (text[..<open], text[close...].dropFirst().drop { $0 == "／" })
      guard before.isEmpty != behind.isEmpty else { return nil }
      parts = [text[text.index(after: open)..<close], before.isEmpty ? behind : before]
    } else {
      parts = text.split { "／：".contains($0) }
    }
    guard parts.count == 2, let name = parts.first.map(Trimming.spaces), name.count > 1,
      let body = parts.last.map(Trimming.spaces), BodyEnding.isOfPeople(body),
      HeadingWords.meaning(of: name) == nil
    else { return nil }
    return (body, name)
  }

  /// What stands in brackets behind a name: `清掃（6月4日）`, `球技大会（参加240名）`, `花壇【公園課】`.
  private static func takeAside(_ inside: String, _ item: inout Item, isRound: Bool) -> Bool {
    if item.form.isEmpty, FormWords.begin(inside) {
      item.form = inside
    } else if item.date.isEmpty, ColumnContents.isDate(inside) {
      item.date = inside
    } else if item.people.isEmpty, isPeople(inside) {
      item.people = inside
    } else if DepartmentCell.isSection(inside) {
      guard item.department.isEmpty else { return false }
      item.department = inside
    } else if FormWords.states.contains(inside) {
      item.addRest(inside)
    } else if offs.contains(inside) {
      takeOff(inside, &item)
    } else if item.bodies.isEmpty,
      isRound || BodyEnding.endsAlone(inside) || inside.hasSuffix("の会"),
      !inside.contains(where: \.isDigit), inside.count > 2
    {
      item.body = inside
    } else {
      return false
    }
    return true
  }

  /// What stands behind a name alone where nothing was held.
  static let offs: Set = ["中止", "延期"]

  private static func takeOff(_ word: String, _ item: inout Item) {
    item.addRest(word)
    item.isOff = true
  }

  /// `主催：清流の会`, where the name stands before it; false for a part without a label.
  private static func takeLabeled(_ part: String, _ item: inout Item) -> Bool {
    guard !item.name.isEmpty, let colon = part.firstIndex(where: { ":：／".contains($0) }),
      let kind = HeadingWords.meaning(of: String(part[..<colon]))?.kind
    else { return false }
    let value = String(part[part.index(after: colon)...])
    switch kind {
    case .host, .partner, .organization: item.addBody(value, as: kind)
    case .date: item.date = value
    case .department: item.department = value
    case .participants: item.people = value
    // 講師／花の会
    case .person where BodyEnding.ends(value): item.addBody(value)
    default: item.addRest(part)
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
      takePeople(part, &item)
    } else if offs.contains(part) {
      takeOff(part, &item)
    } else if item.department.isEmpty,
      item.isLabeled
        ? DepartmentCell.isSection(part)
        : !item.bodies.isEmpty && PrintedLine.office(part) != nil
    {
      item.department = part
    } else if item.isLabeled {
      item.goOn(with: part)
    } else if BodyEnding.endsAlone(part) || item.tellsNothing && isBody(part) {
      item.addBody(part)
    } else {
      item.addRest(part)
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
    let (hadBodies, rest) = (!item.bodies.isEmpty, item.rest)
    take(&item)
    if !hadBodies, !item.bodies.isEmpty { item.bodyPlace = place }
    if rest != item.rest { item.unknown.append((place, part)) }
  }

  /// - Parameter isCell: whether a sign parts it from the others, so that it is the rest of no name.
  private static func take(_ part: String, _ item: inout Item, isCell: Bool) {
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
    } else if let inside, item.bodies.isEmpty, !DepartmentCell.isSection(inside),
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
      takePeople(part, &item)
    } else if offs.contains(part) {
      takeOff(part, &item)
    } else if item.money.isEmpty, part.hasSuffix("円"), part.contains(where: \.isNumber) {
      item.money = part
    } else if item.bodies.isEmpty,
      isCell
        ? BodyEnding.ends(part) && !BodyEnding.isPlace(part)
        : item.date.isEmpty ? BodyEnding.endsAlone(part) : isBody(part),
      !(BodyEnding.isPlace(part) && TableColumns.body(behind: item.name) != nil)
    {
      item.body = part
    } else if !isCell, item.rest.isEmpty, item.bodies.isEmpty, item.department.isEmpty,
      item.people.isEmpty, item.date.isEmpty, Count.scan(part).first?.printed != part
    {
      item.name += " " + part
    } else {
      item.addRest(part)
    }
  }

  /// `参加者14名（陶芸の会）` tells a body as well.
  private static func takePeople(_ part: String, _ item: inout Item) {
    guard item.bodies.isEmpty, let (before, inside) = Brackets.trailing(part), isPeople(before),
      BodyEnding.endsAlone(inside)
    else {
      item.people = part
      return
    }
    (item.people, item.body) = (before, inside)
  }
}
