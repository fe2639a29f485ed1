internal import Haskap
internal import HaskapDocuments

/// Measures how long the queries of an index take: warm and cold, on several threads, and beside a
/// writer.
///
/// The answers are checked before anything is measured. Queries of all kinds take turns, so that a
/// machine that slows down for a while slows all kinds.
public struct QueryBenchmark {
  public struct Options: Sendable {
    public var kinds = QueryKind.allCases
    /// So many of each kind are drawn from the index.
    public var queriesByKind = 20
    public var seed: UInt64 = 7
    /// A file with queries to ask instead.
    public var file: String?
    /// The text field to search; nil for the one with the most words.
    public var field: String?
    /// How often each query is asked.
    public var rounds = 10
    /// How many queries of each kind are asked cold.
    public var coldQueries = 3
    /// Numbers of threads that read.
    public var threads: [Int] = []
    /// How long a writer commits beside the readers, in seconds; 0 for no writer.
    public var writerSeconds = 0.0
    /// How many documents each answer is compared with.
    public var checkedDocuments = 2000

    public init() {}
  }

  let path: String
  let options: Options

  /// - Parameter path: the folder of an index, or of shards.
  public init(path: String, options: Options) { (self.path, self.options) = (path, options) }

  /// - Parameters:
  ///   - folder: where the copy is made that a writer changes; it is removed again.
  ///   - progress: called with what is done next.
  /// - Throws: `WrongAnswer`; `QueryFileError`; errors of the index and the file system.
  public func run(
    folder: String, progress: (String) -> Void = { _ in }
  ) throws -> QueryResult {
    var result = QueryResult()
    progress("choosing queries")
    let queries = try queries(&result)
    guard !queries.isEmpty else {
      throw QueryFileError("\(path): no query can be drawn from the field '\(result.index.field)'")
    }
    progress("comparing answers")
    try check(queries, &result)
    if options.coldQueries > 0 {
      progress("asking cold")
      try measureCold(queries, &result)
    }
    let snapshot = try QuerySnapshot(path: path)
    progress("asking warm")
    try measureWarm(queries, snapshot, &result)
    progress("asking on \(options.threads) threads")
    try measureReaders(queries, snapshot, &result)
    if options.writerSeconds > 0, try !QueryMaker(snapshot.reader, field: options.field).isStored {
      result.remarks.append(
        "The writer is left out: the index does not store the texts that it would write again.")
    } else if options.writerSeconds > 0 {
      progress("asking beside a writer")
      result.writer = try measureWriter(queries, folder: folder, &result.remarks)
    }
    return result
  }

  /// The reader is gone afterwards, so that the system can forget the files.
  private func queries(_ result: inout QueryResult) throws -> [BenchQuery] {
    let snapshot = try QuerySnapshot(path: path)
    let maker = try QueryMaker(snapshot.reader, field: options.field)
    result.index = QueryResult.Index(
      path: path, field: maker.field, documents: snapshot.reader.documentCount,
      segments: snapshot.reader.segmentCount, bytes: snapshot.reader.byteCount)
    let kinds = options.kinds.filter { kind in
      guard let obstacle = maker.obstacle(kind) else { return true }
      result.remarks.append("\(kind.rawValue) is left out: \(obstacle).")
      return false
    }
    if let file = options.file {
      return try QueryFile(path: file).lines.filter { kinds.contains($0.kind) }
        .map { try maker.query($0.kind, text: $0.text) }
    }
    result.seed = options.seed
    var sampler = try QuerySampler(snapshot, maker, seed: options.seed)
    return try kinds.flatMap { kind in
      let drawn = try sampler.queries(kind, count: options.queriesByKind)
      if drawn.count < options.queriesByKind {
        result.remarks.append("Of \(kind.rawValue) only \(drawn.count) queries could be drawn.")
      }
      return drawn
    }
  }

  /// The reader is gone afterwards, as after `queries`.
  private func check(_ queries: [BenchQuery], _ result: inout QueryResult) throws {
    let snapshot = try QuerySnapshot(path: path)
    let maker = try QueryMaker(snapshot.reader, field: options.field)
    let check = try AnswerCheck(snapshot, maker, limit: options.checkedDocuments)
    result.checkedDocuments = check.documentCount
    result.areTextsStored = maker.isStored
    for query in queries {
      let matches = try check.check(query)
      Self.update(query.kind, &result) { $0.matches.values.append(Double(matches)) }
    }
  }

  private static func update(
    _ kind: QueryKind, _ result: inout QueryResult, _ change: (inout QueryResult.Kind) -> Void
  ) {
    if let index = result.kinds.firstIndex(where: { $0.kind == kind }) {
      change(&result.kinds[index])
    } else {
      var new = QueryResult.Kind(kind: kind, queries: 0)
      change(&new)
      result.kinds.append(new)
    }
  }
}

extension QueryBenchmark {
  private func measureCold(_ queries: [BenchQuery], _ result: inout QueryResult) throws {
    let chosen = options.kinds.flatMap { kind in
      queries.filter { $0.kind == kind }.prefix(options.coldQueries)
    }
    for query in chosen {
      for folder in try ShardFolder.shards(of: path) ?? [path] { PageCache.evict(folder: folder) }
      let start = ProcessClock.nanoseconds
      _ = try query.run(on: try QuerySnapshot(path: path))
      let time = ProcessClock.nanoseconds - start
      Self.update(query.kind, &result) { $0.cold.record(time) }
    }
  }

  private func measureWarm(
    _ queries: [BenchQuery], _ snapshot: QuerySnapshot, _ result: inout QueryResult
  ) throws {
    for query in queries { Self.update(query.kind, &result) { $0.queries += 1 } }
    let start = ProcessClock.now
    for _ in 0..<options.rounds {
      for query in queries {
        let time = try query.time(on: snapshot)
        Self.update(query.kind, &result) { $0.warm.record(time) }
      }
    }
    let taken = ProcessClock.now - start
    result.processorShare = min(1, taken.cpu / max(taken.wall, 1e-9))
  }

  /// Each number of threads in turn, in three rounds; each thread asks all queries, from another
  /// one on, again and again for a third of a second about.
  private func measureReaders(
    _ queries: [BenchQuery], _ snapshot: QuerySnapshot, _ result: inout QueryResult
  ) throws {
    result.readers = options.threads.map { QueryResult.Readers(threads: $0) }
    let warm = result.kinds.reduce(0.0) { $0 + $1.warm.mean * Double($1.queries) }
    let passes = max(1, Int(0.3e9 / max(warm, 1)))
    for _ in 0..<3 {
      for index in result.readers.indices {
        let threads = result.readers[index].threads
        let start = ProcessClock.now.wall
        let histograms = try Threads.run(threads) { number in
          try Self.ask(queries, from: number, of: threads, passes, snapshot)
        }
        let seconds = ProcessClock.now.wall - start
        let asked = histograms.reduce(0) { $0 + $1.count }
        result.readers[index].throughput.values.append(Double(asked) / max(seconds, 1e-9))
        for histogram in histograms { result.readers[index].latencies.merge(histogram) }
      }
    }
  }

  private static func ask(
    _ queries: [BenchQuery], from number: Int, of threads: Int, _ passes: Int,
    _ snapshot: QuerySnapshot
  ) throws -> LatencyHistogram {
    var histogram = LatencyHistogram()
    let first = queries.count * number / threads
    for _ in 0..<passes {
      for query in queries[first...] + queries[..<first] {
        histogram.record(try query.time(on: snapshot))
      }
    }
    return histogram
  }
}
