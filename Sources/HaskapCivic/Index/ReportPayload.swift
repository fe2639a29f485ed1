internal import FoundationEssentials
internal import Haskap
public import HaskapDocuments

/// What an index keeps of the reports it was built from.
///
/// What users gave, which every question asks for, stands in a line of JSON by itself, and the rest, which
/// may be megabytes, behind it.
struct ReportPayload {
  /// Goes up when the readers make other records of the same text, or keep them otherwise.
  static let currentVersion = 20
  var kept: Kept
  var made: Made

  /// What users gave; read whatever version made it.
  struct Kept: Codable, Sendable, Equatable {
    var aliases: AliasFile?
    var thesaurus: ThesaurusFile?
    var sources: SourcePaths?
  }

  struct Made: Codable {
    var version = currentVersion
    var reports: [CivicIndexBuilder.Report]
    /// A checksum of all that was written, by which what is made of the records is known to be of this
    /// commit.
    var records: String
  }

  private static let end = UInt8(ascii: "\n")

  var bytes: [UInt8] {
    get throws {
      [UInt8](try JSONEncoder().encode(kept)) + [Self.end] + (try JSONEncoder().encode(made))
    }
  }

  /// Nil where there is none.
  static func kept(in bytes: [UInt8]) -> Kept? {
    try? JSONDecoder().decode(Kept.self, from: Data(bytes.prefix { $0 != end }))
  }

  /// - Throws: an error where it is of another version, or damaged.
  static func made(in bytes: [UInt8]) throws -> Made {
    try JSONDecoder().decode(Made.self, from: Data(bytes.drop { $0 != end }))
  }
}

extension CivicIndex {
  /// What the index is made of, as the user named it; nil where that is not known.
  ///
  /// - Throws: `StorageError`, `FormatError`.
  public static func sources(path: String) throws -> SourcePaths? {
    guard let payload = try IndexReader.payload(path: path) else { return nil }
    return ReportPayload.kept(in: payload)?.sources
  }

  /// Whether a folder holds files of an index, or what follows from one, but no manifest, which alone
  /// tells what it is made of and what users gave.
  public static func lacksManifest(path: String) -> Bool {
    if IndexReader.lacksManifest(path: path) { return true }
    let entities = StoredEntities.path(of: path)
    let areAlone =
      try? IndexReader.payload(path: path) == nil
      && IndexReader.payload(path: entities) != nil
    return areAlone ?? false
  }

  /// - Throws: `CivicUpdateError` when it is of another version, or damaged.
  func payload() throws -> ReportPayload.Made {
    do {
      return try ReportPayload.made(in: reader.payload)
    } catch {
      throw CivicUpdateError.otherVersion(reader.path)
    }
  }

  /// What users gave; nothing where another version built the index without such a payload.
  func kept() throws -> ReportPayload.Kept {
    try entities.kept.value { ReportPayload.kept(in: reader.payload) ?? .init() }
  }
}
