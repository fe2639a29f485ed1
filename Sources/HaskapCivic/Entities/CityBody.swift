/// What the reports of one city tell of an organization: what its document is made of.
struct CityBody: Sendable, Equatable {
  let id: String
  private(set) var name: String
  let kind: OrganizationEntity.Kind
  /// The commonest first.
  private(set) var spellings: [OrganizationEntity.Spelling]
  private(set) var otherNames: [String]
  /// Fiscal years, ascending.
  private(set) var years: [Int]
  /// The projects it took part in, in the order of the reports.
  private(set) var activities: [String]
  private(set) var forms: [String]
  private(set) var departments: [String]
  /// When the records are of that name it, as `RecordTime` has it; ascending.
  private(set) var times: [Int]

  /// - Parameter records: those that the organization's mentions count.
  init(_ entity: OrganizationEntity, _ records: RecordList) {
    let own = entity.listed.map { records[$0.record] }
    (id, name, kind) = (entity.id, entity.name, entity.kind)
    (spellings, otherNames) = (entity.spellings, entity.otherNames)
    years = Set(own.compactMap(\.fiscalYear)).sorted()
    activities = own.map(\.title).uniqued
    forms = own.flatMap(\.formLabels).uniqued
    departments = own.flatMap(\.departments).uniqued
    let times = entity.mentions.flatMap { RecordTime.all(of: records[$0.record]) }
    self.times = Set(times.map { Int($0.number) }).sorted()
  }

  /// One body that the reports of several cities tell of; nil where none does.
  static func joined(_ parts: [CityBody]) -> CityBody? {
    guard var body = parts.first else { return nil }
    guard parts.count > 1 else { return body }
    body.name = Listed.name(parts.map { ($0.name, $0.spellings) })
    body.spellings = Listed.spellings(parts.flatMap(\.spellings))
    body.otherNames = parts.flatMap(\.otherNames).uniqued
    body.years = Set(parts.flatMap(\.years)).sorted()
    body.activities = parts.flatMap(\.activities).uniqued
    body.forms = parts.flatMap(\.forms).uniqued
    body.departments = parts.flatMap(\.departments).uniqued
    body.times = Set(parts.flatMap(\.times)).sorted()
    return body
  }

  /// The bodies that the reports of several cities tell of.
  static func joined(_ cities: [[CityBody]]) -> [CityBody] {
    let parts = Dictionary(grouping: cities.joined(), by: \.id)
    return cities.joined().map(\.id).uniqued.compactMap { joined(parts[$0] ?? []) }
  }

  private typealias Listed = OrganizationEntity.Listed
}

extension CityBody: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(
      id, name, kind, spellings, otherNames, years, activities, forms, departments, times)
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (id, name, kind) = (try reader.read(), try reader.read(), try reader.read())
    (spellings, otherNames) = (try reader.read(), try reader.read())
    (years, activities) = (try reader.read(), try reader.read())
    (forms, departments) = (try reader.read(), try reader.read())
    times = try reader.read()
  }
}
