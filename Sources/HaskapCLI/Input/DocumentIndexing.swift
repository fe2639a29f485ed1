import Glibc
import Haskap
import HaskapDocuments

/// `haskap index` for files of documents.
struct DocumentIndexing {
  let files: [String]
  let index: String
  /// The path of the schema; nil when it is to be guessed.
  let schemaPath: String?
  let json: Bool

  func run() throws {
    var sources = DocumentSources(paths: files)
    let schema = try schema(of: &sources)
    var progress = Progress()
    let summary = try DocumentIndexer(
      index: index, schema: schema, isSchemaGuessed: schemaPath == nil
    ).build(&sources) { progress.update($0()) }
    progress.finish()
    let output = Output()
    if json { output.line(try JSONText.line(summary)) } else { try print(summary, to: output) }
  }

  /// Shows the schema that would be used, and does nothing else.
  func showSchema() throws {
    var sources = DocumentSources(paths: files)
    let schema = try schema(of: &sources)
    Output().line(json ? try JSONText.line(schema) : try SchemaFile.text(of: schema))
  }

  private func schema(of sources: inout DocumentSources) throws -> Schema {
    if let schemaPath { return try SchemaFile.read(schemaPath) }
    return try SchemaGuess.schema(of: try sources.sample())
  }

  private func print(_ summary: DocumentIndexer.Summary, to output: Output) throws {
    let complaints = Output(STDERR_FILENO)
    for (name, count) in summary.leftOut.sorted(by: { $0.key < $1.key }) {
      complaints.warning(
        "field '\(name)' is not in the schema; "
          + "\(String.counted(count, "value")) of it left out")
    }
    if summary.replaced > 0, let key = summary.schema.key {
      complaints.warning(
        "\(String.counted(summary.replaced, "document")) replaced by later ones "
          + "of the same '\(key)'")
    }
    if summary.isSchemaGuessed {
      output.line("The schema, guessed; mend it in a file and give that by --schema:")
      output.line(try SchemaFile.text(of: summary.schema))
    }
    output.line(
      "\(String.counted(summary.documents, "document")), "
        + "\(String.counted(summary.words, "word")), "
        + "\(String.counted(summary.bytes, "byte")) in \(index), \(summary.seconds) seconds, "
        + "\(summary.wordsPerSecond.grouped) words a second")
  }
}
