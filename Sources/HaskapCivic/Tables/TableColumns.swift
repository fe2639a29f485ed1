import HaskapText

/// Which columns of a table hold what, told by headings and by cells.
struct TableColumns {
  let headings: [String]
  let trimmedHeadings: [String]
  private(set) var kinds: [HeadingKind]
  private(set) var name: Int?
  private(set) var number: Int?
  /// The columns that hold bodies, in the order of the table.
  private(set) var organizations: [Int] = []
  /// The column of months, where the one right of it tells the days.
  private(set) var month: Int?
  /// The column of years left of the one of months: years of days, and not fiscal ones.
  var calendarYear: Int? {
    guard let month, month > 0, kinds[month - 1] == .fiscalYear,
      headings[month - 1].withoutSpaces == "年"
    else { return nil }
    return month - 1
  }
  /// Whether the names begin with the numbers of their rows: `1 清掃`, `2 祭り`.
  private(set) var areNamesNumbered = false
  /// Whether bodies stand in brackets behind the names, and in no column.
  private(set) var haveNamesBodies = false
  let isSheet: Bool
  /// Whether rows stand below the names of offices.
  let haveOfficeGroups: Bool
  let contents: [ColumnContents]
  /// Which columns say how the city took part.
  private(set) var forms = FormColumns([], kinds: [], contents: [])
  let meanings: [HeadingWords.Meaning?]
  /// Few enough to be looked through; every row asks for most of them.
  private var byKind: [(kind: HeadingKind, columns: [Int])] = []
  /// The columns that count people, with what their headings say.
  private var attendees: [ColumnHeadings.Attendees] = []

  /// Which columns tell what was meant to be, or was once.
  private let planned: [Bool]

  /// - Parameter known: the headings of a table before, which many tables of a report share.
  init(_ table: ReportTable, haveOfficeGroups: Bool = false, known: inout ColumnHeadings?) {
    let width = table.rows.reduce(table.headings.count) { max($0, $1.cells.count) }
    let own = ColumnHeadings.of(table.headings, width: width, known: &known)
    headings = own.words
    trimmedHeadings = own.trimmed
    let rows = table.rows.prefix(Self.sample).filter { !TableRows.beginsAsSum($0) }
    isSheet = table.isSheet
    self.haveOfficeGroups = haveOfficeGroups
    contents = (0..<width).map { ColumnContents(rows, column: $0) }
    (meanings, planned, kinds) = (own.meanings, own.planned, own.kinds)
    for column in kinds.indices { kinds[column] = checked(column) }
    findEnds()
    findMissing()
    forms = FormColumns(headings, kinds: kinds, contents: contents)
    findSums(areAttendees: table.titles.contains(where: HeadingWords.countsPeople(inTitle:)))
    byKind = Dictionary(grouping: kinds.indices) { kinds[$0] }.map { ($0.key, $0.value) }
    number =
      kinds.indices.first { kinds[$0] == .code && contents[$0].areIntegers }
      ?? (headings.first?.isEmpty == true && contents[0].areIntegers ? 0 : nil)
    month = findMonth()
    dates = findDates()
    datedYears = dates.map { TitleYear.year(ofHeading: headings[$0]) }
    name = findName()
    organizations = kinds.indices.filter { kinds[$0].namesOrganizations }
    let people = columns(.participants)
    let actual = people.filter { !planned[$0] }
    let all = actual.isEmpty ? people : actual
    let guests = all.filter { !HeadingWords.countsStaff(headings[$0]) }
    attendees = (guests.isEmpty ? all : guests).map { own.attendees($0) }
    if let name {
      let names = rows.map { $0.cells[safe: name] }
      areNamesNumbered = Self.areNumbered(names) || Self.tellsNumber(headings[name])
      let bodies = names.count { Self.body(behind: $0) != nil }
      let isEnough = bodies > 1 || isSheet && names.count == 1
      let areBracketed = names.allSatisfy { name in
        Brackets.trailing(name).map { !$0.before.isEmpty && !$0.inside.contains(where: \.isDigit) }
          ?? false
      }
      let isMost = bodies * 2 > names.count || areBracketed && bodies * 2 == names.count
      haveNamesBodies =
        organizations.isEmpty && (isEnough && isMost || bodies > 0 && Self.haveBodies(names))
    }
  }

  /// Rows enough to judge the columns by.
  private static let sample = 400

  /// `清掃（清流の会）`.
  static func body(behind name: String) -> (name: String, body: String)? {
    guard let (before, inside) = Brackets.trailing(name), !before.isEmpty,
      BodyEnding.endsAlone(inside) || inside.count == 3 && inside.hasSuffix("会")
    else { return nil }
    return (Trimming.spaces(before), inside)
  }

