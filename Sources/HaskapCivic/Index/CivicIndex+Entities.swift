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

  func departments(of cities: [Int]) throws -> DepartmentRegistry {
    try hasAll(cities) ? departments() : readDepartments(of: cities)
  }

  func comparisons(of cities: [Int]) throws -> [YearComparison] {
    YearComparison.joined(try parts(of: cities, .comparisons, made: \.comparisons))
  }

  func summaries(of cities: [Int]) throws -> [YearSummary] {
    YearSummary.joined(try parts(of: cities, .summaries, made: \.summaries).map(\.value))
  }

  /// What each form's list gained and lost between two years, where both have it.
  func comparisons(_ earlier: Int, _ later: Int) throws -> [YearComparison] {
    // City by city, so that the projects of one at a time are in memory.
    YearComparison.joined(
      try cities().all.flatMap { city in
        let facts = try parts(of: [city], .facts, made: \.facts) { $0.count == $1 }
        let projects = try parts(of: [city], .projects, made: \.projects) { $0.recordCount == $1 }
        return zip(facts, projects).map { facts, projects in
          let own = YearComparison.between(
            earlier, later, facts: facts.value, catalog: projects.value)
          return CityPart(value: own, base: projects.base, label: projects.label)
        }
      })
  }

  /// What the projects are called, by their ids.
  func titles() throws -> [String: String] {
    let parts = try parts(of: cities().all, .titles) { made in
      made.projects.series.map { SeriesTitle(id: $0.id, title: $0.title) }
    }
    return Dictionary(
      parts.flatMap { part in part.value.map { (part.id($0.id), $0.title) } }
    ) { one, _ in one }
  }

  /// What a list tells of everything of a kind.
  func rows(_ kind: CatalogKind) throws -> [(row: CatalogRow, city: String?)] {
    let rows = try cities().all.flatMap { city in
      try parts(of: [city], .rows, made: \.rows).flatMap { part in
        part.value.filter { $0.kind == kind }.map { (row: $0, city: part.label) }
      }
    }
    guard kind == .organizations else { return rows }
    let groups = Dictionary(grouping: rows.map(\.row), by: \.id)
    return rows.map(\.row.id).uniqued.compactMap { id in
      groups[id].map { (row: CatalogRow.joined($0), city: nil) }
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
  private func parts<Value: Packable>(
    of cities: [Int], _ kind: PackedEntities.Kind, made: (MadeEntities) -> Value,
    isSound: (Value, Int) -> Bool = { _, _ in true }
  ) throws -> [CityPart<Value>] {
    let table = try self.cities()
    let stored = try storedEntities()
    return try cities.map { place in
      let city = table.cities[place]
      let value = stored?.read(kind, Value.self, of: city.name) { isSound($0, city.records) }
      return CityPart(
        value: try value ?? made(madeEntities()[place]), base: table.base(of: place),
        label: table.label(of: place))
    }
  }
}
