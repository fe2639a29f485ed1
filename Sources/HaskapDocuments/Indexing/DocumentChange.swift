internal import Haskap

/// Which files an index of documents is to read, and which it is to lose.
struct DocumentChange {
  /// The index as it is.
  let reader: IndexReader
  var payload: DocumentPayload
  /// Files to be read, in this order.
  private(set) var waiting: [String] = []
  private var dropped: [String] = []
  private var unchanged: [String] = []
  private var failed: [DocumentIndexer.Failure] = []
  private var uncovered: [String] = []
  /// How many documents stay of what the index has.
  private(set) var documentsKept = 0

  /// - Throws: `DocumentIndexError` where there is none that can be changed; errors of the index.
  init(index: String) throws {
    guard try IndexReader.payload(path: index) != nil else {
      throw DocumentIndexError.noIndex(index)
    }
    reader = try IndexReader(path: index)
    guard let payload = DocumentPayload(reader.payload), reader.schema[FileField.name] != nil else {
      throw DocumentIndexError.otherBuilder(index)
    }
    self.payload = payload
    documentsKept = reader.documentCount
  }

  mutating func drop(_ isGone: (String) -> Bool) {
    dropped += payload.files.map(\.path).filter(isGone)
  }

  /// Drops all but these files, what came by standard input and cannot be read again, and what lies in a
  /// folder that is away or cannot be looked into.
  mutating func dropOthers(than files: [String]) {
    let kept = Set((files + ["-"]).map(ExactString.init))
    let away = failed.map(\.path)
    drop { file in
      !kept.contains(ExactString(file)) && !away.contains { SourcePaths.covers($0, file) }
    }
  }

  /// - Parameter always: whether or not it has changed.
  mutating func read(_ path: String, always: Bool) {
    let exact = ExactString(path)
    guard !(waiting + unchanged).contains(where: { ExactString($0) == exact }) else { return }
    let known = payload.files.first { ExactString($0.path) == exact }
    if !always, let stamp = known?.stamp, stamp == FileStamp(path: path) {
      unchanged.append(path)
    } else if let failure = failure(path) {
      failed.append(failure)
    } else {
      waiting.append(path)
    }
  }

  /// Paths that cannot be read are not what the index is made of.
  mutating func remember(_ paths: [String]) {
    let unread = Set(failed.filter { !$0.isKept }.map { ExactString($0.path) })
    payload.sources.add(paths.filter { !unread.contains(ExactString($0)) })
  }

  /// What keeps a file from being opened, before anything of it is taken out of the index.
  private func failure(_ path: String) -> DocumentIndexer.Failure? {
    let known = payload.files.filter { SourcePaths.covers(path, $0.path) }
    do {
      let file = try ByteReader(path: path)
      // What had documents and is empty now is more likely cut short than meant so. What comes by
      // standard input can be read only once.
      guard path != "-", known.contains(where: { $0.documents > 0 }), try file.peek().isEmpty
      else { return nil }
      return .init(path: path, reason: InputFile.isEmpty(path).description, isKept: true)
    } catch {
      return .init(path: path, reason: "\(error)", isKept: !known.isEmpty)
    }
  }

  /// The files of which all documents are to be taken out. What comes by standard input is added to what
  /// came by it before.
  var stale: [String] {
    let waiting = Set(waiting.filter { $0 != "-" }.map(ExactString.init))
    return dropped + payload.files.map(\.path).filter { waiting.contains(ExactString($0)) }
  }

  var isNeeded: Bool { !waiting.isEmpty || !dropped.isEmpty }

  /// Finds the files that lack documents because those of files that go took their places, to be
  /// read again before all others. What came by standard input cannot be.
  mutating func findUncovered() throws {
    let stale = Set(stale.map(ExactString.init))
    let searcher = reader.makeSearcher()
    var lost = 0
    for file in payload.files where !stale.isEmpty {
      let count = try searcher.count(FileField.query(file.path))
      if stale.contains(ExactString(file.path)) {
        lost += count
      } else if count < file.documents, file.path != "-" {
        let failure = failure(file.path)
        if let failure { failed.append(failure) } else { uncovered.append(file.path) }
        if failure == nil { lost += count }
      }
    }
    waiting = uncovered + waiting
    documentsKept -= lost
  }

  func payload(after read: [IndexedFile]) -> DocumentPayload {
    var payload = payload
    let gone = Set((stale + read.map(\.path)).map(ExactString.init))
    payload.files.removeAll { gone.contains(ExactString($0.path)) }
    payload.files += read
    return payload
  }

  func summary(of schema: Schema) -> DocumentIndexer.Summary {
    let known = Set(payload.files.map { ExactString($0.path) })
    var summary = DocumentIndexer.Summary(index: reader.path, schema: schema)
    let named = waiting.dropFirst(uncovered.count)
    summary.added = named.filter { !known.contains(ExactString($0)) }
    summary.changed = named.filter { known.contains(ExactString($0)) }
    summary.readAgain = uncovered
    let touched = Set((stale + waiting + failed.map(\.path)).map(ExactString.init))
    summary.unchanged = payload.files.map(\.path).filter { !touched.contains(ExactString($0)) }
    (summary.dropped, summary.failed) = (dropped, failed)
    return summary
  }
}
