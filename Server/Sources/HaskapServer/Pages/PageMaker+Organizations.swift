import HaskapCivic

extension PageMaker {
  /// Everything that an organization did, by year and role.
  func organizationPage(_ id: String) throws -> Page? {
    guard let body = try index.organization(id: id),
      let entity = try index.organizations()[id]
    else { return nil }
    let years = Dictionary(grouping: body.activities, by: \.fiscalYear)
      .sorted { ($0.key ?? .max) < ($1.key ?? .max) }
    let told = wording("organization.told", ["n": body.activities.count.grouped])
    return Page(
      address: .organization(id), title: body.name,
      description: body.name + wording["colon"] + told,
      linkedData: LinkedData(body),
      fields: [
        "kind": wording["organization"],
        "facts": Section.fields(try identity(body, entity)),
        "sections": ([overview(years)] + years.reversed().map(section) + [try partners(entity)])
          .compactMap(\.self).map(\.fields),
      ])
  }

  private func identity(
    _ body: OrganizationAnswer.Body, _ entity: OrganizationEntity
  ) throws -> [Fact] {
    let registry = try index.organizations()
    func cells(_ ids: [String]) -> [Cell] {
      ids.map { Cell(registry[$0]?.name ?? $0, link: links.to(.organization($0))) }
    }
    return [
      Fact(
        wording["spellings"], body.spellings.map { Cell($0.text + wording.aside($0.count.grouped)) }
      ),
      Fact(
        wording["cities"],
        body.cities.map { Cell($0.name + wording.aside($0.activities.grouped)) }),
      Fact(wording["otherNames"], body.otherNames.map { Cell($0) }),
      Fact(wording["formerNames"], body.formerNames.map { Cell($0) }),
      Fact(wording["parent"], cells([entity.parent].compactMap(\.self))),
      Fact(wording["children"], cells(entity.children)),
    ]
  }

  private typealias Year = (key: Int?, value: [RecordReference])

  /// How much it did each year, and in what role.
  private func overview(_ years: [Year]) -> Section? {
    let roles = OrganizationEntity.Role.all.filter { role in
      years.contains { $0.value.contains { $0.role == role } }
    }
    let rows = years.map { year, activities in
      [self.year(year)]
        + roles.map { role in Cell(activities.count { $0.role == role }) }
        + [Cell(activities.count)]
    }
    guard !rows.isEmpty else { return nil }
    let bars = years.map { year, activities in
      (year.map(wording.shortYear) ?? "–", activities.count, activities.count.grouped)
    }
    return Section(
      heading: wording["byYear"], chart: Chart(label: wording["byYear"], bars: bars),
      table: Table(
        caption: wording["byYear"],
        headings: [wording["year"]] + roles.map { wording.label("role", $0) } + [wording["sum"]],
        rows: rows))
  }

  private func section(_ year: Int?, _ activities: [RecordReference]) -> Section {
    let heading = wording.years([year].compactMap(\.self))
    return Section(heading: heading, table: table(activities, caption: heading, withRole: true))
  }

  /// Who stands in the same rows, the most frequent first.
  private func partners(_ entity: OrganizationEntity) throws -> Section? {
    let own = Set(entity.listed.map(\.record))
    let others = try index.organizations().organizations.filter { $0.id != entity.id }
      .map { other in (body: other, count: other.listed.count { own.contains($0.record) }) }
      .filter { $0.count > 0 }.sorted { ($1.count, $0.body.name) < ($0.count, $1.body.name) }
    guard !others.isEmpty else { return nil }
    return Section(
      heading: wording["partners"],
      table: Table(
        caption: wording["partners.caption"],
        headings: [wording["organization"], wording["together"]],
        rows: others.prefix(50).map { body, count in
          [Cell(body.name, link: links.to(.organization(body.id))), Cell(count)]
        }))
  }
}

extension OrganizationEntity.Role {
  static let all: [Self] = [.host, .partner, .related, .mentioned]
}
