import HaskapText

/// Makes a record of one row: what its columns are known for as fields, all else as `rest`.
struct TableRecord {
  private(set) var record: Record
  /// Cells that should have told something and did not, and what else is wrong with the row.
  private(set) var faults: [String] = []
  /// Whether a cell told nothing or is suspect.
  var isPartlyRead: Bool { !faults.isEmpty || record.isSuspect }
  /// The names of departments and bodies that the record has.
  private var known = (departments: KnownNames(), bodies: KnownNames())
  let row: ReportTable.Row
  let columns: TableColumns
  private let year: TableYear

  init(
    _ row: ReportTable.Row, columns: TableColumns, year: TableYear, document: String,
    memory: CellMemory
  ) {
    (self.row, self.columns, self.year) = (row, columns, year)
    record = Record(document: document, layout: .table, line: row.line, name: "")
    read(memory)
  }

  private mutating func read(_ memory: CellMemory) {
    readYear(memory)
    readName(memory)
    for column in columns.columns(.department) where column != columns.name {
      let names = memory.departments(lines(cell(column)))
      for name in names { add(department: name) }
      if names.isEmpty, cell(column).contains(where: \.isLetter), !NothingTold.isSaid(cell(column))
      {
        noteUnread(joined(cell(column)), column)
      }
    }
    if !record.departments.isEmpty,
      row.inherited.contains(where: columns.columns(.department).contains)
    {
      record.notes.append(
        .init(kind: .inferred, field: "departments", reason: "担当の欄が空のため、上の行の担当としました"))
    }
    if record.departments.isEmpty,
      columns.columns(.department).allSatisfy({ columns.contents[$0].filled == 0 }),
      let office = row.group.flatMap({
        PrintedLine.office($0, isAmongOffices: columns.haveOfficeGroups)
      })
    {
      add(department: office)
    }
    readOrganizations(memory)
    readOccurrences(memory)
    findMisplaced()
    record.purpose = prose(.purpose)
    record.effect = prose(.effect)
    record.goal = prose(.goal)
    if let number = columns.number { record.number = CollaborationRow.number(cell(number)) }
    record.section = row.group
    record.forms = columns.forms.told(cell)
    if record.forms.isEmpty, let form = row.form { record.forms = [form] }
    settleYear()
    keepRest()
  }

  private mutating func findMisplaced() {
    if columns.hasOnlyName(row) { faults.append("名称のほかに何も記されていない行です") }
    let beyond = columns.cellsBeyond(row)
    if !beyond.isEmpty {
      faults.append("見出しより多いセルがあります: \(beyond.joined(separator: " "))")
    }
  }

  private mutating func noteUnread(_ cell: String, _ column: Int) {
    faults.append("\(columns.headings[column])「\(cell)」を読み取れませんでした")
  }

  func cell(_ column: Int) -> String { row.cells[safe: column] }

  func lines(_ cell: String) -> String {
    CellText.withLineFeeds(cell)
  }

  /// A cell as one line: where it was broken between Japanese letters nothing stands.
  func joined(_ cell: String) -> String {
    guard cell.mayHaveSpaces else { return cell }
    let parts = cell.unicodeScalars.split(whereSeparator: \.isLineEnd).map { Substring($0).trimmed }
      .filter { !$0.isEmpty }
    return parts.dropFirst().reduce(parts.first ?? "") { text, part in
      let isSpaced = text.last?.isASCII == true && part.first?.isASCII == true
      return text + (isSpaced ? " " : "") + part
    }
  }

  private func prose(_ kind: HeadingKind) -> String? {
    guard
      let column = columns.columns(kind).first(where: { $0 != columns.name && !cell($0).isEmpty })
    else { return nil }
    let text = joined(cell(column))
    return Self.isNothing(text) ? nil : text
  }

  static func isNothing(_ text: String) -> Bool {
    // Longer texts need no look.
    text.utf8.count <= 12
      && (["", "なし", "無し", "無", "特になし"].contains(text) || NothingTold.isMark(text))
  }

  // MARK: Fields

  private mutating func readYear(_ memory: CellMemory) {
    let column = columns.columns(.fiscalYear).first { $0 != columns.calendarYear }
    let own = column.flatMap { memory.year(cell($0)) }
    record.fiscalYear = own ?? row.fiscalYear ?? year.printed
  }

