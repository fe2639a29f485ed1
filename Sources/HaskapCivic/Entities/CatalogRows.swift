/// A list of all organizations, projects or departments of one city.
struct CatalogRows: Sendable {
  let rows: [CatalogRow]
  /// Of each row the records that it counts, by their numbers: what a list of a period is made of.
  let listed: [[Int]]

  /// - Parameter times: of the records.
  private init(_ rows: [(CatalogRow, [Int])], _ times: RecordTimes) {
    self.rows = rows.map { row, listed in
      var row = row
      row.tell(of: listed, times)
      return row
    }
    listed = rows.map(\.1)
  }

  init(_ organizations: OrganizationRegistry, _ times: RecordTimes) {
    self.init(
      organizations.organizations.map { body in
        let mentions = body.spellings.reduce(0) { $0 + $1.count }
        return (
          CatalogRow(id: body.id, name: body.name, mentions: mentions), body.listed.map(\.record)
        )
      }, times)
  }

  init(_ projects: ProjectCatalog, _ times: RecordTimes) {
    self.init(projects.series.map { (CatalogRow(id: $0.id, name: $0.title), $0.records) }, times)
  }

  init(_ departments: DepartmentRegistry, _ times: RecordTimes) {
    self.init(
      departments.departments.map {
        (CatalogRow(id: $0.id, name: $0.name, owner: $0.owner), $0.records)
      }, times)
  }
}

extension PackedEntities.Kind {
  static func rows(of kind: CatalogKind) -> Self {
    switch kind {
    case .organizations: .organizationRows
    case .projects: .projectRows
    case .departments: .departmentRows
    }
  }

  static func listed(of kind: CatalogKind) -> Self {
    switch kind {
    case .organizations: .organizationRecords
    case .projects: .projectRecords
    case .departments: .departmentRecords
    }
  }
}
