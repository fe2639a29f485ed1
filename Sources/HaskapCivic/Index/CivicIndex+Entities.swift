internal import Haskap

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
    if try hasAll(cities), let known = entities.projects.known { return known.resolve(name) }
    let (table, parts) = (
      try self.cities(), try eachCity(cities) { try $0.storedProjects() }
    )
    return try ProjectCatalog.resolve(
      name, in: parts.map { CityPart(value: $0.value.names, base: $0.base, label: $0.label) },
      folding: try folding()
    ) { part, place in
      let city = cities[part]
      let stored = try? parts[part].value.series(
        place, recordCount: table.cities[city].records)
      // What cannot be read is made of the records again, as everywhere.
      if let stored { return stored }
      let made = try madeEntities()[city].projects.series
      guard made.indices.contains(place) else { throw CivicUpdateError.otherVersion(reader.path) }
      return made[place]
    }
  }

  func departments(of cities: [Int]) throws -> DepartmentRegistry {
    try hasAll(cities) ? departments() : readDepartments(of: cities)
  }

  func comparisons(of cities: [Int]) throws -> [YearComparison] {
    YearComparison.joined(
      try eachCity(cities) { try $0.read(.comparisons, made: \.comparisons) }
        .map { part in part.value.map { $0.renamingIDs(part.id) } })
  }

  func summaries(of cities: [Int]) throws -> [YearSummary] {
    YearSummary.joined(
      try eachCity(cities) { try $0.read(.summaries, made: \.summaries) }.map(\.value))
  }

  /// With the projects' titles in the place of their ids.
  ///
  /// - Parameter pair: the years to be compared, where both have a form; each with the one before unless
  ///   given.
  func titledComparisons(_ pair: (Int, Int)?) throws -> [YearComparison] {
    let parts = try eachCity(cities().all) { city in
      try pair.map(city.titledComparisons) ?? city.titledComparisons()
    }
    return YearComparison.joined(parts.map(\.value))
  }

  /// What a list tells of everything of a kind, of each city; what cities tell of one body is one.
  ///
  /// - Parameter areCounted: which records of a city are; nil where all are.
  func rows(
    _ kind: CatalogKind, where areCounted: (@Sendable (RecordTimes) -> [Bool])?
  ) throws -> [(rows: [CatalogRow], city: String?)] {
    let parts = try eachCity(cities().all) { try $0.rows(of: kind, where: areCounted) }
    guard kind == .organizations else { return parts.map { ($0.value, $0.label) } }
    var rows: [CatalogRow] = []
    rows.reserveCapacity(parts.reduce(0) { $0 + $1.value.count })
    var places = [ExactString: Int](minimumCapacity: rows.capacity)
    for row in parts.lazy.flatMap(\.value) {
      let place = places[ExactString(row.id)] ?? rows.count
      if place < rows.count {
        rows[place].join(row)
      } else {
        places[ExactString(row.id)] = place
        rows.append(row)
      }
    }
    return [(rows, nil)]
  }

  /// Of organizations and projects, as they are spelled, at least those that fit by the first letter of
  /// what they are normalized to and by the whole of it.
  func names(
    _ firsts: Set<Unicode.Scalar>, _ fits: (String) -> Bool
  ) throws -> [String] {
    guard let stored = try storedEntities() else { return try madeEntities().flatMap(\.names) }
    return try stored.names(beginningWith: firsts, where: fits)
  }

  /// Of every record of some cities, by the record's number.
  func facts(of cities: [Int]) throws -> KnownFacts {
    KnownFacts(try eachCity(cities) { try $0.facts() }.map { ($0.base, $0.value) })
  }

  private func readOrganizations(of cities: [Int]) throws -> OrganizationRegistry {
    let table = try self.cities()
    let parts = try eachCity(cities) { city in
      try city.read(.organizations, made: \.organizations) { $0.lastRecord < $1 }
        .moved(by: table.base(of: city.place))
    }
    if parts.count == 1 { return parts[0].value }
    return OrganizationRegistry(joining: parts.map(\.value), folding: try folding())
  }

  private func readProjects(of cities: [Int]) throws -> ProjectCatalog {
    let parts = try eachCity(cities) { try $0.projects() }
    if parts.count == 1, parts[0].base == 0, parts[0].label == nil { return parts[0].value }
    return ProjectCatalog(
      joining: parts, folding: try folding(), recordCount: try recordCount())
  }

  private func readDepartments(of cities: [Int]) throws -> DepartmentRegistry {
    let parts = try eachCity(cities) {
      try $0.read(.departments, made: \.departments) { $0.lastRecord < $1 }
    }
    if parts.count == 1, parts[0].base == 0, parts[0].label == nil { return parts[0].value }
    return DepartmentRegistry(joining: parts, folding: try folding())
  }
}
