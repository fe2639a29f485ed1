package import Haskap

extension CivicIndexBuilder {
  /// The documents that an index of some reports holds, with their schema, for measuring.
  package static func documents(
    of files: [File]
  ) throws -> (schema: Schema, documents: [Document]) {
    var update = ReportUpdate(try EarlierReports())
    try update.read(files) { _ in }
    let draft = try IndexDraft(update, aliases: .tomakomai)
    var documents: [Document] = []
    try draft.eachDocuments { documents += $0 }
    return (try draft.schema, documents)
  }
}
