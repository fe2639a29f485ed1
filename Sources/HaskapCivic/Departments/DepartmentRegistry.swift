/// Which department is in charge of what.
public struct DepartmentRegistry: Sendable {
  /// In the order of first mention.
  public let departments: [DepartmentEntity]
  let folding: NameFolding
  let names: NameIndex

  init(_ departments: [DepartmentEntity], names: NameIndex, folding: NameFolding) {
    (self.departments, self.names, self.folding) = (departments, names, folding)
  }

  public init(records: [Record], aliases: OrganizationAliases = .tomakomai) {
    self.init(RecordList(records), aliases: aliases)
  }

  init(_ records: RecordList, aliases: OrganizationAliases) {
    let folding = NameFolding(places: aliases.places)
    var drafts = DepartmentDrafts(folding: folding)
    for (index, record) in records.enumerated() {
      let owner = Self.owner(of: record)
      for name in record.departments where NameLength.fits(name) {
        drafts.add(name, owner: owner, record: index)
      }
      for mention in record.namedOrganizations {
        // `青少年課長 高坂 博幸` stands as a host for the department.
        guard mention.name.contains("長"), mention.kind != .group else { continue }
        let host = OrganizationName(mention.name)
        guard host.office?.hasPrefix("長 ") == true else { continue }
        drafts.add(host.core, owner: owner, record: index)
      }
    }
    departments = drafts.finished
    self.folding = folding
    var names = NameIndex()
    for (place, department) in departments.enumerated() {
      names.insert(key: folding.key(department.name), value: place)
    }
    self.names = names
  }

  public subscript(id: String) -> DepartmentEntity? { departments.first { $0.id == id } }

  /// The departments that a name may mean, the likeliest first: exactly, by kana, by a part, or
  /// misspelt. Several when the name is ambiguous, or when the city and a council have one each.
  public func find(_ name: String) -> [(department: DepartmentEntity, agreement: NameAgreement)] {
    Self.keys(of: name, folding).flatMap { names.find(key: $0) }.sorted {
      ($0.agreement, $0.surplus, -departments[$0.value].records.count, $0.value)
        < ($1.agreement, $1.surplus, -departments[$1.value].records.count, $1.value)
    }.map { (departments[$0.value], $0.agreement) }
  }

  /// What a name is looked up by.
  static func keys(of name: String, _ folding: NameFolding) -> [String] { [folding.key(name)] }

  /// A council's report names the council's departments, all others the city's.
  private static func owner(of record: Record) -> String? {
    guard record.layout == .council else { return nil }
    let host = record.namedOrganizations.first { $0.role == .host }
    return host.map { OrganizationName($0.name).core }
  }
}

extension DepartmentRegistry: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(folding, departments, names) }

  init(from reader: inout PackedReader) throws(PackedError) {
    folding = try reader.read()
    departments = try reader.read()
    names = try reader.read()
    try reader.require(names.lastValue < max(1, departments.count))
  }

  /// The highest number of a record; -1 where there is none.
  var lastRecord: Int { departments.flatMap(\.records).max() ?? -1 }
}

private struct DepartmentDrafts {
  let folding: NameFolding
  private var entities: [DepartmentEntity] = []
  private var spellings: [[String: Int]] = []
  private var places: [String: Int] = [:]

  init(folding: NameFolding) { self.folding = folding }

  mutating func add(_ name: String, owner: String?, record: Int) {
    let key = folding.key(name)
    guard !key.isEmpty else { return }
    let id = owner.map { folding.key($0) + "/" + key } ?? key
    if places[id] == nil {
      places[id] = entities.count
      entities.append(DepartmentEntity(id: id, name: name, owner: owner))
      spellings.append([:])
    }
    guard let place = places[id] else { return }
    spellings[place][name, default: 0] += 1
    if entities[place].records.last != record { entities[place].records.append(record) }
  }

  var finished: [DepartmentEntity] {
    zip(entities, spellings).map { entity, spellings in
      var entity = entity
      entity.spellings = spellings.map { .init(text: $0.key, count: $0.value) }
        .sorted { (-$0.count, $0.text.count, $0.text) < (-$1.count, $1.text.count, $1.text) }
      entity.name = entity.spellings.first?.text ?? entity.name
      return entity
    }
  }
}
