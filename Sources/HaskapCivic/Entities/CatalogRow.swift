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
  /// Whether a number that goes into the sum is printed with 約.
  var isApproximate = false

  init(id: String, name: String, owner: String? = nil, mentions: Int = 0) {
    (self.id, self.name, self.owner, self.mentions) = (id, name, owner, mentions)
  }

  /// Makes it tell of some records alone.
  mutating func tell(of records: some Sequence<Int>, _ times: RecordTimes) {
    (self.records, years, isApproximate) = (0, [], false)
    var told: [Int: Int] = [:]
    for record in records {
      self.records += 1
      if let year = times.fiscalYear(of: record), !years.contains(year) { years.append(year) }
      guard let people = times.participants(of: record) else { continue }
      let holding = times.holding(of: record)
      guard told[holding] == nil else { continue }
      told[holding] = people
      isApproximate = isApproximate || times.isApproximate(record)
    }
    participants = told.isEmpty ? nil : told.values.saturatedSum
    years.sort()
  }

  /// Adds what another city tells of the same body.
  mutating func join(_ other: CatalogRow) {
    if other.mentions > mentions { (name, mentions) = (other.name, other.mentions) }
    records += other.records
    participants = [participants, other.participants].toldSum
    isApproximate = isApproximate || other.isApproximate
    years = Set(years + other.years).sorted()
  }
}

extension CatalogRow: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(id, name, owner, mentions, records, years, participants, isApproximate)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (id, name, owner) = (try reader.read(), try reader.read(), try reader.read())
    (mentions, records) = (try reader.read(), try reader.read())
    (years, participants) = (try reader.read(), try reader.read())
    isApproximate = try reader.read()
  }
}
