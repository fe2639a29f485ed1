internal import FoundationEssentials
internal import Haskap

extension CivicIndex {
  /// Who is who in the records, by the aliases that the index was built with.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func organizations() throws -> OrganizationRegistry {
    try part(entities.organizations, .organizations, made: \.organizations) {
      $0.lastRecord < $1
    }
  }

  /// The projects, each through all its years.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func projects() throws -> ProjectCatalog {
    try part(entities.projects, .projects, made: \.projects) { $0.recordCount == $1 }
  }

  /// Which department is in charge of what.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func departments() throws -> DepartmentRegistry {
    try part(entities.departments, .departments, made: \.departments) { $0.lastRecord < $1 }
  }

  /// What each form's list gained and lost against the last report before that has it.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func comparisons() throws -> [YearComparison] {
    try part(entities.comparisons, .comparisons, made: \.comparisons) { _, _ in true }
  }

  /// How much each fiscal year's reports hold.
  func summaries() throws -> [YearSummary] {
    try part(entities.summaries, .summaries, made: \.summaries) { _, _ in true }
  }

  /// Of every record, in their order.
  func facts() throws -> [RecordFacts] {
    try part(entities.facts, .facts, made: \.facts) { $0.count == $1 }
  }

  /// Makes all of these, so that no question has to wait for them.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func prepareEntities() throws {
    _ = try (organizations(), projects(), departments(), comparisons(), summaries(), facts())
  }

  /// How many records there are.
  func recordCount() throws -> Int { try places().hits.count }

  /// One record, by its place in the order in which they were indexed.
  func record(_ place: Int) throws -> Record {
    let hit = try places().hits[place]
    let entry = try entry(reader.storedDocument(segment: hit.segment, document: hit.document))
    guard let record = entry.record else { throw CivicUpdateError.otherDocuments(reader.path) }
    return record
  }

  private func places() throws -> RecordPlaces {
    try entities.places.value { try RecordPlaces(searcher) }
  }

  /// As it is stored beside the index; where it is not, as the records make it.
  private func part<Value: Packable & Sendable>(
    _ kept: Kept<Value>, _ kind: StoredEntities.Kind, made: (MadeEntities) -> Value,
    isSound: (Value, Int) -> Bool
  ) throws -> Value {
    try kept.value {
      let stored = try entities.stored.value {
        StoredEntities(of: reader, recordCount: try recordCount())
      }
      if let value = stored?.read(kind, isSound: isSound) { return value }
      return made(
        try entities.made.value {
          let records = try records()
          return MadeEntities(
            records: records,
            organizations: OrganizationRegistry(records: records, aliases: try aliases().all))
        })
    }
  }
}
