import Haskap
import HaskapDocuments

/// The answers of a search over documents as a table: a column for each stored field.
struct DocumentTable {
  private let table: CSVTable<DocumentHit>

  init(_ schema: Schema) {
    let fields = schema.fields.filter(\.isStored).map(\.name)
    let columns = fields.map { field -> CSVTable<DocumentHit>.Column in
      (field, { $0.document[field].compactMap(\.plainText).cell })
    }
    table = CSVTable(
      [
        ("rank", { $0.rank.cell }), ("match", { $0.match.rawValue }),
        ("score", { $0.score.map { String($0) } }), ("missing", { $0.missing.cell }),
      ], and: columns)
  }

  func write(_ hits: PendingHits<DocumentHit>, to output: Output) throws {
    try table.write(hits, to: output)
  }
}