  private mutating func readName(_ memory: CellMemory) {
    guard let column = columns.name else { return }
    let name = RowName(joined(cell(column)), column: column, of: columns)
    record.name = name.text
    if row.inherited.contains(column) {
      record.notes.append(
        .init(kind: .inferred, field: "name", reason: "名称の欄が空のため、上の行の名称としました"))
    }
    for department in name.departments { add(department: department) }
    if columns.haveNamesBodies, let (text, body) = Brackets.trailing(name.text), !text.isEmpty,
      // 一 of 一関市 is a number to Unicode.
      BodyEnding.endsAlone(body) || body.count > 2 && !body.contains(where: \.isDigit)
    {
      record.name = Trimming.spaces(text)
      for mention in memory.organizations(body, role: .related) { add(mention) }
    }
    if let number = name.number { record.number = number }
  }

  private mutating func readOrganizations(_ memory: CellMemory) {
    for column in columns.organizations {
      let text = Trimming.spaces(lines(cell(column)))
      if Self.isNothing(text) { continue }
      if Self.namesNobody(text) {
        if text.contains(where: { "?？".contains($0) }) { noteUnread(text, column) }
        continue
      }
      let mentions = RoledBodies.parts(text, role: columns.kinds[column].role).flatMap {
        memory.organizations($0.text, role: $0.role)
      }
      // Who speaks for a body is no other body.
      let hasBody = mentions.contains { $0.kind == .named }
      for mention in mentions where !(hasBody && mention.kind == .person) {
        if isOffice(mention) { add(department: mention.name) } else { add(mention) }
      }
    }
    // 講師 of some rows are bodies.
    for column in columns.columns(.person)
    where columns.headings[column].contains("講師") && BodyEnding.endsAlone(cell(column)) {
      for mention in memory.organizations(cell(column), role: .related) { add(mention) }
    }
  }

  /// A section of the office among the bodies (`実行委員会／青少年課`), where no column is of departments.
  private func isOffice(_ mention: Record.OrganizationMention) -> Bool {
    columns.columns(.department).isEmpty && mention.kind == .named
      && mention.name.hasSuffix("課") && !record.departments.contains(mention.name)
  }

  private mutating func add(department name: String) {
    if known.departments.insert(name) { record.departments.append(name) }
  }

  private static func namesNobody(_ text: String) -> Bool {
    // Longer texts need no look.
    !text.contains(where: \.isLetter) || NothingTold.isSaid(text)
  }

  /// `ほか3団体` says that others took part, and names none.
  private mutating func add(_ mention: Record.OrganizationMention) {
    if mention.kind == .group, let last = record.organizations.indices.last,
      ["ほか", "外", "他", "その他"].contains(where: mention.name.hasPrefix)
    {
      record.organizations[last].others = true
      return
    }
    guard mention.name.contains(where: \.isLetter), !mention.name.dropFirst().isEmpty,
      known.bodies.insert(mention.name)
    else { return }
    record.organizations.append(mention)
  }

  private mutating func readOccurrences(_ memory: CellMemory) {
    let fiscalYear = record.fiscalYear ?? year.inferred
    var isRead = true
    if let (text, column) = dates {
      let cell = memory.occurrences(text, fiscalYear: fiscalYear, era: columns.era(of: column))
      record.occurrences = cell.occurrences
      record.totalParticipants = cell.total
      record.cancelled = cell.isCancelled ? true : nil
      record.notes += cell.notes
      isRead =
        cell.occurrences.contains { $0.start != nil || $0.end != nil || $0.cancelled == true }
        || VagueDate.isKnown(text)
        || fiscalYear == nil && ColumnContents.isDate(text)
      if !isRead { noteUnread(joined(text), column) }
    }
    readParticipants(fiscalYear, memory)
  }

