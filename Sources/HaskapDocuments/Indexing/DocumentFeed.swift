internal import Haskap

/// Gives the documents of files to a writer, and counts them.
struct DocumentFeed {
  private let schema: Schema
  private let writer: IndexWriter
  private var mapping: DocumentMapping
  private var choice: FacetChoice
  private var read: [IndexedFile] = []
  private var places: [ExactString: Int] = [:]
  /// All documents that were read.
  private(set) var count = 0

  /// - Parameter schema: that of the writer without the field of the files.
  init(_ schema: Schema, _ writer: IndexWriter) {
    (self.schema, self.writer) = (schema, writer)
    mapping = DocumentMapping(schema)
    choice = FacetChoice(schema)
  }

  var facets: [String] { choice.fields }
  var leftOut: [String: Int] { mapping.leftOut }

  /// - Throws: `InputError` with file and line; errors of the index.
  mutating func read(
    _ sources: inout DocumentSources, _ progress: DocumentIndexer.Progress
  ) throws {
    while let source = try sources.next() {
      do {
        try add(source)
      } catch let error as InputError {
        try sources.skip(error, of: source.file)
        continue
      }
      count += 1
      register(source.file)
      read[read.count - 1].documents += 1
      progress("indexing \(sources.progress): \(count) documents")
    }
    for (path, stamp) in sources.opened {
      register(path)
      if let place = places[ExactString(path)] {
        read[place].stamp = FileStamp(path: path) == stamp ? stamp : nil
      }
    }
  }

  private mutating func register(_ path: String) {
    guard places[ExactString(path)] == nil else { return }
    places[ExactString(path)] = read.count
    read.append(IndexedFile(path: path, documents: 0))
  }

  private mutating func add(_ source: SourceDocument) throws {
    let document = try mapping.document(source)
    var whole = document
    whole.append(source.file, to: FileField.name)
    do {
      try writer.add(whole)
    } catch let error as DocumentError {
      throw source.error(error.description)
    }
    choice.add(document)
  }

  /// The files that were read. Of the last one it is certain how many of its documents replaced each
  /// other; for the others, that those of later files replaced some must show as soon as these go. What
  /// came by standard input has what came by it before as well.
  func files() throws -> [IndexedFile] {
    var files = read
    for place in files.indices {
      let isCertain = schema.key != nil && place == files.count - 1
      guard isCertain || files[place].path == "-" else { continue }
      files[place].documents = try writer.count(FileField.query(files[place].path))
    }
    return files
  }
}
