import HaskapCivic

extension PageMaker {
  /// A project through the years.
  func projectPage(_ id: String) throws -> Page? {
    guard let series = try index.project(id: id) else { return nil }
    let years = wording.years(series.years.compactMap(\.fiscalYear))
    return Page(
      address: .project(id), title: series.title,
      description: series.title + wording["comma"] + years,
      fields: [
        "kind": wording["project"], "facts": Section.fields(identity(series)),
        "sections": ([overview(series)] + (try series.years.reversed().map(section))).map(\.fields),
      ])
  }

  private func identity(_ series: ProjectAnswer.Series) -> [Fact] {
    [
      Fact(wording["names"], series.names.filter { $0 != series.title }.map { Cell($0) }),
      Fact(
        wording["held"], series.since.map { Cell(beginning($0, ofMany: series.since.count > 1)) }),
      Fact(wording["change.notDue"], series.notDue.map { missing("paused.told", $0) }),
      Fact(wording["change.paused"], series.paused.map { missing("paused.told", $0) }),
      Fact(wording["ended"], series.ended.map { missing("ended.told", $0) }),
      Fact(wording["unreported"], unreported(series)),
    ]
  }

  private func unreported(_ series: ProjectAnswer.Series) -> String? {
    guard !series.unreported.isEmpty else { return nil }
    let years = series.unreported.map { wording.years([$0]) }
    return wording("unreported.told", ["years": years.joined(separator: wording["comma"])])
  }

  private func missing(_ sentence: String, _ one: ProjectAnswer.Ending) -> Cell {
    Cell(
      wording(
        sentence,
        [
          "year": wording.years([one.missingIn]), "form": one.form,
          "last": wording.years([one.lastYear]),
        ]))
  }

  /// Where reports contradict each other, each year with the reports that tell it.
  private func beginning(_ one: ProjectAnswer.Beginning, ofMany isOne: Bool) -> String {
    let year = wording(
      one.approximate ? "since.about" : "since", ["year": wording.shortYear(one.year)])
    let reports = one.reports.map(wording.shortYear).joined(separator: wording["comma"])
    return isOne && !reports.isEmpty
      ? year + wording.aside(wording("reports.of", ["years": reports])) : year
  }

  private func overview(_ series: ProjectAnswer.Series) -> Section {
    let bars = series.years.filter { $0.participants != nil }.map { year in
      (
        year.fiscalYear.map(wording.shortYear) ?? "–", year.participants ?? 0,
        wording.people(year.participants ?? 0, approximate: year.approximate)
      )
    }
    let headings = ["year", "standing", "participants", "change", "departments"].map { wording[$0] }
    return Section(
      heading: wording["throughYears"],
      chart: Chart(label: wording["participants.chart"], bars: bars),
      table: Table(
        caption: wording["throughYears"], headings: headings,
        rows: series.years.map { one in
          [
            year(one.fiscalYear), Cell(standing(one)),
            Cell(one.participants.map { wording.people($0, approximate: one.approximate) }),
            Cell(change(one)), Cell(one.departments.joined(separator: wording["comma"])),
          ]
        }))
  }

  private func standing(_ year: ProjectAnswer.Year) -> String {
    if year.cancelled { return wording.off(year.occurrences) }
    let against = year.standingAgainst.map { wording.years([$0]) } ?? wording["year.before"]
    if year.standing == .renamed || year.standing == nil {
      return year.renamedFrom.map { wording("standing.renamed", ["year": against, "name": $0]) }
        ?? ""
    }
    return year.standing.map { wording("standing.\($0.rawValue)", ["year": against]) } ?? ""
  }

  /// +44 (+16.9%)
  private func change(_ year: ProjectAnswer.Year) -> String {
    guard let change = year.change else { return "" }
    let sign = change > 0 ? "+" : ""
    let percent = year.changePercent.map { percent in
      let tenths = Int((percent.magnitude * 10).rounded())
      let sign = change > 0 ? "+" : change < 0 ? "-" : ""
      return wording.aside("\(sign)\(tenths / 10).\(tenths % 10)%")
    }
    return sign + change.grouped + (percent ?? "")
  }

  /// ほか, where the reports say that more took part than they name.
  private func others(in year: ProjectAnswer.Year) throws -> [Cell] {
    let records = try year.records.compactMap { try $0.id.flatMap(index.entry)?.record }
    let areMore = records.contains { $0.organizations.contains { $0.others == true } }
    return areMore ? [Cell(wording["others.more"])] : []
  }

  private func section(_ year: ProjectAnswer.Year) throws -> Section {
    let title = wording.years([year.fiscalYear].compactMap(\.self))
    return Section(
      heading: title,
      facts: [
        Fact(
          wording["form"], (year.sections.isEmpty ? year.forms : year.sections).map { Cell($0) }),
        Fact(wording["standing"], year.calledSingle ? wording["change.calledSingle"] : nil),
        Fact(
          wording["organizations"],
          year.partners.map { organization(called: $0) } + (try others(in: year))),
        Fact(wording["record"], year.records.map { record($0.id, "\($0.title)") }),
        Fact(wording["results"], year.results.map { Cell(wording.result($0)) }),
      ],
      table: year.occurrences.isEmpty ? nil : occurrences(year.occurrences, of: title + " "))
  }
}
