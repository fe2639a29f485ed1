internal import Haskap
internal import Synchronization

extension CivicIndex {
  /// The cities, with the numbers of their records.
  func cities() throws -> CityTable {
    if let stored = try storedEntities() { return stored.table }
    return CityTable(
      try madeEntities().map { .init(name: $0.city, records: $0.ids.count, words: []) })
  }

  func storedEntities() throws -> StoredEntities? {
    try entities.stored.value { StoredEntities(of: reader) }
  }

  func madeEntities() throws -> [MadeEntities] {
    try entities.made.value {
      let aliases = try aliases().all
      return try cityRecords().map { MadeEntities($0, aliases: aliases) }
    }
  }

  /// How names are compared, by the aliases that the index was built with.
  func folding() throws -> NameFolding {
    try entities.folding.value { NameFolding(places: try aliases().all.places) }
  }

  /// How many records there are.
  func recordCount() throws -> Int { try cities().recordCount }

  /// A record by its number.
  func record(_ number: Int) throws -> Record {
    let table = try cities()
    let city = table.city(of: number)
    let id = try ids(ofCity: city)[number - table.base(of: city)]
    guard let record = try entry(id: id)?.record else {
      throw CivicUpdateError.otherVersion(reader.path)
    }
    return record
  }

  /// A record in short, by its number.
  func reference(_ number: Int) throws -> RecordReference {
    let table = try cities()
    let city = table.city(of: number)
    if entities.references.withLock({ $0[city] }) == nil { try prepareReferences(of: [city]) }
    let all = entities.references.withLock { $0[city] }
    let row = number - table.base(of: city)
    if let reference = try? all?.row(row) { return reference }
    // What is stored and cannot be read is made of the records again, as everywhere.
    let made = try madeEntities()[city].references
    guard made.indices.contains(row) else { throw CivicUpdateError.otherVersion(reader.path) }
    return made[row]
  }

  /// Records in short, by their numbers, of which many of one city follow each other.
  func references(_ numbers: [Int]) throws -> [RecordReference] {
    let table = try cities()
    var references: [RecordReference] = []
    references.reserveCapacity(numbers.count)
    var rest = numbers[...]
    while let first = rest.first {
      let city = table.city(of: first)
      let own = rest.prefix { table.city(of: $0) == city }
      if entities.references.withLock({ $0[city] }) == nil { try prepareReferences(of: [city]) }
      let all = entities.references.withLock { $0[city] }
      if let all, let rows = try? all.rows(own.map { $0 - table.base(of: city) }) {
        references += rows
      } else {
        references += try own.map(reference)
      }
      rest = rest.dropFirst(own.count)
    }
    return references
  }

  /// Reads the records in short of cities side by side, so that they are at hand then.
  func prepareReferences(of cities: [Int]) throws {
    let all = try eachCity(cities) { city in
      try city.read(.references) {
        try PackedRows($0.references)
      } isSound: {
        $0.count == $1
      }
    }
    entities.references.withLock { known in
      for (city, part) in zip(cities, all) { known[city] = part.value }
    }
  }

  /// The records' ids, in their order.
  private func ids(ofCity city: Int) throws -> [String] {
    if let known = entities.ids.withLock({ $0[city] }) { return known }
    let ids = try eachCity([city]) { try $0.read(.ids, made: \.ids) { $0.count == $1 } }
      .flatMap(\.value)
    entities.ids.withLock { $0[city] = ids }
    return ids
  }

  /// The records of all cities.
  func cityRecords() throws -> [CityRecords] {
    let placed = try placedRecords(.everything)
    return CityRecords.grouped(
      placed, onlyCity: CityRecords.onlyCity(placed.lazy.map(\.record.municipality)))
  }

  /// The records of some of several cities.
  func cityRecords(of cities: Set<String>) throws -> [CityRecords] {
    let terms = cities.sorted().map {
      Query.term(field: CivicSchema.city, Array(CityKeyword.keyword($0).utf8))
    }
    return CityRecords.grouped(try placedRecords(.any(terms)), onlyCity: nil)
  }

  /// The documents of a record, made again.
  func documents(ofRecord id: String) throws -> [Document] {
    let key = Query.term(field: CivicSchema.key, Array(id.utf8))
    guard let hit = try searcher.search(.filter(key), limit: 1).hits.first,
      let placed = try placedRecords(key).first
    else { return [] }
    let bodies = try ColumnReader(reader, field: CivicSchema.organization)
      .values(segment: hit.segment, document: Int(hit.document)).compactMap(\.text)
    return CivicDocuments.documents(of: placed, bodies: bodies)
  }

  /// All records by their reports' paths; those of one report are in memory at a time.
  ///
  /// - Throws: `FormatError` when the index is damaged; `StorageError`.
  func recordBlocks(in file: SpillFile) throws -> [ExactString: [RecordBlock]] {
    var reports: [ExactString: [RecordPlace]] = [:]
    try eachRecord(.everything) { reports[ExactString($0), default: []].append($1) }
    var blocks: [ExactString: [RecordBlock]] = [:]
    for (report, places) in reports {
      let sorted = try places.sorted { $0.place < $1.place }.map { try placed($0, report.text) }
      blocks[report] = try RecordBlock.all(sorted, in: file)
    }
    return blocks
  }

  private func placedRecords(_ query: Query) throws -> [CityRecords.Placed] {
    var placed: [CityRecords.Placed] = []
    try eachRecord(query) { placed.append(try self.placed($1, $0)) }
    return placed
  }

  /// Where a record stands in the index, and in its report.
  private struct RecordPlace {
    var segment: Int
    var document: Int
    var place: Int
  }

  private func eachRecord(
    _ query: Query, _ body: (_ report: String, RecordPlace) throws -> Void
  ) throws {
    let records = Query.any(
      [CivicType.project, .paragraph].map {
        .term(field: CivicSchema.type, Array($0.rawValue.utf8))
      })
    let found = try searcher.prepare(.filter(.all([records, query]))).run(
      SearchRequest(limit: 0, gathersDocuments: true))
    let reports = try ColumnReader(reader, field: CivicSchema.report)
    let places = try ColumnReader(reader, field: CivicSchema.place)
    for (segment, document) in found.documents?.places ?? [] {
      guard let report = try reports.values(segment: segment, document: document).first?.text,
        let place = try places.values(segment: segment, document: document).first?.integer
      else { throw CivicUpdateError.otherDocuments(reader.path) }
      try body(report, RecordPlace(segment: segment, document: document, place: Int(place)))
    }
  }

  private func placed(_ place: RecordPlace, _ report: String) throws -> CityRecords.Placed {
    let (segment, document) = (place.segment, place.document)
    let stored = try reader.storedDocument(segment: segment, document: document)
    guard let record = try entry(stored, segment: segment, document).record else {
      throw CivicUpdateError.otherDocuments(reader.path)
    }
    return .init(record: record, report: report, place: place.place)
  }
}
