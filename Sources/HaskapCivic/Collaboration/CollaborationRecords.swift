import HaskapText

/// Turns the rows of a page into records.
struct CollaborationRecords {
  let document: String
  let year: CollaborationYear
  let vocabulary: Vocabulary

  func records(_ table: CollaborationTable) -> [Record] {
    let usual = Dictionary(grouping: table.pages) { $0.columns }.mapValues { pages in
      PageWrapping(pages.flatMap(Self.rows), usual: nil, vocabulary: vocabulary)
    }
    let rows = table.pages.flatMap { page in
      let rows = Self.rows(page)
      let wraps = PageWrapping(rows, usual: usual[page.columns], vocabulary: vocabulary)
      return rows.map { (page: page, row: $0, wraps: wraps) }
    }
    return SharedWork.map(rows.count) {
      record(rows[$0].row, page: rows[$0].page, wraps: rows[$0].wraps)
    }
  }

  private static func rows(_ page: CollaborationTable.Page) -> [CollaborationRow] {
    page.rows.map { CollaborationRow($0, columns: page.columns) }
  }

  /// Numbers that rows lack continue those before them.
  static func number(_ records: inout [Record]) {
    for index in records.indices where records[index].number == nil {
      let before = index > 0 ? records[index - 1] : nil
      let isSame = before?.section == records[index].section
      records[index].number = isSame ? before?.number.map { $0 + 1 } : 1
      records[index].notes.append(
        .init(kind: .inferred, field: "number", reason: "番号が印字されていないため、前の行に続けました"))
    }
  }

  private func record(
    _ row: CollaborationRow, page: CollaborationTable.Page, wraps: PageWrapping
  ) -> Record {
    let name = wraps.text(.name, of: row)
    // Where the department has a column of its own, brackets behind a name belong to it.
    let cell = row[.department].isEmpty ? DepartmentCell.split(name) : (name: name, departments: [])
    var record = Record(
      document: document, layout: .collaboration, line: row.line,
      name: cell.name.replacingLineFeeds)
    record.section = page.sectionName
    record.number = row.number
    record.departments = cell.departments + DepartmentCell.read(row[.department])
    record.implementation = ImplementationCell.read(row[.implementation])
    readOrganizations(row, wraps, into: &record)
    readDates(row, wraps, into: &record)
    record.purpose = Self.prose(wraps.text(.purpose, of: row))
    record.effect = Self.prose(wraps.text(.effect, of: row))
    record.remarks += row.others
    if row.hasCellsBeyond {
      let reason = "セルが列より多く、あとのセルがずれているおそれがあります"
      record.notes.append(.init(kind: .suspect, field: "remarks", reason: reason))
    }
    correct(&record)
    setYear(page, of: &record)
    return record
  }

  private func readOrganizations(
    _ row: CollaborationRow, _ wraps: PageWrapping, into record: inout Record
  ) {
    for (column, role) in Self.roles {
      let text = Corrections.apply(wraps.text(column, of: row), field: "organizations")
      let cell = OrganizationCell(text.text, role: role)
      record.organizations += cell.mentions
      record.remarks += cell.remarks
      record.notes += text.notes
    }
  }

  private static let roles: [(CollaborationColumns.Column, Record.OrganizationMention.Role)] = [
    (.organizations, .related), (.hosts, .host),
  ]

  private func readDates(
    _ row: CollaborationRow, _ wraps: PageWrapping, into record: inout Record
  ) {
    var text = wraps.text(.dates, of: row)
    let participants = wraps.text(.participants, of: row)
    if !participants.isEmpty { text += "（\(participants)）" }
    let cell = OccurrenceCell(text, fiscalYear: year.fiscalYear)
    record.occurrences = cell.occurrences
    record.totalParticipants = cell.total
    if cell.isCancelled { record.cancelled = true }
    record.remarks += cell.remarks
    record.notes += cell.notes
  }

  private func correct(_ record: inout Record) {
    let name = Corrections.apply(record.name, field: "name")
    record.name = name.text
    record.notes += name.notes
    for field in [(\Record.purpose, "purpose"), (\Record.effect, "effect")] {
      guard let text = record[keyPath: field.0] else { continue }
      let mended = Corrections.apply(text, field: field.1)
      record[keyPath: field.0] = mended.text
      record.notes += mended.notes
    }
  }

  private func setYear(_ page: CollaborationTable.Page, of record: inout Record) {
    record.fiscalYear = year.fiscalYear
    if year.isInferred, let fiscalYear = year.fiscalYear {
      record.notes.append(
        .init(
          kind: .inferred, field: "fiscalYear",
          reason: "題名がないため、日付から\(fiscalYear)年度としました"))
    }
    noteDatesOutside(of: &record)
  }

  /// Of more dates of a record it is not told that they lie outside.
  private static let mostOutside = 100

  /// Dates outside of the report's year are as printed, but suspect.
  private func noteDatesOutside(of record: inout Record) {
    guard let fiscalYear = year.fiscalYear else { return }
    let most = record.notes.count + Self.mostOutside
    for date in record.occurrences.flatMap({ [$0.start, $0.end] }).compactMap({ $0 }) {
      guard record.notes.count < most else { return }
      guard let own = date.fiscalYear, own != fiscalYear,
        !record.notes.contains(where: { $0.reason.contains("\(date)") })
      else { continue }
      let slip = Self.isEraSlip(date, fiscalYear) ? "（「平成」は「令和」の誤りか）" : ""
      record.notes.append(
        .init(
          kind: .suspect, field: "occurrences", printed: "\(date)",
          reason: "\(date)は\(fiscalYear)年度の日付ではありません" + slip))
    }
  }

  /// True where the date would lie in the year, were its Heisei year one of Reiwa.
  private static func isEraSlip(_ date: PartialDate, _ fiscalYear: Int) -> Bool {
    var meant = date
    meant.year += Era.reiwa.firstYear - Era.heisei.firstYear
    return date.year < Era.reiwa.firstYear && meant.fiscalYear == fiscalYear
  }

  private static func prose(_ text: String) -> String? {
    let text = text.replacingLineFeeds
    return text.isEmpty || text == "-" || text == "－" ? nil : text
  }
}

extension String {
  fileprivate var replacingLineFeeds: String { String(map { $0 == "\n" ? " " : $0 }) }
}
