internal import Haskap
package import HaskapDocuments

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
    /// True when a number that goes into `participants` is printed with 約.
    public var approximate: Bool?
  }
}

extension CatalogAnswer {
  /// Writes what `JSONText.line` has, part by part and by hand: an answer may have tens of thousands of
  /// entries.
  ///
  /// - Parameter places: the order of the entries.
  public func writeJSON(_ places: [Int], to write: (String) -> Void) throws {
    write("{\"entries\":[")
    let parts = stride(from: 0, to: places.count, by: 2048).map { places[$0...].prefix(2048) }
    var isFirst = true
    try OrderedWork.run(parts.count) { part in
      HarmlessText.json(
        JSONObject.elements(parts[part]) { entries[$0].addMembers(to: &$1) })
    } take: { text in
      if !isFirst { write(",") }
      write(text)
      isFirst = false
    }
    write("],\"kind\":\"\(kind.rawValue)\"}")
  }
}

extension CatalogAnswer.Entry: JSONMembers {
  package func addMembers(to object: inout JSONObject) {
    object.add("approximate", approximate)
    object.add("name", name)
    object.add("owner", owner)
    object.add("participants", participants)
    object.add("records", records)
    object.add("years", years)
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
    let entries = try rows(kind, where: areCounted).flatMap { rows, city in
      rows.indices.lazy.filter { period.isAlways || rows[$0].records > 0 }.map { place in
        CatalogAnswer.Entry(
          name: rows[place].name, owner: rows[place].owner ?? city, records: rows[place].records,
          years: rows[place].years, participants: rows[place].participants,
          approximate: rows[place].isApproximate ? true : nil)
      }
    }
    return CatalogAnswer(kind: kind, entries: entries)
  }
}
