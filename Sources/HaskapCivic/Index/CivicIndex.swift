internal import CLibrary
public import Haskap
internal import HaskapDocuments
internal import HaskapText

/// An index of reports, open for searching.
public final class CivicIndex: Sendable {
  let reader: IndexReader
  let searcher: Searcher
  let entities = CivicEntities()
  private let entries = KnownValues<EntryPlace, CivicEntry>()
  private let paragraphs = KnownValues<EntryPlace, [NormalizedText]>()
  /// What searches keep with the index.
  let searches = Kept<any Sendable>()
  /// What is spelled nearly like a word that nothing has.
  let nearWords = KnownValues<String, [String]>()

  /// - Throws: `StorageError` when there is no index; `FormatError` when it is damaged;
  ///   `AnalyzerMismatch` when it was built by another ICU or dictionary.
  public convenience init(path: String) throws { self.init(try IndexReader(path: path)) }

  /// - Parameter reader: of an index that `isCivic`.
  public init(_ reader: IndexReader) {
    self.reader = reader
    searcher = reader.makeSearcher(threads: SystemThread.processorCount)
  }

  /// Whether an index holds reports: it has the fields by which nothing else is built.
  public static func isCivic(_ reader: IndexReader) -> Bool {
    let fields = [CivicSchema.type, CivicSchema.prose, CivicSchema.stored]
    return reader.schema.key == CivicSchema.key
      && fields.allSatisfy { reader.schema[$0] != nil }
  }

  /// Counts the commits of the index.
  public var generation: UInt64 { reader.generation }

  /// How many projects, activities and organizations there are to be found.
  public var documentCount: Int { reader.documentCount }

  /// The reports that the index was built from.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func reports() throws -> [CivicIndexBuilder.Report] { try payload().reports }

  /// All records, city by city, in the order of the paths of their reports.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func records() throws -> [Record] {
    try entities.records.value {
      try cityRecords().flatMap(\.records)
    }
  }

  /// What the index keeps under a name, as answers tell it in `id`; nil where it has nothing so called.
  ///
  /// - Throws: `FormatError` when the index is damaged; `CivicUpdateError` when it does not hold
  ///   reports as this version reads them; `TimeLimitExceeded`.
  public func entry(id: String) throws -> CivicEntry? {
    let found = try searcher.search(
      .filter(.term(field: CivicSchema.key, Array(id.utf8))), limit: 1)
    return try found.hits.first.map(entry)
  }

  /// Whether the index has something under a name.
  func holds(_ id: String) throws -> Bool {
    try searcher.hasMatch(.term(field: CivicSchema.key, Array(id.utf8)))
  }

  /// The words that ship, with those of the user that the index keeps, and with others.
  func thesaurus(with file: ThesaurusFile?) throws -> Thesaurus {
    let own = try entities.thesaurus.value {
      let shipped = try Thesaurus.civic()
      return try kept().thesaurus.map { try shipped.adding($0.thesaurus) } ?? shipped
    }
    return try file.map { try own.adding($0.thesaurus) } ?? own
  }

  func aliases() throws -> AliasFile {
    try kept().aliases ?? AliasFile(path: "", text: "")
  }

  func entry(_ hit: Hit) throws -> CivicEntry {
    let place = EntryPlace(segment: hit.segment, document: hit.document)
    return try entries.value(of: place) {
      try entry(reader.storedDocument(hit), segment: hit.segment, Int(hit.document))
    }
  }

  /// What a snippet of an answer may be taken from.
  ///
  /// - Parameter session: of the analyzer of the texts.
  func paragraphs(of entry: CivicEntry, _ hit: Hit, _ session: AnalyzerSession) throws
    -> [NormalizedText]
  {
    try paragraphs.value(of: EntryPlace(segment: hit.segment, document: hit.document)) {
      try entry.paragraphs.map { try NormalizedText($0, by: session) }
    }
  }

  private struct EntryPlace: Hashable {
    var segment: Int
    var document: UInt32
  }

  /// What is stored of a document.
  func entry(_ stored: Document, segment: Int, _ document: Int) throws -> CivicEntry {
    let bytes = stored[CivicSchema.stored].first?.bytes ?? []
    do {
      return try CivicEntry(packed: bytes)
    } catch {
      if let version = try? payload().version, version != ReportPayload.currentVersion {
        throw CivicUpdateError.otherVersion(reader.path)
      }
      throw try reader.damage(
        segment: segment, document: document, expected: "a record",
        found: "\(bytes.count) bytes that are none")
    }
  }
}