  /// True where what stands in brackets behind three names or more is of its own, and no place or common word.
  private static func haveBodies(_ names: [String]) -> Bool {
    let insides = names.map { Brackets.trailing($0)?.inside ?? "" }
    return insides.count > 2 && Set(insides).count == insides.count
      && insides.allSatisfy { inside in
        inside.has(4) && !inside.contains(where: \.isDigit) && !GenericWords.cover(inside)
          && !BodyEnding.isPlace(inside) && !DepartmentCell.isSection(inside)
      }
  }

  private static func areNumbered(_ names: [String]) -> Bool {
    let ordinals = names.filter { !$0.isEmpty }.map { PrintedLine.ordinal($0)?.number }
    guard ordinals.count > 1, let first = ordinals[0], first < 100 else { return false }
    return zip(ordinals, ordinals.dropFirst()).allSatisfy { above, own in
      own != nil && (own == above.map { $0 + 1 } || own == 1)
    }
  }

  /// `講座番号・講座名`: the number stands before the name in each cell.
  private static func tellsNumber(_ heading: String) -> Bool {
    let words = heading.split { "・／/".contains($0) }
    return words.count == 2 && HeadingWords.meaning(of: String(words[0]))?.kind == .code
  }

  func columns(_ kind: HeadingKind) -> [Int] {
    for index in byKind.indices where byKind[index].kind == kind { return byKind[index].columns }
    return []
  }

  /// The columns that tell when: what took place before what was planned, of several years the row's.
  func dates(in fiscalYear: Int?) -> [Int] {
    guard datedYears.contains(where: { $0 != nil }) else { return dates }
    let actual = zip(dates, datedYears).filter { !planned[$0.0] }.map(\.1)
    let years = actual.contains { $0 != nil } ? actual : datedYears
    let year = years.contains(fiscalYear) ? fiscalYear : years.compactMap(\.self).max()
    return zip(dates, datedYears).filter { $1 == year || $1 == nil }.map(\.0)
  }

  private(set) var dates: [Int] = []
  /// The years that the headings of the columns of dates say.
  private var datedYears: [Int?] = []

  private func findDates() -> [Int] {
    let all = (columns(.date) + columns(.end)).filter { $0 != month }
    // 4月 beside 4月2日 tells less.
    let days = all.filter { !contents[$0].areMonths }
    return days.filter { !planned[$0] } + days.filter { planned[$0] }
      + all.filter { contents[$0].areMonths }
  }

  /// The column of months left of one of days: `4月`, `8日`.
  private func findMonth() -> Int? {
    columns(.date).first { column in
      column > 0 && kinds[column - 1] != .code && contents[column - 1].areMonths
        && contents[column].areDays
        && !contents[column].areDates
    }.map { $0 - 1 }
  }

  /// The columns that tell how many came: of several years of one figure the latest, of a sum and its
  /// parts the sum, else the parts (大人, 子ども). Those who were meant to come count where no others do.
  func participants(in fiscalYear: Int?) -> [Int] {
    if let fiscalYear, let own = attendees.first(where: { $0.year == fiscalYear }) {
      return [own.column]
    }
    if let latest = attendees.compactMap(\.year).max() {
      return attendees.filter { $0.year == latest || $0.year == nil }.prefix(1).map(\.column)
    }
    let parts = attendees.map(\.part)
    if let whole = parts.firstIndex(of: .all) { return [attendees[whole].column] }
    let areAll = parts.indices.allSatisfy { parts[$0] != nil && !parts[..<$0].contains(parts[$0]) }
    return (areAll ? attendees[...] : attendees.prefix(1)).map(\.column)
  }

  /// The era that the heading of a column of dates says for its years.
  func era(of column: Int) -> Era? { Era.allCases.first { headings[column].contains($0.rawValue) } }

  // MARK: Cells against headings

  private func checked(_ column: Int) -> HeadingKind {
    let (kind, cells) = (kinds[column], contents[column])
    guard cells.filled > 0 else { return kind }
    switch kind {
    case .participants:
      // 実施日・参加者数 holds days with the number of people in brackets.
      if headings[column].contains("日"), cells.areDates { return .date }
      return cells.areNumbers ? kind : .count
    case .department:
      if cells.areDepartments || !isVague(column, ["担当", "所属", "窓口", "庶務", "事務局", "主担当"]) {
        return kind
      }
      return cells.areBodies ? .organization : .person
    case .host, .partner, .organization:
      if cells.areNumbers { return .count }
      if cells.areForms || cells.areMarks { return .classification }
      let saysBodies = ["団体", "法人", "企業", "相手", "先"].contains(where: headings[column].contains)
      return cells.areAllDepartments && !cells.areBodies && !saysBodies
        && kinds.allSatisfy({ $0 != .department }) ? .department : kind
    case .start, .end:
      // 完了 may be where a project stands.
      let tellsWhen = cells.areDates || cells.areNumbers
      return cells.areTimes || !tellsWhen ? .classification : kind
    case .date: return kind
    case .name, .goal:
      return cells.areNumbers ? (headings[column].contains("金") ? .money : .count) : kind
    case .fiscalYear: return kind
    case .person:
      if cells.areAllDepartments, !cells.areBodies, !kinds.contains(.department) {
        return .department
      }
      if cells.areBodies, isVague(column, ["代表"]) { return .organization }
      // 講師・協力 tells of bodies as well as of persons.
      let parts = headings[column].split { "・／/".contains($0) }
      let hosts = parts.dropFirst().compactMap { HeadingWords.meaning(of: String($0))?.kind }
      return hosts.first(where: \.namesOrganizations) ?? kind
    default: return kind
    }
  }

