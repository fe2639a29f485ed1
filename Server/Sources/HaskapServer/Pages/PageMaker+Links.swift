import HaskapCivic

/// Cells that lead to what they name.
extension PageMaker {
  func record(_ id: String?, _ text: String) -> Cell {
    Cell(text, link: id.map { links.to(.record($0)) })
  }

  /// The organization that a record mentions under a name.
  func organization(_ name: String, inRecord place: Int?, shown text: String? = nil) -> Cell {
    let id = place.flatMap { snapshot.names.organization(name, inRecord: $0) }
    return Cell(text ?? name, link: id.map { links.to(.organization($0)) })
  }

  /// An organization by the name that answers call it.
  func organization(called name: String) -> Cell {
    let id = snapshot.names.organization(called: name)
    return Cell(name, link: id.map { links.to(.organization($0)) })
  }

  func department(_ name: String, inRecord place: Int?) -> Cell {
    let id = place.flatMap { snapshot.names.department(name, inRecord: $0) }
    return Cell(name, link: id.map { links.to(.department($0)) })
  }

  func project(_ series: ProjectSeries) -> Cell {
    Cell(series.title, link: links.to(.project(series.id)))
  }

  func year(_ year: Int?) -> Cell {
    guard let year else { return Cell(wording["year.unknown"]) }
    // A record may tell of years that no report is about.
    let isThere = snapshot.years.years.contains { $0.fiscalYear == year }
    return Cell(wording.years([year]), link: isThere ? links.to(.year(year)) : nil)
  }

  /// In a column of numbers: 約1,200.
  func people(_ number: Int?, approximate: Bool) -> Cell {
    var cell = Cell(number)
    if approximate { cell.text = wording["about.prefix"] + cell.text }
    return cell
  }

  /// Records under the headings that every list of them has.
  func table(
    _ references: [RecordReference], caption: String, withYear: Bool = false, withRole: Bool = false
  ) -> Table {
    var headings = [wording["record"], wording["form"], wording["departments"]]
    if withRole { headings.append(wording["role"]) }
    if withYear { headings.append(wording["year"]) }
    headings.append(wording["participants"])
    let rows = references.map { one in
      var cells = [
        record(one.id, one.title), Cell(one.form ?? one.section),
        Cell(one.departments.joined(separator: wording["comma"])),
      ]
      if withRole { cells.append(Cell(one.role.map { wording.label("role", $0) })) }
      if withYear { cells.append(year(one.fiscalYear)) }
      return cells + [people(one.participants, approximate: one.approximate ?? false)]
    }
    return Table(caption: caption, headings: headings, rows: rows)
  }
}
