import HaskapCivic

extension PageMaker {
  /// What a year's reports hold, gained and lost.
  func yearPage(_ year: Int) throws -> Page? {
    guard let found = snapshot.years.years.first(where: { $0.fiscalYear == year }) else {
      return nil
    }
    let title = wording.years([year])
    let changes = try index.comparisons().filter { $0.later == year }
    return Page(
      address: .year(year), title: title, description: wording("year.told", ["year": title]),
      fields: [
        "kind": wording["year"],
        "sections": ([counts(found)] + (try changes.map(section)) + [try records(of: year)])
          .map(\.fields),
      ])
  }

  private func counts(_ year: YearsAnswer.Year) -> Section {
    let rows = year.forms.map { row($0.form, $0.counts) } + [row(wording["sum"], year.total)]
    return Section(
      heading: wording["counts"],
      table: Table(
        caption: wording["counts"], headings: [wording["form"]] + countHeadings, rows: rows))
  }

  var countHeadings: [String] {
    ["records", "projects", "activities", "cancelled", "paused", "organizations"].map {
      wording[$0]
    }
  }

  private func row(_ label: String, _ counts: YearsAnswer.Counts) -> [Cell] {
    [Cell(label)] + cells(counts)
  }

  func cells(_ counts: YearsAnswer.Counts) -> [Cell] {
    [
      counts.rows, counts.projects, counts.activities, counts.cancelled, counts.paused,
      counts.organizations,
    ].map { Cell($0) }
  }

  /// What a form's list gained and lost.
  private func section(_ comparison: YearComparison) throws -> Section {
    let catalog = try index.projects()
    func cells(_ ids: [String]) -> [Cell] { ids.compactMap { catalog[$0].map(project) } }
    let renamed = comparison.renamed.map { one in
      Cell("\(one.from) → \(one.to)", link: links.to(.project(one.series)))
    }
    let perhaps = comparison.perhapsRenamed.map { pair in
      Cell(
        "\(catalog[pair.from]?.title ?? pair.from) → \(catalog[pair.to]?.title ?? pair.to)",
        link: links.to(.project(pair.to)))
    }
    return Section(
      heading: wording(
        "compared",
        ["form": comparison.form.label, "year": wording.years([comparison.earlier])]),
      facts: [
        Fact(wording["change.new"], cells(comparison.new)),
        Fact(wording["change.older"], cells(comparison.older)),
        Fact(wording["change.calledOff"], cells(comparison.calledOff)),
        Fact(wording["change.resumed"], cells(comparison.resumed)),
        Fact(wording["change.moved"], cells(comparison.moved)),
        Fact(wording["change.notDue"], cells(comparison.notDue)),
        Fact(wording["change.paused"], cells(comparison.paused)),
        Fact(wording["change.ended"], cells(comparison.ended)),
        Fact(wording["change.left"], cells(comparison.left)),
        Fact(wording["change.renamed"], renamed),
        Fact(wording["change.perhapsRenamed"], perhaps),
        Fact(wording["change.calledSingle"], cells(comparison.calledSingle)),
        Fact(
          wording["change.continued"],
          comparison.continued.isEmpty ? nil : comparison.continued.count.grouped),
      ])
  }

  private func records(of year: Int) throws -> Section {
    let references = try index.records().filter { $0.fiscalYear == year }
      .map { RecordReference($0) }
    return Section(
      heading: wording["records"], table: table(references, caption: wording["records"]))
  }
}