  private mutating func readParticipants(_ fiscalYear: Int?, _ memory: CellMemory) {
    var columns = columns.participants(in: fiscalYear).filter { !Self.isNothing(joined(cell($0))) }
    if columns.count == 1, self.columns.isSheet { columns = [counting(columns[0], memory)] }
    if columns.isEmpty {
      // A dash below 受講者数, and 1,130 below 延べ人数.
      let others = self.columns.columns(.participants)
      columns = others.filter { memory.people(joined(cell($0))) != nil }.suffix(1)
    }
    guard let column = columns.first else { return readResults() }
    let text = joined(cell(column))
    let parts = columns.compactMap { memory.people(joined(cell($0))) }
    guard parts.count == columns.count, let people = PeopleCell(adding: parts) else {
      let isOff = Attendance(text).cancelled
      if isOff, record.occurrences.count <= 1 { cancel(text) }
      if !isOff { noteUnread(text, column) }
      return
    }
    if record.occurrences.isEmpty { record.occurrences.append(Record.Occurrence()) }
    if people.countsPeople { record.totalParticipants = people.number }
    guard record.occurrences.count == 1 else { return }
    record.occurrences[0].participants = people.number
    record.occurrences[0].unit = people.unit ?? "人"
    record.occurrences[0].approximate = people.isApproximate ? true : nil
  }

  /// 来場者 beside `60団体` behind 参加.
  private func counting(_ column: Int, _ memory: CellMemory) -> Int {
    func counts(_ column: Int) -> Bool {
      memory.people(joined(cell(column)))?.countsPeople ?? false
    }
    return counts(column) ? column : columns.columns(.participants).first(where: counts) ?? column
  }

  /// `6回、受講者142人` below 実績, where no column counts who came.
  private mutating func readResults() {
    guard record.totalParticipants == nil, columns.columns(.participants).isEmpty else { return }
    let acts = columns.columns(.purpose).filter { column in
      ["活動", "実績", "結果", "状況"].contains(where: columns.headings[column].contains)
    }
    let told = latest(columns.columns(.effect) + columns.columns(.remarks) + acts)
    let texts = told.map { joined(cell($0)) }
    // 6月4日　20人 tells of a day how many came.
    let areFacts = texts.contains { text in
      guard text.utf8.count <= 120, ["人", "名"].contains(where: text.hasSuffix) else { return false }
      let date = DateFinder.first(in: text)
      return !date.isEmpty && text.hasPrefix(date)
    }
    let counts = texts.flatMap(Count.scan).filter { count in
      count.isPeople && !count.isPart
        && (areFacts || ["参加", "来場", "入場", "受講", "来館", "延"].contains(where: count.before.contains)
          || count.before.hasSuffix("者")
          || ["参加", "が参加", "来場", "受講"].contains(where: count.after.hasPrefix))
    }
    guard let count = counts.first(where: \.isSum) ?? counts.first, counts.count == 1 || count.isSum
    else { return }
    record.totalParticipants = count.number
  }

  /// Of columns whose headings tell years those of the row's year, else of the last: R4実績, R5実績.
  private func latest(_ told: [Int]) -> [Int] {
    let years = told.map { TitleYear.year(ofHeading: columns.headings[$0]) }
    let own = years.contains(record.fiscalYear) ? record.fiscalYear : years.compactMap(\.self).max()
    return zip(told, years).filter { $1 == nil || $1 == own }.map(\.0)
  }

  private mutating func cancel(_ text: String) {
    if record.occurrences.isEmpty { record.occurrences.append(Record.Occurrence()) }
    if let pause = OffWords.pause(in: text) { record.occurrences[0].label = pause }
    record.occurrences[0].cancelled = true
    record.cancelled = true
  }

  /// A year that nothing says is that of the row's own date, else of most dates in the table.
  private mutating func settleYear() {
    guard record.fiscalYear == nil else { return }
    let own = record.occurrences.compactMap { ($0.start ?? $0.end)?.fiscalYear }.first
    // 令和5年度 利用124件
    let told = record.effect.flatMap { $0.contains("年度") ? TitleYear.year(in: $0) : nil }
    if own == nil, let told {
      record.fiscalYear = told
      return
    }
    record.fiscalYear = own ?? year.inferred
    guard let fiscalYear = record.fiscalYear else { return }
    record.notes.append(
      .init(
        kind: .inferred, field: "fiscalYear", reason: "年度の記載がないため、日付から\(fiscalYear)年度としました"))
  }

  // MARK: The rest

  /// Every cell that no field holds as printed, below its heading, the group, and the notes.
  private mutating func keepRest() {
    var rest: [String] = []
    var texts = record.searchableTexts
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      let text = cell.withSingleSpaces
      if texts.contains(text) { continue }
      let heading = columns.trimmedHeadings[safe: column]
      rest.append(heading.isEmpty ? text : "\(heading)：\(text)")
    }
    if let group = row.group { rest.append(group) }
    record.rest = rest + row.notes
  }
}
