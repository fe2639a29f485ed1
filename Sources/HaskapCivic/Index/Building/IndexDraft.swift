internal import Haskap
internal import HaskapText

/// The index of all reports while it is made. In memory are the records of the cities at work, and what is
/// made of the organizations of all; the rest is set aside.
struct IndexDraft {
  private let file: SpillFile
  private let names: RepeatedNames
  private var cities: [City] = []

  private struct City: Sendable {
    var table: CityTable.City
    var bodies: [CityBody]
    /// Of each block, the ids of the bodies that its records name.
    var blocks: [(records: RecordBlock, bodies: SpillFile.Place)]
    var entities: SpillFile.Place
  }

  /// Cities are made at as many a time as there are processors.
  ///
  /// - Throws: `AnalysisError`; errors of the earlier index.
  init(_ update: ReportUpdate, aliases: OrganizationAliases) throws {
    let (file, blocks) = (update.earlier.file, try update.blocks())
    let names = try RepeatedNames(blocks, in: file)
    (self.file, self.names) = (file, names)
    let onlyCity = CityRecords.onlyCity(blocks.lazy.map(\.city))
    let cities = Dictionary(grouping: blocks) { $0.city ?? onlyCity ?? "" }
      .sorted { $0.key < $1.key }
    try OrderedWork.run(cities.count) { place in
      let (city, blocks) = cities[place]
      return Result {
        try Self.city(city, blocks.sorted(by: RecordBlock.precedes), names, file, aliases)
      }
    } take: {
      self.cities.append(try $0.get())
    }
  }

  private static func city(
    _ name: String, _ blocks: [RecordBlock], _ names: RepeatedNames, _ file: SpillFile,
    _ aliases: OrganizationAliases
  ) throws -> City {
    let placed = try blocks.flatMap { try names.records(of: $0, in: file) }
    let draft = try CityDraft(CityRecords(city: name, placed: placed), aliases: aliases)
    var bodies = draft.bodiesOfRecords[...]
    return City(
      table: draft.entities.city, bodies: draft.bodies,
      blocks: try blocks.map { block in
        defer { bodies = bodies.dropFirst(block.names.count) }
        return (block, try file.keep(Array(bodies.prefix(block.names.count))))
      }, entities: try file.keep(draft.entities))
  }

  var schema: Schema {
    get throws { try CivicSchema.schema(words: CityDraft.words(cities.map(\.table))) }
  }

  /// Hands on all documents, some at a time.
  ///
  /// - Throws: what `take` throws; errors of the file.
  func eachDocuments(_ take: ([Document]) throws -> Void) throws {
    let (file, names) = (file, names)
    let parts = cities.flatMap(\.blocks)
    try OrderedWork.run(parts.count) { part in
      Result {
        let records = try names.records(of: parts[part].records, in: file)
        let bodies = try file.read([[String]].self, parts[part].bodies)
        return zip(records, bodies).flatMap { CivicDocuments.documents(of: $0, bodies: $1) }
      }
    } take: {
      try take($0.get())
    }
    for body in CityBody.joined(cities.map(\.bodies)) {
      try take([CivicDocuments.document(of: body)])
    }
  }

  /// Writes what stands beside the index.
  ///
  /// - Throws: errors of the index.
  func writeEntities(of index: IndexReader) throws {
    try StoredEntities.write(cities.map(\.table), of: index) { city in
      try file.read(PackedEntities.self, cities[city].entities)
    }
  }
}
