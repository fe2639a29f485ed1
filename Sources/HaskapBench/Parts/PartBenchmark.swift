internal import FoundationEssentials
internal import Haskap
internal import HaskapText

/// Does one part of the work on an index a number of times, always in the same way. Before that its
/// answers are compared once.
public struct PartBenchmark {
  private let snapshot: QuerySnapshot
  let maker: QueryMaker
  private let seed: UInt64
  private static let queries = 8
  /// Documents that a query is compared with.
  private static let compared = 500

  /// - Parameter path: the folder of an index.
  public init(path: String, seed: UInt64 = 7) throws {
    snapshot = try QuerySnapshot(path: path)
    maker = try QueryMaker(snapshot.reader, field: nil)
    self.seed = seed
  }

  /// - Parameter folder: where `building` builds; what it makes is removed again.
  /// - Returns: the nanoseconds, without what had to be made ready.
  /// - Throws: as `work` does.
  public func run(_ part: BenchPart, times: Int, folder: String) throws -> UInt64 {
    let work = try work(part, folder)
    let start = ProcessClock.nanoseconds
    for _ in 0..<times { try work() }
    return ProcessClock.nanoseconds - start
  }

  /// - Parameter folder: where `building` builds.
  /// - Returns: what does the part once, and gave right answers.
  /// - Throws: `WrongAnswer`; `QueryFileError` when the index has nothing to do the work on.
  public func work(_ part: BenchPart, _ folder: String) throws -> () throws -> Void {
    switch part {
    case .segmentation:
      let texts = try texts(200)
      for text in texts { try check(maker.analyze(text)) }
      return { for text in texts { _ = try maker.analyze(text) } }
    case .building: return try building(folder)
    case .lookup:
      let queries = try sampled(.term).compactMap(\.query)
      return { for query in queries { _ = try snapshot.reader.makeSearcher().prepare(query) } }
    case .blocks: return try blocks()
    case .union: return try asking(.any)
    case .intersection: return try asking(.all)
    case .snippet: return try snippets()
    case .phrase, .substring, .wildcard, .fuzzy, .question:
      return try asking(QueryKind(rawValue: part.rawValue) ?? .term)
    }
  }

  private func sampled(_ kind: QueryKind) throws -> [BenchQuery] {
    var sampler = try QuerySampler(snapshot, maker, seed: seed)
    let queries = try sampler.queries(kind, count: Self.queries)
    guard maker.obstacle(kind) == nil, !queries.isEmpty else {
      throw QueryFileError(
        "the index has no text to draw queries of the kind \(kind.rawValue) from")
    }
    let check = try AnswerCheck(snapshot, maker, limit: Self.compared)
    for query in queries { _ = try check.check(query) }
    return queries
  }

  private func texts(_ limit: Int) throws -> [String] {
    let texts = try TextSample(snapshot, maker, seed: seed).spread(limit)
    guard !texts.isEmpty else {
      throw QueryFileError("the field '\(maker.field)' of the index has no text to work on")
    }
    return texts
  }

  private func asking(_ kind: QueryKind) throws -> () throws -> Void {
    let queries = try sampled(kind)
    return { for query in queries { _ = try query.run(on: snapshot) } }
  }

  /// All matches of a word are gathered, so that no block is passed over.
  private func blocks() throws -> () throws -> Void {
    let words = try sampled(.term).compactMap(\.query)
    let frequent = try words.max { try snapshot.searcher.count($0) < snapshot.searcher.count($1) }
    let prepared = try snapshot.searcher.prepare(frequent ?? .everything)
    var request = SearchRequest(limit: 0)
    request.gathersDocuments = true
    return { [request] in _ = try prepared.run(request) }
  }

  private func snippets() throws -> () throws -> Void {
    let texts = try texts(20).filter { try !maker.words(of: $0).isEmpty }
    let terms = try texts.map { Array((try maker.words(of: $0).first ?? "").utf8) }
    let highlighter = Highlighter()
    let snippet = { [snapshot, maker] text in
      let matches = try snapshot.reader.matches(of: terms, in: text, field: maker.field)
      return highlighter.snippet(of: text, matches: matches)
    }
    for text in texts { try check(snippet(text), marks: terms) }
    return { for text in texts { _ = try snippet(text) } }
  }

  private func building(_ folder: String) throws -> () throws -> Void {
    guard maker.isStored else {
      throw QueryFileError(
        "the index does not store the texts of '\(maker.field)', so that it cannot be built again; "
          + "name an index of documents, or measure with: haskap bench build")
    }
    let documents = try DocumentSample(snapshot).spread(300).map(\.stored)
    let (schema, path) = (snapshot.reader.schema, "\(folder)/part")
    let build = {
      let writer = try IndexWriter(replacing: path, schema: schema)
      for document in documents { try writer.add(document) }
      try writer.commit()
    }
    try build()
    _ = try ExpectedAnswers(documents, schema, sizes: [documents.count])
      .check(path, documents: documents.count)
    return build
  }
}
