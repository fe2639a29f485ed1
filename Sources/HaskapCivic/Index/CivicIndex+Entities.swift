internal import Haskap
internal import Synchronization

extension CivicIndex {
  /// Who is who in the records, by the aliases that the index was built with. Bodies of one id are
  /// one body, whatever cities name it.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func organizations() throws -> OrganizationRegistry {
    try entities.organizations.value { try readOrganizations(of: cities().all) }
  }

  /// The projects, each through all its years; each city's are its own.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func projects() throws -> ProjectCatalog {
    try entities.projects.value { try readProjects(of: cities().all) }
  }

  /// Which department is in charge of what; each city's are its own.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func departments() throws -> DepartmentRegistry {
    try entities.departments.value { try readDepartments(of: cities().all) }
  }

  /// What each form's list gained and lost against the last report before that has it. Each city's
  /// reports are compared with its own.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func comparisons() throws -> [YearComparison] {
    try entities.comparisons.value { try comparisons(of: cities().all) }
  }

  /// How much each fiscal year's reports hold.
  func summaries() throws -> [YearSummary] {
    try entities.summaries.value { try summaries(of: cities().all) }
  }

  /// Makes all of these, so that no question has to wait for them.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func prepareEntities() throws {
    _ = try (organizations(), projects(), departments(), comparisons(), summaries())
  }

  // MARK: Of some cities

  /// What all cities have may mean more than what is asked for: 湖畔町 市民まつり is that of one.
  private func hasAll(_ cities: [Int]) throws -> Bool {
    try cities.count == self.cities().cities.count
  }

  func organizations(of cities: [Int]) throws -> OrganizationRegistry {
    try hasAll(cities) ? organizations() : readOrganizations(of: cities)
  }

  func projects(of cities: [Int]) throws -> ProjectCatalog {
    try hasAll(cities) ? projects() : readProjects(of: cities)
  }

  /// Which projects of some cities a name means. Where these are not all kept already each city is asked
  /// by itself: to join them takes longer.
  func projects(of cities: [Int], called name: String) throws -> ProjectCatalog.Answer {
    if let known = entities.projects.known { return known.resolve(name) }
    return ProjectCatalog.resolve(
      name, in: try parts(of: cities, .projects, made: \.projects) { $0.recordCount == $1 },
      folding: try folding())
  }

  func departments(of cities: [Int]) throws -> DepartmentRegistry {
    try hasAll(cities) ? departments() : readDepartments(of: cities)
  }

  func comparisons(of cities: [Int]) throws -> [YearComparison] {
    YearComparison.joined(
      try parts(of: cities, .comparisons, made: \.comparisons).map { part in
        part.value.map { $0.renamingIDs(part.id) }
      })
  }

  func summaries(of cities: [Int]) throws -> [YearSummary] {
    YearSummary.joined(try parts(of: cities, .summaries, made: \.summaries).map(\.value))
  }

  /// What each form's list gained and lost between two years, where both have it.
  private func comparisonParts(
    _ earlier: Int, _ later: Int
  ) throws -> [CityPart<[YearComparison]>] {
    // A few cities at a time, so that the projects of no more are in memory.
    let all = try cities().all
    return try stride(from: 0, to: all.count, by: 64).flatMap { first in
      let some = Array(all[first...].prefix(64))
      let facts = try parts(of: some, .facts, made: \.facts) { $0.count == $1 }
      let projects = try parts(of: some, .projects, made: \.projects) { $0.recordCount == $1 }
      return zip(facts, projects).map { facts, projects in
        CityPart(
          value: YearComparison.between(
            earlier, later, facts: facts.value, catalog: projects.value),
          base: projects.base, label: projects.label)
      }
    }
  }

  /// The same with the projects' titles in the place of their ids.
  func titledComparisons(_ pair: (Int, Int)?) throws -> [YearComparison] {
    let all = try cities().all
    let own =
      try pair.map { try comparisonParts($0.0, $0.1) }
      ?? parts(of: all, .comparisons, made: \.comparisons)
    let titles = try parts(of: all, .titles) { made in
      made.projects.series.map { SeriesTitle(id: $0.id, title: $0.title) }
    }
    return YearComparison.joined(
      zip(own, titles).map { own, titles in
        let known = Dictionary(titles.value.map { (ExactString($0.id), $0.title) }) { one, _ in one
        }
        return own.value.map { $0.renamingIDs { known[ExactString($0)] ?? own.id($0) } }
      })
  }

  /// What a list tells of everything of a kind.
  ///
  /// - Parameter isCounted: whether a record is; nil where all are.
  func rows(
    _ kind: CatalogKind, where isCounted: ((RecordFacts) -> Bool)?
  ) throws -> [(row: CatalogRow, city: String?)] {
    let all = try cities().all
    var parts = try parts(of: all, .rows(of: kind)) { $0.rows(of: kind)?.rows ?? [] }
    if let isCounted { try bound(&parts, kind, isCounted) }
    guard kind == .organizations else {
      return parts.flatMap { part in part.value.map { (row: $0, city: part.label) } }
    }
    var places: [ExactString: Int] = [:]
    var bodies: [[CatalogRow]] = []
    for row in parts.lazy.flatMap(\.value) {
      let id = ExactString(row.id)
      if let place = places[id] {
        bodies[place].append(row)
      } else {
        places[id] = bodies.count
        bodies.append([row])
      }
    }
    return bodies.map { (row: CatalogRow.joined($0), city: nil) }
  }

  /// Leaves of what each row counts only some records.
  private func bound(
    _ parts: inout [CityPart<[CatalogRow]>], _ kind: CatalogKind,
    _ isCounted: (RecordFacts) -> Bool
  ) throws {
    let all = try cities().all
    let facts = try self.parts(of: all, .facts, made: \.facts) { $0.count == $1 }
    let listed = try self.parts(of: all, .listed(of: kind)) {
      $0.rows(of: kind)?.listed ?? []
    } isSound: { listed, count in
      listed.allSatisfy { $0.allSatisfy((0..<count).contains) }
    }
    for city in all {
      let facts = facts[city].value
      let areCounted = facts.map(isCounted)
      parts[city].value = zip(parts[city].value, listed[city].value).map { row, listed in
        row.telling(listed.filter { areCounted[$0] }.map { facts[$0] })
      }
    }
  }

  /// Reads the records in short of several cities side by side, so that they are at hand then.
  func prepareReferences(of cities: [Int]) throws {
    let all = try parts(of: cities, .references, made: \.references) { $0.count == $1 }
    entities.references.withLock { known in
      for (city, part) in zip(cities, all) { known[city] = part.value }
    }
  }

  /// Of organizations and projects, as they are spelled.
  func names() throws -> [String] {
    try parts(of: cities().all, .names, made: \.names).flatMap(\.value)
  }

  /// Of every record of some cities, by the record's number.
  func facts(of cities: [Int]) throws -> KnownFacts {
    KnownFacts(
      try parts(of: cities, .facts, made: \.facts) { $0.count == $1 }.map { ($0.base, $0.value) })
  }

  private func readOrganizations(of cities: [Int]) throws -> OrganizationRegistry {
    let parts = try parts(of: cities, .organizations, made: \.organizations) { $0.lastRecord < $1 }
    if parts.count == 1, parts[0].base == 0 { return parts[0].value }
    return OrganizationRegistry(joining: parts, folding: try folding())
  }

  private func readProjects(of cities: [Int]) throws -> ProjectCatalog {
    let parts = try parts(of: cities, .projects, made: \.projects) { $0.recordCount == $1 }
    if parts.count == 1, parts[0].base == 0, parts[0].label == nil { return parts[0].value }
    return ProjectCatalog(
      joining: parts, folding: try folding(), recordCount: try recordCount())
  }

  private func readDepartments(of cities: [Int]) throws -> DepartmentRegistry {
    let parts = try parts(of: cities, .departments, made: \.departments) { $0.lastRecord < $1 }
    if parts.count == 1, parts[0].base == 0, parts[0].label == nil { return parts[0].value }
    return DepartmentRegistry(joining: parts, folding: try folding())
  }

  /// As it is stored beside the index; where it is not, as the records make it.
  ///
  /// - Parameter isSound: of a value and the number of the city's records.
  private func parts<Value: Packable & Sendable>(
    of cities: [Int], _ kind: PackedEntities.Kind, made: (MadeEntities) -> Value,
    isSound: @escaping @Sendable (Value, Int) -> Bool = { _, _ in true }
  ) throws -> [CityPart<Value>] {
    let table = try self.cities()
    let stored = try storedEntities()
    var parts: [CityPart<Value>] = []
    parts.reserveCapacity(cities.count)
    // Threads cost more than reading few does.
    let pieces = stride(from: 0, to: cities.count, by: 16).map { cities[$0...].prefix(16) }
    let workers = pieces.count > 1 ? Workers.all : [Workers()]
    try OrderedWork.run(pieces.count, workers: workers) { _, piece in
      pieces[piece].map { place in
        let city = table.cities[place]
        return stored?.read(kind, Value.self, of: city.name) { isSound($0, city.records) }
      }
    } take: { values in
      for value in values {
        let place = cities[parts.count]
        parts.append(
          CityPart(
            value: try value ?? made(madeEntities()[place]), base: table.base(of: place),
            label: table.label(of: place)))
      }
    }
    return parts
  }
}
