internal import FoundationEssentials
internal import Haskap
public import HaskapDocuments

/// What an index keeps of the reports it was built from.
struct ReportPayload: Codable {
  /// Goes up when the readers make other records of the same text, or keep them otherwise.
  static let currentVersion = 17
  var version = currentVersion
  var reports: [CivicIndexBuilder.Report]
  var aliases: AliasFile?
  var thesaurus: ThesaurusFile?
  var sources: SourcePaths
  /// A checksum of all that was written, by which what is made of the records is known to be of this
  /// commit.
  var records: String

  /// What is read of a payload whatever version it has.
  struct Kept: Decodable, Sendable {
    var aliases: AliasFile?
    var thesaurus: ThesaurusFile?
    var sources: SourcePaths?
  }
}

extension CivicIndex {
  /// What the index is made of, as the user named it; nil where that is not known.
  ///
  /// - Throws: `StorageError`, `FormatError`.
  public static func sources(path: String) throws -> SourcePaths? {
    guard let payload = try IndexReader.payload(path: path) else { return nil }
    return try? JSONDecoder().decode(ReportPayload.Kept.self, from: Data(payload)).sources
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
  func payload() throws -> ReportPayload {
    do {
      return try JSONDecoder().decode(ReportPayload.self, from: Data(reader.payload))
    } catch {
      throw CivicUpdateError.otherVersion(reader.path)
    }
  }

  /// What users gave, without the reports, of which there may be thousands; nothing where another
  /// version built the index without such a payload.
  func kept() throws -> ReportPayload.Kept {
    try entities.kept.value {
      (try? JSONDecoder().decode(ReportPayload.Kept.self, from: Data(reader.payload))) ?? .init()
    }
  }
}
