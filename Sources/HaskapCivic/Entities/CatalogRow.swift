internal import HaskapText

/// What a list tells of an organization, a project or a department, of the reports of one city.
struct CatalogRow: Sendable {
  var kind: CatalogKind
  var id: String
  var name: String
  var owner: String?
  /// How often it is listed by name.
  var mentions: Int
  /// Rows of reports that list it.
  var records: Int
  /// Fiscal years, ascending.
  var years: [Int]
  /// The sum of what these rows tell; nil where none tells.
  var participants: Int?

  init(
    _ kind: CatalogKind, id: String, name: String, owner: String? = nil, mentions: Int = 0,
    of records: [RecordFacts]
  ) {
    (self.kind, self.id, self.name, self.owner) = (kind, id, name, owner)
    (self.mentions, self.records) = (mentions, records.count)
    years = Set(records.compactMap(\.fiscalYear)).sorted()
    let told = records.compactMap(\.participants)
    participants = told.isEmpty ? nil : told.saturatedSum
  }

  /// - Parameter facts: of the records that the others count.
  static func all(
    _ organizations: OrganizationRegistry, _ projects: ProjectCatalog,
    _ departments: DepartmentRegistry, _ facts: [RecordFacts]
  ) -> [CatalogRow] {
    var rows = organizations.organizations.map { body in
      CatalogRow(
        .organizations, id: body.id, name: body.name,
        mentions: body.spellings.reduce(0) { $0 + $1.count },
        of: body.listed.map { facts[$0.record] })
    }
    rows += projects.series.map { one in
      CatalogRow(.projects, id: one.id, name: one.title, of: one.records.map { facts[$0] })
    }
    rows += departments.departments.map { one in
      CatalogRow(
        .departments, id: one.id, name: one.name, owner: one.owner,
        of: one.records.map { facts[$0] })
    }
    return rows
  }

  /// One body of what several cities tell of it.
  static func joined(_ rows: [CatalogRow]) -> CatalogRow {
    var row = rows[0]
    for other in rows.dropFirst() {
      if other.mentions > row.mentions { (row.name, row.mentions) = (other.name, other.mentions) }
      row.records += other.records
      let told = [row.participants, other.participants].compactMap(\.self)
      row.participants = told.isEmpty ? nil : told.saturatedSum
    }
    row.years = Set(rows.flatMap(\.years)).sorted()
    return row
  }
}

extension CatalogRow: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(kind, id, name, owner, mentions, records, years, participants)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (kind, id, name) = (try reader.read(), try reader.read(), try reader.read())
    (owner, mentions, records) = (try reader.read(), try reader.read(), try reader.read())
    (years, participants) = (try reader.read(), try reader.read())
  }
}
