/// How long the queries of a benchmark took.
public struct QueryResult: Sendable, Codable {
  /// What was searched.
  public var index = Index()
  /// Of the sampled queries; nil where they were given.
  public var seed: UInt64?
  /// How many documents each answer was compared with, one by one.
  public var checkedDocuments = 0
  /// Whether their texts are stored, or were put together from the words of the index; nil in figures
  /// that were kept before it was told.
  public var areTextsStored: Bool?
  /// The share of the time of the warm queries in which the process had a processor; the rest went to
  /// other work on the machine.
  public var processorShare = 1.0
  public var kinds: [Kind] = []
  public var readers: [Readers] = []
  public var writer: Writer?
  /// What was not measured and why, a sentence each.
  public var remarks: [String] = []

  public init() {}

  public struct Index: Sendable, Codable {
    public var path = ""
    public var field = ""
    public var documents = 0
    public var segments = 0
    public var bytes = 0
  }

  /// The queries of one kind, one after the other on one thread.
  public struct Kind: Sendable, Codable {
    public var kind: QueryKind
    public var queries: Int
    /// How many documents match, a value a query.
    public var matches = Measurement()
    public var warm = LatencyHistogram()
    /// Opening the index and the first query, after the system forgot the files.
    public var cold = LatencyHistogram()
  }

  /// All queries on several threads at once.
  public struct Readers: Sendable, Codable {
    public var threads: Int
    /// Queries a second, a value a round.
    public var throughput = Measurement()
    public var latencies = LatencyHistogram()
  }

  /// All queries while a writer committed to a copy of the index.
  public struct Writer: Sendable, Codable {
    public var readers: Int
    public var commits = 0
    /// Added or replaced.
    public var documents = 0
    public var seconds = 0.0
    public var latencies = LatencyHistogram()
    /// Looking for a new commit, and opening it where there is one.
    public var reopening = LatencyHistogram()
  }
}

extension QueryResult {
  /// The throughput of so many threads as a multiple of that of one.
  func scaling(_ readers: Readers) -> Double? {
    guard let one = self.readers.first(where: { $0.threads == 1 }), one.throughput.median > 0
    else { return nil }
    return readers.throughput.median / one.throughput.median
  }
}
