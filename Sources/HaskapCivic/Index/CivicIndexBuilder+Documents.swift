package import Haskap

extension CivicIndexBuilder {
  /// The documents that an index of some reports holds, with their schema, for measuring.
  package static func documents(
    of files: [File]
  ) throws -> (schema: Schema, documents: [Document]) {
    let records = try files.flatMap {
      ReportReader.read(try ReportText(file: $0.path, bytes: $0.read())).records
    }
    var documents = CivicDocuments(records: records, aliases: .tomakomai)
    var all: [Document] = []
    try documents.write { all.append($0) }
    return (try CivicSchema.schema(words: HarvestedWords.words(in: documents.names)), all)
  }
}
