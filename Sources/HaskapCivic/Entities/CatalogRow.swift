internal import HaskapText

/// What a list tells of an organization, a project or a department, of the reports of one city.
struct CatalogRow: Sendable {
  var id: String
  var name: String
  var owner: String?
  /// How often it is listed by name.
  var mentions: Int
  /// Rows of reports that list it.
  var records = 0
  /// Fiscal years, ascending.
  var years: [Int] = []
  /// The sum of what these rows tell, of each holding once; nil where none tells.
  var participants: Int?

  init(id: String, name: String, owner: String? = nil, mentions: Int = 0) {
    (self.id, self.name, self.owner, self.mentions) = (id, name, owner, mentions)
  }

  /// The same, telling of some records alone.
  func telling(_ records: some Sequence<Int>, _ times: RecordTimes) -> CatalogRow {
    var row = self
    (row.records, row.years) = (0, [])
    var told: [Int: Int] = [:]
    for record in records {
      row.records += 1
      if let year = times.fiscalYear(of: record), !row.years.contains(year) {
        row.years.append(year)
      }
      guard let people = times.participants(of: record) else { continue }
      let holding = times.holding(of: record)
      if told[holding] == nil { told[holding] = people }
    }
    row.participants = told.isEmpty ? nil : told.values.saturatedSum
    row.years.sort()
    return row
  }

  /// One body of what several cities tell of it.
  static func joined(_ rows: [CatalogRow]) -> CatalogRow {
    var row = rows[0]
    guard rows.count > 1 else { return row }
    for other in rows.dropFirst() {
      if other.mentions > row.mentions { (row.name, row.mentions) = (other.name, other.mentions) }
      row.records += other.records
      row.participants = [row.participants, other.participants].toldSum
    }
    row.years = Set(rows.flatMap(\.years)).sorted()
    return row
  }
}

extension CatalogRow: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(id, name, owner, mentions, records, years, participants)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (id, name, owner) = (try reader.read(), try reader.read(), try reader.read())
    (mentions, records) = (try reader.read(), try reader.read())
    (years, participants) = (try reader.read(), try reader.read())
  }
}
