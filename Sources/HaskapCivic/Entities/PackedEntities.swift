internal import HaskapText

/// What is made of a city's records, as bytes: a document a kind.
struct PackedEntities: Sendable {
  enum Kind: String, CaseIterable {
    case ids, references, names, facts, times, organizations, projects, departments, comparisons
    case lists, compared, titled, summaries, bodies
    case organizationRows, organizationRecords, projectRows, projectRecords, departmentRows,
      departmentRecords
  }

  struct Part: Sendable {
    var kind: Kind
    var bytes: [UInt8]
    /// By what its things are looked up: names as `NameIndex` compares them, and ids.
    var exact: Set<String> = []
    var loose: Set<String> = []
    var ids: Set<String> = []
    /// As `NameTerm` has them.
    var nameTerms: Set<String> = []
  }

  let city: CityTable.City
  let parts: [Part]

  /// - Parameters:
  ///   - words: for the analyzer, that the city's names give.
  ///   - session: of the analyzer of the texts.
  /// - Throws: `ICUError`.
  init(_ made: MadeEntities, words: [String], session: AnalyzerSession) throws {
    city = .init(name: made.city, records: made.ids.count, words: words)
    parts =
      [
        Part(.ids, made.ids), Part(.references, rows: made.references),
        Part(kind: .names, bytes: [], nameTerms: try NameTerm.all(made.names, session)),
        Part(.facts, made.facts), Part(.times, made.times),
        Part(
          .organizations, made.organizations, names: made.organizations.names,
          ids: made.organizations.entities.map(\.id)),
        Part(.projects, made.projects, names: made.projects.names),
        Part(.departments, made.departments, names: made.departments.names),
        Part(.comparisons, made.comparisons),
        Part(.lists, made.lists), Part(.compared, rows: made.compared),
        Part(.titled, made.titledComparisons),
        Part(.summaries, made.summaries),
        Part(.bodies, made.bodies, ids: made.bodies.map(\.id)),
      ]
      + made.rows.flatMap { kind, list in
        [Part(.rows(of: kind), list.rows), Part(.listed(of: kind), list.listed)]
      }
  }
}

extension PackedEntities.Part {
  fileprivate init(_ kind: PackedEntities.Kind, rows: [some Packable]) {
    var writer = PackedWriter()
    writer.write(rows: rows)
    self.init(kind: kind, bytes: writer.bytes)
  }

  fileprivate init(
    _ kind: PackedEntities.Kind, _ value: some Packable, names: NameIndex = NameIndex(),
    ids: [String] = []
  ) {
    self.init(kind: kind, bytes: PackedWriter.bytes(of: value), ids: Set(ids))
    (exact, loose) = names.keys
  }
}

extension PackedEntities.Kind: Packable {}

extension PackedEntities: Packable {
  func pack(into writer: inout PackedWriter) { writer.write(city, parts) }

  init(from reader: inout PackedReader) throws(PackedError) {
    (city, parts) = (try reader.read(), try reader.read())
  }
}

extension PackedEntities.Part: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.write(kind)
    writer.write(bytes: bytes)
    for texts in [exact, loose, ids, nameTerms] { writer.write(Array(texts)) }
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    (kind, bytes) = (try reader.read(), try reader.readBytes())
    (exact, loose) = (Set(try reader.read([String].self)), Set(try reader.read([String].self)))
    (ids, nameTerms) = (Set(try reader.read([String].self)), Set(try reader.read([String].self)))
  }
}
