import HaskapCivic

extension PageMaker {
  private static let rowsOnPage = 200

  static func pageCount(of listing: Address.Listing, in snapshot: ReportSnapshot) throws -> Int {
    let index = snapshot.index
    let rows =
      switch listing {
      case .organizations: try index.organizations().organizations.count
      case .projects: try index.projects().series.count
      case .departments: try index.departments().departments.count
      case .years: snapshot.years.years.count
      }
    return max(1, (rows + rowsOnPage - 1) / rowsOnPage)
  }

  func departmentPage(_ id: String) throws -> Page? {
    guard let department = try index.department(id: id) else { return nil }
    let told = wording("department.told", ["n": department.projects.count.grouped])
    return Page(
      address: .department(id), title: department.name,
      description: department.name + wording["colon"] + told,
      fields: [
        "kind": wording["department"],
        "facts": Section.fields([
          Fact(wording["owner"], department.owner),
          Fact(
            wording["spellings"],
            department.spellings.filter { $0 != department.name }.map { Cell($0) }),
        ]),
        "sections": [
          Section(
            heading: wording["records"],
            table: table(
              department.projects.reversed(), caption: wording["records"], withYear: true)
          )
          .fields
        ],
      ])
  }

  /// All of a kind, a page at a time.
  func listPage(_ listing: Address.Listing, _ number: Int) throws -> Page? {
    let pages = try Self.pageCount(of: listing, in: snapshot)
    guard number <= pages else { return nil }
    let (headings, rows) = try contents(of: listing)
    let title = wording.label("list", listing)
    let shown = rows.dropFirst((number - 1) * Self.rowsOnPage).prefix(Self.rowsOnPage)
    return Page(
      address: .list(listing, page: number), title: title,
      description: wording("list.told", ["list": title, "n": rows.count.grouped]),
      fields: [
        "sections": [
          Section(
            heading: wording("list.told", ["list": title, "n": rows.count.grouped]),
            table: Table(caption: title, headings: headings, rows: Array(shown))
          ).fields
        ],
        "paging": Paging(page: number, pages: pages) { links.to(.list(listing, page: $0)) }.fields,
      ])
  }

  private func contents(of listing: Address.Listing) throws -> ([String], [[Cell]]) {
    switch listing {
    case .organizations: try organizations()
    case .projects: try projects()
    case .departments: try departments()
    case .years: try years()
    }
  }

  /// The busiest first.
  private func organizations() throws -> ([String], [[Cell]]) {
    let records = try index.records()
    let bodies = try index.organizations().organizations
      .sorted { ($1.mentions.count, $0.name) < ($0.mentions.count, $1.name) }
    let rows = bodies.map { body in
      let years = Set(body.mentions.compactMap { records[$0.record].fiscalYear }).sorted()
      return [
        Cell(body.name, link: links.to(.organization(body.id))), Cell(body.mentions.count),
        Cell(years.map(wording.shortYear).joined(separator: wording["comma"])),
      ]
    }
    return ([wording["organization"], wording["records"], wording["year"]], rows)
  }

  private func projects() throws -> ([String], [[Cell]]) {
    let rows = try index.projects().series.map { series in
      let last = series.years.last { $0.fiscalYear != nil && $0.participants != nil }
      return [
        project(series),
        Cell(
          series.years.compactMap { $0.fiscalYear.map(wording.shortYear) }
            .joined(separator: wording["comma"])),
        people(last?.participants, approximate: last?.isApproximate ?? false),
      ]
    }
    return ([wording["project"], wording["year"], wording["participants.last"]], rows)
  }

  private func departments() throws -> ([String], [[Cell]]) {
    let rows = try index.departments().departments
      .sorted { ($1.records.count, $0.name) < ($0.records.count, $1.name) }.map { one in
        [
          Cell(one.name, link: links.to(.department(one.id))), Cell(one.owner),
          Cell(one.records.count),
        ]
      }
    return ([wording["department"], wording["owner"], wording["records"]], rows)
  }

  func years() throws -> ([String], [[Cell]]) {
    let rows = snapshot.years.years.map { [year($0.fiscalYear)] + cells($0.total) }
    return ([wording["year"]] + countHeadings, rows)
  }
}
