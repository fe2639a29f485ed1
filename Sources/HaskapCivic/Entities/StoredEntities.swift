internal import Haskap

/// What is made of all records together, kept beside their index, in an index of its own in the
/// folder `entities`: making it again takes seconds where reading it takes milliseconds.
///
/// It names the commit whose records it was made of by that commit's payload. Where it is missing,
/// damaged or of another commit, it counts as not there.
struct StoredEntities {
  enum Kind: String {
    case facts, organizations, projects, departments, comparisons, summaries
  }

  private static let (kind, stored) = ("kind", "stored")

  private let reader: IndexReader
  private let recordCount: Int

  static func path(of index: String) -> String { index + "/entities" }

  /// Nil where there is nothing for this commit.
  init?(of index: IndexReader, recordCount: Int) {
    guard let reader = try? IndexReader(path: Self.path(of: index.path)),
      reader.payload == Self.name(of: index)
    else { return nil }
    (self.reader, self.recordCount) = (reader, recordCount)
  }

  /// Nil where it cannot be read, or tells of records that are not there.
  func read<Value: Packable>(
    _ kind: Kind, _: Value.Type = Value.self, isSound: (Value, _ records: Int) -> Bool
  ) -> Value? {
    let query = Query.term(field: Self.kind, Array(kind.rawValue.utf8))
    guard
      let hit = try? reader.makeSearcher().search(.filter(query), limit: 1).hits.first,
      let bytes = try? reader.storedDocument(hit)[Self.stored].first?.bytes,
      var packed = try? PackedReader(bytes), let value = try? packed.read(Value.self),
      isSound(value, recordCount)
    else { return nil }
    return value
  }

  /// - Throws: errors of the index.
  static func write(_ entities: MadeEntities, of index: IndexReader) throws {
    let schema = try Schema([.keyword(kind, stored: false), .stored(stored)])
    let writer = try IndexWriter(replacing: path(of: index.path), schema: schema)
    func add(_ kind: Kind, _ value: some Packable) throws {
      var packed = PackedWriter()
      packed.write(value)
      var document: Document = [:]
      document.append(kind.rawValue, to: Self.kind)
      document.append(.bytes(packed.bytes), to: stored)
      try writer.add(document)
    }
    try add(.facts, entities.facts)
    try add(.organizations, entities.organizations)
    try add(.projects, entities.projects)
    try add(.departments, entities.departments)
    try add(.comparisons, entities.comparisons)
    try add(.summaries, entities.summaries)
    try writer.commit(payload: name(of: index))
  }

  /// What is damaged in what is kept beside an index; nil where nothing is.
  static func check(of index: String) -> IndexCheck.Report? {
    let report = IndexCheck.run(path: path(of: index))
    return report.generation == 0 && report.problems.first is StorageError ? nil : report
  }

  /// The payload holds a checksum of all records.
  private static func name(of index: IndexReader) -> [UInt8] {
    Array("entities 1 \(Checksum64.of(index.payload))".utf8)
  }
}
