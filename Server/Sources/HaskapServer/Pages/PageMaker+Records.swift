import HaskapCivic

extension PageMaker {
  /// All that the index keeps of a project or of one of its activities, and where it is printed.
  func recordPage(_ id: String) throws -> Page? {
    guard let entry = try index.entry(id: id), let record = entry.record else { return nil }
    let place = snapshot.places[entry.type == .activity ? Self.projectID(of: id) : id]
    let subtitle = "\(wording.label("type", entry.type)) – \(wording.years(entry.fiscalYears))"
    return Page(
      address: .record(id), title: entry.name,
      description: entry.name + wording["comma"] + subtitle,
      linkedData: LinkedData(record),
      fields: [
        "kind": wording.label("type", entry.type),
        "facts": Section.fields(try identity(entry, record, place) + prose(record)),
        "sections": sections(record).map(\.fields),
      ])
  }

  /// `kyodo-2023/花火大会-7k2f` of its activity `kyodo-2023/花火大会-7k2f#2023-08-05`.
  private static func projectID(of activity: String) -> String {
    activity.lastIndex(of: "#").map { String(activity[..<$0]) } ?? activity
  }

  private func identity(_ entry: CivicEntry, _ record: Record, _ place: Int?) throws -> [Fact] {
    let series = try place.flatMap { try index.projects().series(ofRecord: $0) }
    let isActivity = entry.type == .activity
    return [
      Fact(wording["year"], entry.fiscalYears.map { year($0) }),
      Fact(wording["project"], series.map { [project($0)] } ?? []),
      Fact(
        wording["record"],
        isActivity ? [self.record(Self.projectID(of: entry.id), record.title)] : []),
      Fact(
        wording["form"],
        record.forms.isEmpty ? record.section ?? record.formLabel : record.formLabel),
      Fact(wording["number"], record.number.map(String.init)),
      Fact(
        wording["departments"], record.departments.map { department($0, inRecord: place) }),
      Fact(
        wording["organizations"],
        record.organizations.map { one in
          organization(one.name, inRecord: place, shown: wording.mention(one))
        }),
      Fact(wording["held"], implementation(record)),
      Fact(wording["participants"], wording.people(record)),
      Fact(wording.off(record.occurrences), record.cancelled == true ? wording["yes"] : nil),
    ]
  }

  private func implementation(_ record: Record) -> String? {
    record.implementation.map { held in
      let since = held.since.map {
        wording(
          held.isApproximate == true ? "since.about" : "since", ["year": wording.shortYear($0)])
      }
      return [wording.label("held", held.kind), since ?? ""].filter { !$0.isEmpty }
        .joined(separator: wording["comma"])
    }
  }

  private func prose(_ record: Record) -> [Fact] {
    let pledge = [record.pledge.map(String.init), record.measure.map(String.init)]
      .compactMap(\.self).joined(separator: "-")
    return [
      Fact(wording["purpose"], record.purpose), Fact(wording["effect"], record.effect),
      Fact(wording["base"], record.base), Fact(wording["service"], record.service),
      Fact(wording["subItem"], record.subItem), Fact(wording["goal"], record.goal),
      Fact(
        wording["policy"],
        [record.policy, record.policyTitle].compactMap(\.self).joined(separator: " ")),
      Fact(
        wording["pledge"],
        [pledge, record.pledgeTitle ?? ""].filter { !$0.isEmpty }.joined(separator: " ")),
      Fact(wording["stars"], record.stars.map { "\($0) / 10" }),
      Fact(wording["progress"], record.progress.map { "\($0)%" }),
      Fact(wording["bullets"], record.bullets.map { Cell($0) }),
      Fact(wording["text"], record.text),
      Fact(wording["remarks"], record.remarks.map { Cell($0) }),
      Fact(wording["rest"], record.rest.map { Cell($0) }),
    ]
  }

  private func sections(_ record: Record) -> [Section] {
    var sections: [Section] = []
    if !record.occurrences.isEmpty {
      sections.append(
        Section(heading: wording["occurrences"], table: occurrences(record.occurrences)))
    }
    if !record.results.isEmpty {
      let rows = record.results.map {
        [Cell($0.label), Cell($0.fiscalYear.map(wording.shortYear)), Cell(wording.result($0))]
      }
      sections.append(
        Section(
          heading: wording["results"],
          table: Table(
            caption: wording["results"],
            headings: [wording["item"], wording["year"], wording["results"]], rows: rows)))
    }
    return sections + [source(record)]
  }

  func occurrences(_ all: [Record.Occurrence], of year: String = "") -> Table {
    Table(
      caption: year + wording["occurrences"],
      headings: [wording["date"], wording["activity"], wording["participants"]],
      rows: all.map { one in
        let people = one.cancelled == true ? wording.off([one]) : wording.people(one)
        return [Cell(wording.dates(one)), Cell(one.label), Cell(people)]
      })
  }

  /// To the page of the report, where that is at hand (RFC 8118, section 3).
  private func pageLink(_ record: Record) -> [Cell] {
    guard !links.isStatic, let page = record.page, let file = snapshot.file(of: record) else {
      return []
    }
    return [
      Cell(wording("page.link", ["n": String(page)]), link: links.root + "\(file)#page=\(page)")
    ]
  }

  private func source(_ record: Record) -> Section {
    let notes = record.notes.map {
      Cell(
        [$0.printed, wording.retold($0.reason)].compactMap(\.self).joined(
          separator: wording["colon"]))
    }
    let lines = snapshot.printedLines(of: record)
    return Section(
      heading: wording["source"],
      facts: [
        Fact(wording["file"], [Cell(wording.source(record))] + pageLink(record)),
        Fact(wording["id"], record.id),
        Fact(wording["notes"], notes),
      ],
      printed: (lines ?? []).map { $0.split(separator: "\t").joined(separator: " │ ") },
      note: lines == nil ? wording["printed.gone"] : wording["printed"])
  }
}
