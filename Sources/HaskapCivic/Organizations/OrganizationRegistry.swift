internal import Haskap

/// Who is who in a set of records.
public struct OrganizationRegistry: Sendable {
  /// Organizations first, then persons, then descriptive groups; each in the order of first mention.
  public private(set) var entities: [OrganizationEntity]
  private let places: [ExactString: Int]
  let folding: NameFolding
  let names: NameIndex

  public init(records: [Record], aliases: OrganizationAliases = .tomakomai) {
    self.init(RecordList(records), aliases: aliases)
  }

  init(_ records: RecordList, aliases: OrganizationAliases) {
    var builder = OrganizationRegistryBuilder(aliases: aliases)
    builder.addListed(in: records)
    builder.addMentioned(in: records)
    entities = builder.finished()
    folding = builder.folding
    places = Self.places(entities)
    names = Self.index(entities, folding)
  }

  /// - Parameter places: of the entities, by their ids.
  init(
    _ entities: [OrganizationEntity], places: [ExactString: Int], names: NameIndex,
    folding: NameFolding
  ) {
    (self.entities, self.places, self.names, self.folding) = (entities, places, names, folding)
  }

  private static func places(_ entities: [OrganizationEntity]) -> [ExactString: Int] {
    var places = [ExactString: Int](minimumCapacity: entities.count)
    for (place, entity) in entities.enumerated() where places[ExactString(entity.id)] == nil {
      places[ExactString(entity.id)] = place
    }
    return places
  }

  /// The same with its records counted from another number.
  consuming func moved(by base: Int) -> OrganizationRegistry {
    guard base != 0 else { return self }
    for place in entities.indices {
      for mention in entities[place].mentions.indices {
        entities[place].mentions[mention].record += base
      }
    }
    return self
  }

  /// The organizations, without persons and groups (町内会、自治会).
  public var organizations: [OrganizationEntity] { entities.filter { $0.kind == .named } }

  public subscript(id: String) -> OrganizationEntity? {
    places[ExactString(id)].map { entities[$0] }
  }

  private static func index(_ entities: [OrganizationEntity], _ folding: NameFolding) -> NameIndex {
    var index = NameIndex()
    for (place, entity) in entities.enumerated() {
      let names = entity.spellings.map(\.text) + entity.otherNames + entity.formerNames
      for name in ([entity.name] + names).uniqued {
        let key = folding.key(OrganizationName(name).searchable)
        index.insert(key: key, value: place)
        for reading in NameReadings.readings(of: key, folding) {
          index.insert(reading: NameFolding.loose(reading), value: place)
        }
      }
    }
    return index
  }
}

extension OrganizationRegistry {
  public struct Match: Sendable {
    public var entity: OrganizationEntity
    public var agreement: NameAgreement
  }

  public enum Answer: Sendable {
    case one(Match)
    /// Several bodies fit equally well: the likeliest first.
    case several([Match])
    case none
  }

  /// What a name may mean, the likeliest first. Legal forms, width, case, spacing and old kanji
  /// never matter; when nothing fits exactly, kana, parts of names and misspellings do.
  public func find(_ name: String) -> [Match] {
    let found = Self.keys(of: name, folding).map { names.find(key: $0) }.filter { !$0.isEmpty }
    let matches = found.min { $0[0].agreement < $1[0].agreement } ?? []
    return ofKind(OrganizationName(name).form?.kind, among: matches).sorted { one, other in
      rank(one) < rank(other)
    }.map { Match(entity: entities[$0.value], agreement: $0.agreement) }
  }

  /// Where bodies of several kinds have a name, and somebody asks with a legal form, those of its kind.
  private func ofKind(_ kind: String?, among matches: [NameIndex.Match]) -> [NameIndex.Match] {
    guard let kind, matches.count > 1 else { return matches }
    let own = matches.filter { OrganizationName(entities[$0.value].name).form?.kind == kind }
    return own.isEmpty ? matches : own
  }

  /// What a name is looked up by.
  static func keys(of name: String, _ folding: NameFolding) -> [String] {
    Set([folding.key(OrganizationName(name).searchable), folding.key(name)]).sorted()
  }

  /// One body when the name leaves no choice. A body and its own branches are no choice: the body
  /// is meant.
  public func resolve(_ name: String) -> Answer {
    let matches = find(name).filter { $0.entity.kind != .group || $0.agreement == .exact }
    guard let first = matches.first else { return .none }
    let ids = Set(matches.map(\.entity.id))
    let heads = matches.filter { match in
      match.entity.parent.map { !ids.contains($0) } ?? true
    }
    guard heads.count > 1 else { return .one(heads.first ?? first) }
    return .several(matches)
  }

  /// All records that name a body, in their order, with the role it has in each.
  ///
  /// - Parameters:
  ///   - withChildren: also those of its branches, committees and centers.
  ///   - withMentions: also those that name it only in the project's name or in prose.
  public func mentions(
    of id: String, withChildren: Bool = false, withMentions: Bool = true
  ) -> [OrganizationEntity.Mention] {
    guard let entity = self[id] else { return [] }
    let family = withChildren ? [entity] + descendants(of: entity) : [entity]
    var byRecord: [Int: OrganizationEntity.Mention] = [:]
    for mention in family.flatMap(\.mentions) where withMentions || mention.role != .mentioned {
      if let known = byRecord[mention.record], known.role != .mentioned { continue }
      byRecord[mention.record] = mention
    }
    return byRecord.values.sorted { $0.record < $1.record }
  }

  /// The body at the head of a branch's branch.
  func head(of entity: OrganizationEntity) -> OrganizationEntity {
    var head = entity
    while let parent = head.parent.flatMap({ self[$0] }) { head = parent }
    return head
  }

  private func descendants(of entity: OrganizationEntity) -> [OrganizationEntity] {
    entity.children.compactMap { self[$0] }.flatMap { [$0] + descendants(of: $0) }
  }

  private func rank(_ match: NameIndex.Match) -> (NameAgreement, Int, Int, Int) {
    (match.agreement, match.surplus, -entities[match.value].mentions.count, match.value)
  }
}

extension OrganizationRegistry: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(folding, entities, names) }

  init(from reader: inout PackedReader) throws(PackedError) {
    folding = try reader.read()
    let read: [OrganizationEntity] = try reader.read()
    names = try reader.read()
    places = Self.places(read)
    try reader.require(places.count == read.count && names.lastValue < max(1, read.count))
    entities = try Self.joined(read, places, reader)
  }

  /// Each with its children; nobody may be their own ancestor.
  private static func joined(
    _ entities: [OrganizationEntity], _ places: [ExactString: Int], _ reader: PackedReader
  ) throws(PackedError) -> [OrganizationEntity] {
    var entities = entities
    for place in entities.indices {
      var (ancestor, generations) = (place, 0)
      while let next = entities[ancestor].parent.flatMap({ places[ExactString($0)] }) {
        if generations == 0 { entities[next].children.append(entities[place].id) }
        (ancestor, generations) = (next, generations + 1)
        try reader.require(generations <= entities.count)
      }
    }
    return entities
  }

  /// The highest number of a record; -1 where there is none.
  var lastRecord: Int {
    entities.reduce(-1) { last, entity in
      entity.mentions.indices.reduce(last) { max($0, entity.mentions[$1].record) }
    }
  }
}
