internal import FoundationEssentials
internal import Haskap
internal import Synchronization

extension QueryBenchmark {
  /// Asks the queries while a writer puts documents of the index into a copy of it once more, and
  /// commits every hundred.
  func measureWriter(
    _ queries: [BenchQuery], folder: String, _ remarks: inout [String]
  ) throws -> QueryResult.Writer {
    let copy = "\(folder)/written"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let before = try QuerySnapshot(path: copy)
    let readers = max(1, options.threads.max() ?? 1)
    var result = QueryResult.Writer(readers: readers)
    let work = WriterBeside(path: copy, seconds: options.writerSeconds, seed: options.seed)
    let parts = try Threads.run(readers + 1) { number in
      number == 0 ? try work.write() : try work.ask(queries)
    }
    for part in parts {
      result.commits += part.commits
      result.documents += part.documents
      result.seconds = max(result.seconds, part.seconds)
      result.latencies.merge(part.latencies)
      result.reopening.merge(part.reopening)
    }
    try compare(queries, before, try QuerySnapshot(path: copy), &remarks)
    return result
  }

  /// Documents that were replaced by themselves must be found as before.
  private func compare(
    _ queries: [BenchQuery], _ before: QuerySnapshot, _ after: QuerySnapshot,
    _ remarks: inout [String]
  ) throws {
    let schema = before.reader.schema
    guard schema.key != nil, schema.fields.allSatisfy(\.isStored) else {
      remarks.append(
        "What is found after the writer was not compared: documents without a key, or with fields "
          + "that are not stored, do not stay as they were.")
      return
    }
    for query in queries {
      let counts = try [before, after].map { try query.run(on: $0).total ?? 0 }
      guard counts[0] == counts[1] else {
        throw WrongAnswer(
          "\(query.kind.rawValue) '\(query.text)' has \(counts[0]) matches before and "
            + "\(counts[1]) after documents were replaced by themselves")
      }
    }
  }
}

/// A writer and readers of the same index, until the time is over.
private final class WriterBeside: Sendable {
  private let path: String
  private let seconds: Double
  private let seed: UInt64
  private let isOver = Atomic(false)

  init(path: String, seconds: Double, seed: UInt64) {
    (self.path, self.seconds, self.seed) = (path, seconds, seed)
  }

  func write() throws -> QueryResult.Writer {
    defer { isOver.store(true, ordering: .relaxed) }
    var result = QueryResult.Writer(readers: 0)
    let snapshot = try QuerySnapshot(path: path)
    let sample = try DocumentSample(snapshot)
    var random = SeededGenerator(seed: seed)
    let writer = try IndexWriter(path: path, schema: snapshot.reader.schema)
    let start = ProcessClock.now.wall
    while result.seconds < seconds {
      for _ in 0..<100 { try writer.add(try sample.draw(&random)) }
      try writer.commit()
      result.commits += 1
      result.documents += 100
      result.seconds = ProcessClock.now.wall - start
    }
    return result
  }

  func ask(_ queries: [BenchQuery]) throws -> QueryResult.Writer {
    var result = QueryResult.Writer(readers: 0)
    var snapshot = try QuerySnapshot(path: path)
    while !isOver.load(ordering: .relaxed) {
      for (number, query) in queries.enumerated() {
        if number % 16 == 0 { snapshot = try reopened(snapshot, &result.reopening) }
        result.latencies.record(try query.time(on: snapshot))
      }
    }
    return result
  }

  private func reopened(
    _ snapshot: QuerySnapshot, _ times: inout LatencyHistogram
  ) throws -> QuerySnapshot {
    let start = ProcessClock.nanoseconds
    let reader = try snapshot.reader.reopenIfChanged()
    times.record(ProcessClock.nanoseconds - start)
    return reader === snapshot.reader ? snapshot : QuerySnapshot(reader)
  }
}
