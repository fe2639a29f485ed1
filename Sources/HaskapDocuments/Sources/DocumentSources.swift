internal import Haskap

/// The documents of several files, one after the other.
public struct DocumentSources {
  /// So many documents, or bytes of text in them, are enough to guess their schema by.
  private static let sampleCount = 500
  private static let sampleBytes = 8 << 20

  private var waiting: [String]
  /// The files that have been opened, with what the system told of them before they were read.
  private(set) var opened: [(path: String, stamp: FileStamp?)] = []
  private var current: DocumentSource?
  /// Whether documents that cannot be read are passed over and counted instead of being an error.
  public var skipsBad = false
  /// Is told each document that is passed over.
  var onSkip: (SkippedDocument) throws -> Void = { _ in }
  /// What was passed over of each file.
  public private(set) var skipped: [SkippedDocuments] = []
  /// Escapes of half a surrogate pair in files that have been read, which became U+FFFD.
  public private(set) var replacements = 0
  /// What is odd in files that have been read.
  public private(set) var doubts: [FileDoubt] = []
  /// What was read ahead, in reverse order.
  private var ahead: [SourceDocument] = []

  /// - Parameter paths: as of `DocumentSource`; each is read once.
  public init(paths: [String]) {
    var seen: Set<ExactString> = []
    waiting = paths.filter { seen.insert(ExactString($0)).inserted }.reversed()
  }

  /// How far it has come, for people: `docs.jsonl 45 %`.
  public var progress: String { current?.progress ?? "" }

  /// The next document; nil after the last file.
  ///
  /// - Throws: `InputError` with file and line.
  public mutating func next() throws -> SourceDocument? {
    if let document = ahead.popLast() { return document }
    while true {
      do {
        if let document = try current?.next() { return document }
      } catch let error as InputError {
        try skip(error, of: current?.path ?? "")
        continue
      }
      replacements += current?.replacements ?? 0
      doubts += current?.doubts ?? []
      current = nil
      guard let path = waiting.popLast() else { return nil }
      opened.append((path, FileStamp(path: path)))
      current = try DocumentSource(path: path)
    }
  }

  /// Passes over a document, where that is wanted.
  mutating func skip(_ error: InputError, of file: String) throws {
    guard skipsBad, let line = error.line else { throw error }
    try onSkip(SkippedDocument(file: file, line: line, problem: error.description))
    if skipped.last?.file != file { skipped.append(.init(file: file, count: 0, first: error)) }
    skipped[skipped.count - 1].count += 1
  }

  /// The first documents; `next` gives them again.
  ///
  /// - Throws: as `next`.
  public mutating func sample() throws -> [SourceDocument] {
    var sample: [SourceDocument] = []
    var bytes = 0
    while sample.count < Self.sampleCount, bytes < Self.sampleBytes, let document = try next() {
      bytes += document.members.reduce(0) { $0 + $1.value.text.utf8.count }
      sample.append(document)
    }
    ahead = sample.reversed()
    return sample
  }
}
