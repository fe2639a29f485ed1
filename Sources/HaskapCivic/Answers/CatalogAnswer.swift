internal import HaskapDocuments

/// All organizations, projects or departments, each with how much the reports have of it.
public struct CatalogAnswer: Sendable, Encodable {
  public typealias Kind = CatalogKind

  public var kind: Kind
  /// In the order of the reports.
  public var entries: [Entry]

  public struct Entry: Sendable, Encodable {
    public var name: String
    /// Whose department it is, where that is not the only city; of several cities, whose project.
    public var owner: String?
    /// Rows of reports that list it.
    public var records: Int
    /// Fiscal years, ascending.
    public var years: [Int]
    /// The sum of what these rows tell, of each holding once; nil where none tells.
    public var participants: Int?
  }
}

extension CatalogAnswer {
  /// As `JSONText.line` has it, written by hand: an answer may have tens of thousands of entries.
  public var jsonLine: String {
    var object = JSONObject()
    object.add("entries", entries) { entry, object in
      object.add("name", entry.name)
      object.add("owner", entry.owner)
      object.add("participants", entry.participants)
      object.add("records", entry.records)
      object.add("years", entry.years)
    }
    object.add("kind", kind.rawValue)
    return HarmlessText.json(object.text)
  }
}

extension CivicIndex {
  /// What lies in a period, and all that has anything there.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func catalog(
    _ kind: CatalogAnswer.Kind, period: CivicPeriod = CivicPeriod()
  ) throws -> CatalogAnswer {
    let areCounted: (@Sendable (RecordTimes) -> [Bool])? =
      period.isAlways ? nil : { @Sendable times in period.areHeld(times) }
    // At all times also what no row lists: bodies that only titles and prose name, or what belongs to them.
    let rows = try rows(kind, where: areCounted).filter { period.isAlways || $0.row.records > 0 }
    let entries = rows.map { row, city in
      CatalogAnswer.Entry(
        name: row.name, owner: row.owner ?? city, records: row.records, years: row.years,
        participants: row.participants)
    }
    return CatalogAnswer(kind: kind, entries: entries)
  }
}
