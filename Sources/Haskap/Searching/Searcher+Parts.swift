/// Segments that are searched side by side.
extension Searcher {
  /// Of so few documents, to begin a thread takes longer than to look at them.
  private static let few = 2048

  /// Does work for all segments: where it is much and there are threads for it, for some of them at
  /// a time.
  ///
  /// - Parameters:
  ///   - documents: about how many are looked at.
  ///   - work: for segments in a row, with memory of its own.
  /// - Returns: what it gives, in the order of the segments.
  func eachPart<Result>(
    lookingAt documents: @autoclosure () -> Int,
    _ work: @escaping @Sendable (Range<Int>, SearchScratch) throws -> Result
  ) throws -> [Result] {
    let parts = threads > 1 && segments.count > 1 && documents() > Self.few ? parts : []
    guard parts.count > 1 else {
      let scratch = takeScratch()
      let result = try work(segments.indices, scratch)
      giveBack(scratch)
      return [result]
    }
    let workers = (0..<min(threads, parts.count)).map { _ in takeScratch() }
    let limit = TimeLimit.current
    var results: [Result] = []
    try OrderedWork.run(parts.count, workers: workers) { scratch, part in
      Swift.Result {
        try TimeLimit.$current.withValue(limit) { try work(parts[part], scratch) }
      }
    } take: {
      results.append(try $0.get())
    }
    for scratch in workers { giveBack(scratch) }
    return results
  }

  /// How many documents match each of some queries, nil where these are fewer than `least`: with threads
  /// for several queries at a time, which takes less time than one after the other with threads for each.
  ///
  /// - Throws: as `count`.
  package func counts(_ queries: [Query], atLeast least: Int) throws -> [Int?] {
    try each(queries) { try $0.count(atLeast: least) }
  }

  /// What the matches of each of some queries do not exceed, as far as the dictionaries tell it.
  ///
  /// - Throws: as `count`.
  package func mostMatches(_ queries: [Query]) throws -> [Int] {
    try each(queries) { $0.mostMatches }
  }

  private func each<Value: Sendable>(
    _ queries: [Query], _ ask: @escaping @Sendable (PreparedQuery) throws -> Value
  ) throws -> [Value] {
    guard threads > 1, documentCount > Self.few else {
      return try queries.map { try ask(prepare(.filter($0))) }
    }
    let alone = Searcher(segments, ranking: ranking, reader: reader, memory: memory)
    let limit = TimeLimit.current
    var values: [Value] = []
    try OrderedWork.run(queries.count) { query in
      Result {
        try TimeLimit.$current.withValue(limit) {
          try ask(alone.prepare(.filter(queries[query])))
        }
      }
    } take: {
      values.append(try $0.get())
    }
    return values
  }

  /// Of about as many documents each, and several for each thread: one may have more matches than
  /// another, and begin later.
  private var parts: [Range<Int>] {
    let count = 8 * threads
    var parts: [Range<Int>] = []
    var last: Int?
    for segment in segments.indices {
      let middle = (base(of: segment) + base(of: segment + 1)) / 2
      let part = middle * count / max(1, documentCount)
      let start = part == last ? parts.removeLast().lowerBound : segment
      parts.append(start..<segment + 1)
      last = part
    }
    return parts
  }
}
