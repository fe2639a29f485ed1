import HaskapCivic

extension PageMaker {
  /// The way in: a box, what there is, and the years.
  func homePage() throws -> Page {
    let (headings, rows) = try years()
    let counts = wording(
      "home.counts",
      [
        "reports": snapshot.reports.count.grouped, "records": try index.records().count.grouped,
        "organizations": try index.organizations().organizations.count.grouped,
        "projects": try index.projects().series.count.grouped,
      ])
    return Page(
      address: .home, title: wording["site"], description: counts,
      linkedData: LinkedData(.dataset, name: wording["site"], description: counts),
      template: "home",
      fields: [
        "counts": counts, "search": links.to(.search), "hasSearch": !links.isStatic,
        "chosen": links.language?.rawValue ?? false,
        "table": Table(
          caption: wording.label("list", Address.Listing.years), headings: headings, rows: rows
        ).fields,
      ], formats: [])
  }

  /// Which reports the index was built from, and what their readers warn of.
  func aboutPage() throws -> Page {
    let rows = snapshot.reports.map { report in
      [
        Cell(PublicPath.of(report.path)), Cell(wording.label("layout", report.layout)),
        Cell(report.records), Cell(report.unreadLines), Cell(report.warnings.count),
      ]
    }
    let warnings = snapshot.reports.flatMap { report in
      report.warnings.map {
        wording.retold($0.replacing(report.path, with: PublicPath.of(report.path)))
      }
    }
    let headings = ["file", "layout", "records", "unreadLines", "warnings"].map { wording[$0] }
    var sections = [
      Section(
        heading: wording["reports"],
        table: Table(caption: wording["reports"], headings: headings, rows: rows),
        note: wording("commit", ["n": String(index.generation)]))
    ]
    if !warnings.isEmpty {
      sections.append(
        Section(
          heading: wording["warnings"],
          facts: [Fact(wording["warnings"], warnings.map { Cell($0) })]))
    }
    return Page(
      address: .about, title: wording["about"], description: wording["about.text"],
      fields: ["lead": wording["about.text"], "sections": sections.map(\.fields)])
  }
}
