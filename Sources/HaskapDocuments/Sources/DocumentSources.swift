/// The documents of several files, one after the other.
public struct DocumentSources {
  /// So many documents, or bytes of text in them, are enough to guess their schema by.
  private static let sampleCount = 500
  private static let sampleBytes = 8 << 20

  private var waiting: [String]
  /// The files that have been opened, with what the system told of them before they were read.
  private(set) var opened: [(path: String, stamp: FileStamp?)] = []
  private var current: DocumentSource?
  /// What was read ahead, in reverse order.
  private var ahead: [SourceDocument] = []

  /// - Parameter paths: as of `DocumentSource`; each is read once.
  public init(paths: [String]) {
    var seen: Set<String> = []
    waiting = paths.filter { seen.insert($0).inserted }.reversed()
  }

  /// How far it has come, for people: `docs.jsonl 45 %`.
  public var progress: String { current?.progress ?? "" }

  /// The next document; nil after the last file.
  ///
  /// - Throws: `InputError` with file and line.
  public mutating func next() throws -> SourceDocument? {
    if let document = ahead.popLast() { return document }
    while true {
      if let document = try current?.next() { return document }
      guard let path = waiting.popLast() else { return nil }
      opened.append((path, FileStamp(path: path)))
      current = try DocumentSource(path: path)
    }
  }

  /// The first documents; `next` gives them again.
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
