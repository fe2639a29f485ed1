/// The state of reading one report: what a row inherits from those above it.
struct CouncilReading {
  private let document: String
  private let header: CouncilHeader
  private var records: [Record] = []
  private var warnings: [LineWarning] = []
  private var base: String?
  private var service: String?
  /// Those of the page, as its heading has them.
  private var columns: CouncilColumns?

  init(document: String, header: CouncilHeader) {
    self.document = document
    self.header = header
  }

  func finished() -> (records: [Record], warnings: [LineWarning]) {
    var warnings = warnings
    if header.fiscalYear == nil, let first = records.first {
      warnings.append(
        .init(line: first.line, message: "年度を示す見出しがないため、記録に年度がありません"))
    }
    if header.council == nil, let first = records.first {
      warnings.append(
        .init(line: first.line, message: "協議会の名を示す行がないため、記録に主催者がありません"))
    }
    return (records, warnings)
  }

  mutating func take(_ line: Substring, at number: Int, before next: Substring?) {
    if line.isBlank { return }
    if CouncilHeader.isHeading(line) {
      columns = CouncilColumns(CouncilHeader.titles(line))
      return
    }
    guard line.hasTab else {
      if !isTitle(line), !PageNumber.matches(line) {
        warn(number, "表の外の行は、項目としては読めません", isUnread: true)
      }
      return
    }
    guard let row = CouncilRow(line, columns: columns) else {
      warn(
        number,
        "どの列のセルか分かりません（担当課つきの事業名か基本目標が要ります）",
        isUnread: true)
      return
    }
    if row.continuesProject { takeContinuation(row, at: number) } else { take(row, number, next) }
  }

  private mutating func warn(_ line: Int, _ message: String, isUnread: Bool = false) {
    warnings.append(.init(line: line, message: message, isUnread: isUnread))
  }

  private func isTitle(_ line: Substring) -> Bool {
    line.contains("年度") && line.contains("報告")
  }

  // MARK: Rows

  private mutating func take(_ row: CouncilRow, _ number: Int, _ next: Substring?) {
    inherit(row.placement)
    let project =
      CouncilCells.project(row.project) ?? Self.withoutDepartment(row.project)
    if let last = records.indices.last, isSame(project, as: records[last]) {
      if CellText.isDitto(row.purpose) || row.purpose.isEmpty {
        append(row, to: last)
        return
      }
      if records[last].subItem != nil, row.subItem != nil {
        addSubItem(row, to: last, at: number)
        return
      }
    }
    let name = Misreadings.correct(project.name)
    var record = Record(document: document, layout: .council, line: number, name: name.text)
    record.notes = [name.note("name", whole: project.name)].compactMap(\.self)
    record.number = project.number
    record.departments = project.departments
    record.goal = goal(row.goal)
    if project.departments.isEmpty { warn(number, "事業名のうしろに担当課の括弧がありません") }
    fill(&record, from: row, isSubItem: row.subItem?.index == 1 && isSecondSubItem(next))
    records.append(record)
  }

  private static func withoutDepartment(_ cell: String) -> CouncilCells.Project {
    let (number, name) = CellText.numbered(CellText.unwrapped(cell))
    return .init(number: number, name: name, departments: [])
  }

  /// The same project again, because its cells were too long for one row.
  private func isSame(_ project: CouncilCells.Project, as last: Record) -> Bool {
    Misreadings.correct(project.name).text == last.name && project.number == last.number
  }

  private func isSecondSubItem(_ line: Substring?) -> Bool {
    guard let line, let row = CouncilRow(line, columns: columns) else { return false }
    return row.continuesProject && row.subItem?.index == 2
  }

  private mutating func takeContinuation(_ row: CouncilRow, at number: Int) {
    guard let last = records.indices.last else {
      takeHeadless(row, at: number)
      return
    }
    inherit(row.placement)
    // A list that goes on after a page break is no sub-item.
    if row.subItem != nil, records[last].subItem != nil {
      addSubItem(row, to: last, at: number)
    } else {
      append(row, to: last)
    }
  }

  private mutating func addSubItem(_ row: CouncilRow, to index: Int, at number: Int) {
    let project = records[index]
    var record = Record(document: document, layout: .council, line: number, name: project.name)
    record.number = project.number
    record.departments = project.departments
    record.goal = goal(row.goal) ?? project.goal
    fill(&record, from: row, isSubItem: true)
    records.append(record)
  }

  /// A fragment that begins below the name of its first project.
  private mutating func takeHeadless(_ row: CouncilRow, at number: Int) {
    var record = Record(document: document, layout: .council, line: number, name: "")
    fill(&record, from: row, isSubItem: row.subItem != nil)
    record.name = record.subItem.map { String($0.dropFirst(2)) } ?? ""
    record.notes.append(
      .init(
        kind: .inferred, field: "name", reason: "最初の行より上にあった事業名が失われています"))
    warn(number, "最初の行の事業名がありません")
    if !record.name.isEmpty { records.append(record) }
  }

  // MARK: Cells

  private mutating func inherit(_ cell: String) {
    let placement = CouncilCells.placement(cell)
    if let base = placement.base {
      self.base = base
      service = placement.service
    } else if let service = placement.service {
      self.service = service
    }
  }

  private func goal(_ cell: String) -> String? {
    if CellText.isDitto(cell) { return records.last?.goal }
    return cell.isEmpty ? nil : CellText.unwrapped(cell)
  }

  private func fill(_ record: inout Record, from row: CouncilRow, isSubItem: Bool) {
    record.base = base
    record.service = service
    record.fiscalYear = header.fiscalYear
    if header.infersYear {
      record.notes.append(
        .init(kind: .inferred, field: "fiscalYear", reason: "数値に添えられた年から年度としました"))
    }
    if isSubItem, let part = row.subItem {
      record.subItem = part.title
      record.purpose = Self.text(part.rest, above: nil)
    } else {
      record.purpose = Self.text(row.purpose, above: records.last?.purpose)
    }
    record.effect = Self.text(row.effect, above: records.last?.effect)
    record.organizations = organizations(record.effect)
    correct(\.purpose, "purpose", of: &record)
    correct(\.effect, "effect", of: &record)
    record.remarks += row.others
    CouncilFigures.add(row, header: header, to: &record)
  }

  private func correct(
    _ path: WritableKeyPath<Record, String?>, _ field: String, of record: inout Record
  ) {
    guard let correction = record[keyPath: path].map({ Misreadings.correct($0) }) else { return }
    record[keyPath: path] = correction.text
    if let note = correction.note(field) { record.notes.append(note) }
  }

  private static func text(_ cell: String, above: String?) -> String? {
    if CellText.isDitto(cell) { return above }
    return cell.isEmpty ? nil : cell
  }

  /// The cells of a row that goes on with a record.
  private mutating func append(_ row: CouncilRow, to index: Int) {
    for (path, cell) in [(\Record.purpose, row.purpose), (\Record.effect, row.effect)]
    where !cell.isEmpty && !CellText.isDitto(cell) {
      records[index][keyPath: path] =
        [records[index][keyPath: path], cell].compactMap(\.self).joined(separator: " ")
    }
    CouncilFigures.add(row, header: header, to: &records[index])
  }

  private func organizations(_ effect: String?) -> [Record.OrganizationMention] {
    guard let council = header.council else { return [] }
    let host = Record.OrganizationMention(name: council, role: .host)
    let partners = CouncilPartners.names(in: effect ?? "").filter { $0 != council }
    return [host] + partners.map { .init(name: $0, role: .partner) }
  }
}
