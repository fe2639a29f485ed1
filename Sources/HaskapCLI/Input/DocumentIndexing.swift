import CLibrary
import Haskap
import HaskapDocuments

/// Builds an index of documents, or changes it, and tells what was done.
struct DocumentIndexing {
  let place: IndexOptions
  let json: Bool
  var skipsBad = false
  var building: BuildingOptions?

  private func indexer(reading files: [String]) throws -> DocumentIndexer {
    var indexer = DocumentIndexer(index: place.index)
    indexer.skipsBad = skipsBad
    try building?.apply(to: &indexer, reading: files)
    return indexer
  }

  /// Makes the index anew.
  ///
  /// - Parameter schemaPath: nil when the schema is to be guessed.
  func build(_ files: [String], of sources: SourcePaths, schemaPath: String?) throws {
    let schema = try schemaPath.map(SchemaFile.read)
    let indexer = try indexer(reading: files + [schemaPath].compactMap(\.self))
    let summary = try run {
      try indexer.build(files, of: sources, schema: schema, progress: $0)
    }
    let output = Output()
    if json { return output.line(try JSONText.line(summary)) }
    complain(summary)
    if summary.isSchemaGuessed {
      output.line(told("The schema, guessed; mend it in a file and give that by --schema:"))
      output.line(try SchemaFile.text(of: summary.schema))
    }
    output.line(told("\(size(summary)), \(summary.wordsPerSecond.grouped) words a second"))
  }

  /// Reads again what has changed of what the index is made of.
  func update(_ files: [String]) throws {
    if files.contains("-") {
      Output(STDERR_FILENO).warning(
        told(
          "what came by standard input is not read again, and stays; add to it with: haskap add -\(place.option)"
        ))
    }
    try change { try indexer(reading: files).update(files, progress: $0) }
  }

  func add(_ files: [String], of paths: [String]) throws {
    try change { try indexer(reading: files).add(files, of: paths, progress: $0) }
  }

  func remove(_ paths: [String]) throws {
    try change { try indexer(reading: []).remove(paths, progress: $0) }
  }

  /// Tells what became of indexes that were joined.
  func tell(merged summary: DocumentIndexer.Summary) throws {
    if json { return Output().line(try JSONText.line(summary)) }
    complain(summary)
    Output().line(size(summary))
  }

  /// Shows the schema that would be used, and does nothing else.
  func showSchema(_ files: [String]) throws {
    var sources = DocumentSources(paths: files)
    sources.skipsBad = skipsBad
    let schema = try SchemaGuess.schema(of: try sources.sample())
    Output().line(json ? try JSONText.line(schema) : try SchemaFile.text(of: schema))
  }
}

extension DocumentIndexing {
  /// - Throws: `ExitStatus.partlyDone` where a file could not be read and the others were.
  private func change(
    _ work: (DocumentIndexer.Progress) throws -> DocumentIndexer.Summary
  ) throws {
    let summary = try run(work)
    if json {
      Output().line(try JSONText.line(summary))
    } else {
      complain(summary)
      print(summary)
    }
    if !summary.failed.isEmpty { throw ExitStatus.partlyDone }
  }

  private func run(
    _ work: (DocumentIndexer.Progress) throws -> DocumentIndexer.Summary
  ) throws -> DocumentIndexer.Summary {
    var progress = Progress()
    let summary = try place.write { try work { progress.update($0()) } }
    progress.finish()
    return summary
  }

  private func print(_ summary: DocumentIndexer.Summary) {
    let output = Output()
    var changes = [
      ("added", summary.added), ("changed", summary.changed), ("unchanged", summary.unchanged),
      ("dropped", summary.dropped),
    ]
    let rest = [("read again", summary.readAgain), ("failed", summary.failed.map(\.path))]
    changes += rest.filter { !$0.1.isEmpty }
    for path in summary.added { output.line(told("added \(HarmlessText.line(path))")) }
    for path in summary.changed { output.line(told("changed \(HarmlessText.line(path))")) }
    for path in summary.dropped { output.line(told("dropped \(HarmlessText.line(path))")) }
    for path in summary.readAgain { output.line(told("read again \(HarmlessText.line(path))")) }
    output.line(retold(changes.map { "\($0.1.count) \($0.0)" }.joined(separator: ", ")))
    output.line(size(summary))
  }

  private func size(_ summary: DocumentIndexer.Summary) -> String {
    told(
      """
      \(String.counted(summary.documents, "document")), \(String.counted(summary.words, "word")), \
      \(String.counted(summary.bytes, "byte")) in \(place.index), \(summary.seconds) seconds
      """)
  }

  private func complain(_ summary: DocumentIndexer.Summary) {
    let complaints = Output(STDERR_FILENO)
    for (name, count) in summary.leftOut.sorted(by: { $0.key < $1.key }) {
      complaints.warning(
        told(
          "field '\(name)' is not in the schema; \(String.counted(count, "value")) of it left out"))
    }
    if summary.replaced > 0, let key = summary.schema.key {
      complaints.warning(
        told(
          "\(String.counted(summary.replaced, "document")) replaced by later ones of the same '\(key)'"
        ))
    }
    for skipped in summary.skipped {
      complaints.warning(
        told(
          """
          \(skipped.file): \(String.counted(skipped.count, "document")) passed over; the first: \
          \(retold(skipped.first))
          """))
    }
    for doubt in summary.doubts {
      complaints.warning(
        doubt.count == 1
          ? retold(doubt.first) : told("\(retold(doubt.first)) (such places: \(doubt.count))"))
    }
    if summary.replacements > 0 {
      complaints.warning(
        told(
          """
          \(String.counted(summary.replacements, "escape")) of half a surrogate pair in JSON became \
          U+FFFD; mend them in the files where it matters
          """))
    }
    for failure in summary.failed {
      complaints.warning(
        failure.isKept
          ? told("\(retold(failure.reason)) (the index keeps what it had of it)") : failure.reason)
    }
  }
}
