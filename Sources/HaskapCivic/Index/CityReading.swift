internal import Haskap

/// Reads what is made of one city's records: as it is stored beside the index; where it is not, as the
/// records make it.
struct CityReading: Sendable {
  let index: CivicIndex
  let stored: StoredEntities?
  let city: CityTable.City
  /// Among all cities.
  let place: Int

  /// - Parameter isSound: of a value and the number of the city's records.
  func read<Value: Unpackable>(
    _ kind: PackedEntities.Kind, made: (MadeEntities) throws -> Value,
    isSound: (Value, Int) -> Bool = { _, _ in true }
  ) throws -> Value {
    let value = stored?.read(kind, Value.self, of: city.name) { isSound($0, city.records) }
    return try value ?? made(index.madeEntities()[place])
  }

  /// Of every record.
  func facts() throws -> [RecordFacts] {
    try read(.facts, made: \.facts) { $0.count == $1 }
  }

  func times() throws -> RecordTimes { try read(.times, made: \.times) { $0.count == $1 } }

  func projects() throws -> ProjectCatalog {
    try read(.projects, made: \.projects) { $0.recordCount == $1 }
  }

  /// What each form's list gained and lost from one year to another, with the projects' titles.
  func titledComparisons(_ pair: (Int, Int)) throws -> [YearComparison] {
    let records = try read(.lists, made: \.lists) { $0.count == $1 }
    let projects = stored?.read(.compared, PackedRows<ComparedProject>.self, of: city.name)
    let own = try? projects.map { projects in
      try YearComparison.between(pair.0, pair.1, records, called: \.title) { numbers in
        let own = try projects.rows(numbers)
        guard own.lazy.flatMap(\.records).allSatisfy(records.indices.contains) else {
          throw PackedError(offset: 0)
        }
        return own
      }
    }
    if let own { return own }
    // What cannot be read is made of the records again, as everywhere.
    let made = try index.madeEntities()[place]
    return YearComparison.between(pair.0, pair.1, made.lists, called: \.title) { numbers in
      numbers.map { made.compared[$0] }
    }
  }

  /// The same of each year and the last one before that has the form.
  func titledComparisons() throws -> [YearComparison] {
    try read(.titled, made: \.titledComparisons)
  }

  func storedProjects() throws -> StoredProjects {
    try read(.projects) { try StoredProjects($0.projects) }
  }

  /// What a list tells of everything of a kind, and what it counts of it.
  ///
  /// - Parameter areCounted: which records are; nil where all are.
  func rows(
    of kind: CatalogKind, where areCounted: ((RecordTimes) -> [Bool])?
  ) throws -> [CatalogRow] {
    var rows = try read(.rows(of: kind)) { $0.rows(of: kind)?.rows ?? [] }
    guard let areCounted else { return rows }
    let times = try times()
    let listed = try read(.listed(of: kind)) {
      $0.rows(of: kind)?.listed ?? []
    } isSound: { listed, count in
      listed.count == rows.count && listed.allSatisfy { $0.allSatisfy((0..<count).contains) }
    }
    let isCounted = areCounted(times)
    for place in rows.indices {
      rows[place].tell(of: listed[place].lazy.filter { isCounted[$0] }, times)
    }
    return rows
  }
}

extension CivicIndex {
  /// Reads of each of some cities, of many as many at a time as there are processors.
  func eachCity<Value: Sendable>(
    _ cities: [Int], _ read: @escaping @Sendable (CityReading) throws -> Value
  ) throws -> [CityPart<Value>] {
    let (table, stored) = (try self.cities(), try storedEntities())
    var parts: [CityPart<Value>] = []
    parts.reserveCapacity(cities.count)
    // Threads cost more than reading few does.
    let pieces = stride(from: 0, to: cities.count, by: 16).map { cities[$0...].prefix(16) }
    try OrderedWork.run(pieces.count) { piece in
      Result {
        try pieces[piece].map { place in
          try read(
            CityReading(index: self, stored: stored, city: table.cities[place], place: place))
        }
      }
    } take: { values in
      for value in try values.get() {
        let place = cities[parts.count]
        parts.append(
          CityPart(value: value, base: table.base(of: place), label: table.label(of: place)))
      }
    }
    return parts
  }
}
