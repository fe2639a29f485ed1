package import Haskap

extension CivicIndexBuilder {
  /// The documents that an index of some reports holds, with their schema, for measuring.
  package static func documents(
    of files: [File]
  ) throws -> (schema: Schema, documents: [Document]) {
    let placed = try files.flatMap { file in
      ReportUpdate.placed(
        ReportReader.read(try ReportText(file: file.path, bytes: file.read())).records,
        of: file.path)
    }
    let drafts = try CityDraft.all(CityRecords.all(placed), aliases: .tomakomai)
    let organizations = CityDraft.bodies(drafts).map(CivicDocuments.document)
    return (
      try CivicSchema.schema(words: CityDraft.words(drafts.map(\.entities.city))),
      drafts.flatMap { $0.documents($0.records.placed.indices) } + organizations
    )
  }
}