  private func isVague(_ column: Int, _ words: [String]) -> Bool {
    let heading = Folding.folded(headings[column].withoutSpaces)
    return meanings[column] == nil || words.contains { heading == $0 }
  }

  /// 合計 counts people in a table that is called イベント来場者数, or beside 男性 and 女性 where the rows tell
  /// of days; where nothing is their sum, these do.
  private mutating func findSums(areAttendees: Bool) {
    if kinds.contains(.participants) { return addGroups() }
    let counts = kinds.indices.filter { kinds[$0] == .count && contents[$0].areNumbers }
    let groups = counts.filter { column in
      AttendeePart(headings[column]).map { $0 != .all } ?? false
    }
    let areGroups = groups.count > 1 && kinds.contains { $0 == .date || $0 == .start }
    guard areAttendees || areGroups else { return }
    if let sum = counts.last(where: { SumWord.matches(headings[$0]) }) {
      kinds[sum] = .participants
    } else if areGroups {
      for column in groups { kinds[column] = .participants }
    }
  }

  /// 子ども and 計 count people right beside `参加者数 大人`.
  private mutating func addGroups() {
    let people = kinds.indices.filter { kinds[$0] == .participants }
    guard let first = people.first, let last = people.last else { return }
    let isGroup = { [kinds, contents, headings] (column: Int) in
      [.count, .other].contains(kinds[column]) && AttendeePart(headings[column]) != nil
        && contents[column].areNumbers
    }
    let groups =
      Array((0..<first).reversed().prefix(while: isGroup))
      + (last + 1..<kinds.count).prefix(while: isGroup)
    guard !groups.isEmpty else { return }
    let areParts = people.allSatisfy { column in
      let part = AttendeePart(heading: headings[column])
      return part != nil && part != .all
    }
    if areParts { for column in groups { kinds[column] = .participants } }
  }

  /// `開催期間` above two columns is one of their starts and one of their ends.
  private mutating func findEnds() {
    for column in kinds.indices.dropFirst()
    where headings[column].isEmpty && kinds[column - 1] == .date && contents[column].areDates
      && contents[column - 1].areDates
    {
      (kinds[column - 1], kinds[column]) = (.start, .end)
    }
    // 委託開始 and 委託終了
    for column in kinds.indices where headings[column].contains("開始") && !planned[column] {
      let end = headings.firstIndex(of: headings[column].replacing("開始", with: "終了"))
      guard let end, contents[column].areDates, contents[end].areDates else { continue }
      (kinds[column], kinds[end]) = (.start, .end)
    }
  }

  /// Columns of unknown headings may hold what no other column does.
  private mutating func findMissing() {
    for column in kinds.indices where contents[column].filled > 0 {
      let cells = contents[column]
      if kinds[column] == .classification, cells.areDepartments, !kinds.contains(.department) {
        kinds[column] = .department
      }
      if kinds[column] == .classification,
        !kinds.contains(where: { [.date, .start].contains($0) }),
        cells.areDates
      {
        kinds[column] = .date
      }
      // 規模: 58人
      if kinds[column] == .classification, cells.arePeople, !kinds.contains(.participants) {
        kinds[column] = .participants
      }
      if kinds[column] == .count, cells.areNumbers, !kinds.contains(.participants),
        HeadingWords.countsPupils(headings[column]), kinds.contains(.date)
      {
        kinds[column] = .participants
      }
      guard kinds[column] == .other else { continue }
      let isOfYear = TitleYear.year(ofHeading: headings[column]) != nil && cells.arePeople
      if cells.areNumbers, !kinds.contains(.participants) || isOfYear,
        HeadingWords.mayCountPeople(headings[column]) || cells.arePeople
      {
        kinds[column] = .participants
      } else if cells.areDates, !kinds.contains(where: { [.date, .start].contains($0) }) {
        kinds[column] = .date
      } else if cells.areDepartments, !cells.areBodies, !kinds.contains(.department) {
        kinds[column] = .department
      } else if cells.areBodies, kinds.contains(.name), !headings[column].isEmpty {
        kinds[column] = .organization
      }
    }
  }
}
