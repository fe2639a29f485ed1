internal import Haskap
internal import HaskapText

/// What the index is to hold of one city.
struct CityDraft: Sendable {
  let records: CityRecords
  /// Of each record, the ids of the bodies that it names.
  let bodiesOfRecords: [[String]]
  let bodies: [CityBody]
  let entities: PackedEntities

  /// - Throws: `AnalysisError`.
  init(_ records: CityRecords, aliases: OrganizationAliases) throws {
    let made = MadeEntities(records, aliases: aliases)
    self.records = records
    bodiesOfRecords = made.organizations.idsOfRecords(records.placed.count)
    bodies = made.bodies
    let names = made.bodies.flatMap { body in
      body.spellings.map { OrganizationName($0.text).core }
    }
    let words = try HarvestedWords.words(in: names + records.records.map(\.name))
    entities = try PackedEntities(
      made, words: words.map(\.text),
      session: Analyzer(named: CivicSchema.analyzer).makeSession())
  }

  /// Those of several cities, made at as many a time as there are processors.
  ///
  /// - Throws: `AnalysisError`.
  static func all(
    _ cities: [CityRecords], aliases: OrganizationAliases
  ) throws -> [CityDraft] {
    var drafts: [CityDraft] = []
    try OrderedWork.run(cities.count) { place in
      Result { try CityDraft(cities[place], aliases: aliases) }
    } take: {
      drafts.append(try $0.get())
    }
    return drafts
  }

  /// Words for the analyzer that the names of several cities give.
  static func words(_ cities: [CityTable.City]) -> [UserWord] {
    Set(cities.flatMap(\.words)).sorted().map { UserWord($0) }
  }

  /// The documents of the records at some places.
  func documents(_ places: some Sequence<Int>) -> [Document] {
    places.flatMap {
      CivicDocuments.documents(of: records.placed[$0], bodies: bodiesOfRecords[$0])
    }
  }
}

extension OrganizationRegistry {
  /// Of each record, the ids of the bodies that it names.
  func idsOfRecords(_ count: Int) -> [[String]] {
    var ids = Array(repeating: [String](), count: count)
    for entity in entities {
      for mention in entity.mentions { ids[mention.record].append(entity.id) }
    }
    return ids
  }
}
