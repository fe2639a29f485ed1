internal import CLibrary
internal import FoundationEssentials
public import Haskap
internal import HaskapText

/// Builds indexes of growing size, again and again, and measures each.
///
/// All setups are built once in each round, in turn, so that a machine that slows down for a while slows
/// them all. Every index is looked at before its figures count: it must hold all documents, and have
/// terms and phrases in as many of them as a walk through their texts finds.
public struct BuildBenchmark {
  public struct Options: Sendable {
    /// Numbers of documents.
    public var sizes: [Int] = []
    public var threads: [Int] = [1]
    /// In MiB.
    public var memoryBudgets: [Int] = [256]
    public var rounds = 3
    /// What the documents are of, and the version of the program, for whoever reads the figures later.
    public var corpus: [String] = []
    public var program = ""

    public init() {}
  }

  public struct TooFewDocuments: Error, CustomStringConvertible {
    let wanted: Int
    let found: Int
    public var description: String {
      "there are \(found) documents, fewer than the \(wanted) to build with; give smaller sizes, "
        + "or make more documents with: haskap bench corpus --documents"
    }
  }

  private let documents: [Document]
  private let schema: Schema
  private let options: Options
  private let folder: String
  /// The loop over ICU's words goes through so many at most.
  private static let loopDocuments = 20_000

  /// - Parameter folder: where the indexes are built and removed again.
  public init(documents: [Document], schema: Schema, options: Options, folder: String) {
    (self.documents, self.schema, self.options, self.folder) = (documents, schema, options, folder)
  }

  /// - Parameters:
  ///   - earlier: what to compare with.
  ///   - progress: called with the completed and all builds before each.
  /// - Throws: `WrongAnswer`; `BuildComparison.Incomparable`, before anything is built; errors of the
  ///   index and the file system.
  public func run(
    comparingWith earlier: BuildResult? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> BuildResult {
    if let size = options.sizes.max(), size > documents.count {
      throw TooFewDocuments(wanted: size, found: documents.count)
    }
    var result = BuildResult()
    result.setups = setups
    result.origin = BuildResult.Origin(
      corpus: options.corpus, textFields: textFields, program: options.program,
      date: Date.now.formatted(.iso8601))
    if let earlier { try BuildComparison.check(result, earlier) }
    let loop = min(result.setups.map(\.documents).max() ?? 0, Self.loopDocuments)
    let texts = texts(loop)
    let expected = try ExpectedAnswers(documents, schema, sizes: sizes)
    (result.icuDocuments, result.comparedQueries) = (loop, expected.count)
    let builds = result.setups.count * options.rounds
    for round in 0..<options.rounds {
      for index in result.setups.indices {
        progress(round * result.setups.count + index, builds)
        try build(&result.setups[index], expected)
      }
      result.icuSecondsPerMiB.values.append(ICULoop.secondsPerMiB(of: texts))
    }
    result.comparison = try earlier.map { try BuildComparison(of: result, with: $0) }
    return result
  }

  private var setups: [BuildResult.Setup] {
    sizes.flatMap { size in
      let texts = texts(size)
      let bytes = texts.reduce(0) { $0 + $1.utf8.count }
      let checksum = Self.checksum(of: texts)
      return options.threads.flatMap { threads in
        options.memoryBudgets.map { memory in
          BuildResult.Setup(
            documents: size, textBytes: bytes, checksum: checksum, words: 0, threads: threads,
            memoryBudget: memory)
        }
      }
    }
  }

  /// FNV-1a: G. Fowler, L. Noll, K.-P. Vo, 1991.
  private static func checksum(of texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }

  /// All documents where no size is given.
  private var sizes: [Int] { options.sizes.isEmpty ? [documents.count] : options.sizes.sorted() }

  private var textFields: [String] {
    schema.fields.filter { $0.textOptions != nil }.map(\.name)
  }

  private func texts(_ size: Int) -> [String] {
    documents.prefix(size).flatMap { document in
      textFields.flatMap { document[$0].compactMap(\.text) }
    }
  }

  private func build(_ setup: inout BuildResult.Setup, _ expected: ExpectedAnswers) throws {
    let path = "\(folder)/build"
    defer { try? FileManager.default.removeItem(atPath: path) }
    setup.segmenting.values.append(try segmentingSeconds(setup.documents))
    let (times, peak) = try PeakMemory.of { try build(setup, at: path) }
    setup.wall.values.append((times.end - times.start).wall)
    setup.cpu.values.append((times.end - times.start).cpu)
    setup.adding.values.append((times.added - times.start).cpu)
    setup.committing.values.append((times.end - times.added).cpu)
    if let peak { setup.peakMemory.values.append(Double(peak)) }
    try look(at: path, &setup, expected)
  }

  private func build(
    _ setup: BuildResult.Setup, at path: String
  ) throws -> (start: ProcessClock, added: ProcessClock, end: ProcessClock) {
    let start = ProcessClock.now
    var options = IndexWriter.Options()
    options.workers = setup.threads
    options.memoryBudget = setup.memoryBudget << 20
    let writer = try IndexWriter(replacing: path, schema: schema, options: options)
    for document in documents.prefix(setup.documents) {
      if schema.key == nil { try writer.add(document) } else { try writer.replace(document) }
    }
    let added = ProcessClock.now
    try writer.commit()
    return (start, added, ProcessClock.now)
  }

  private func segmentingSeconds(_ size: Int) throws -> Double {
    let start = ProcessClock.now
    var analyzed = AnalyzedText()
    for field in schema.fields {
      guard let name = field.textOptions?.analyzer else { continue }
      let session = try schema.analyzer(named: name).makeSession()
      for document in documents.prefix(size) {
        for text in document[field.name].compactMap(\.text) {
          try session.analyze(text, into: &analyzed)
        }
      }
    }
    return (ProcessClock.now - start).cpu
  }

  /// Checks the index, and takes its sizes.
  private func look(
    at path: String, _ setup: inout BuildResult.Setup, _ answers: ExpectedAnswers
  ) throws {
    let reader = try answers.check(path, documents: setup.documents)
    setup.words = textFields.reduce(0) { $0 + reader.wordCount(of: $1) }
    setup.indexBytes = reader.byteCount
    setup.parts = try Self.parts(path)
  }

  private static func parts(_ path: String) throws -> [String: Int] {
    try FileManager.default.contentsOfDirectory(atPath: path).reduce(into: [:]) { parts, name in
      var status = stat()
      guard stat("\(path)/\(name)", &status) == 0 else { return }
      let kind = name.split(separator: ".").last.map(String.init) ?? name
      parts[kind, default: 0] += Int(status.st_size)
    }
  }
}
