/// What building indexes of several sizes took.
public struct BuildResult: Sendable, Codable {
  public var setups: [Setup] = []
  /// What was built of and by: nil in figures that were kept before this was told.
  public var origin: Origin?
  /// CPU seconds of reading the files, without indexing them, and how many documents they have: nil in
  /// figures that were kept before it was told.
  public var readingSeconds = 0.0
  public var documentsRead: Int?
  /// CPU seconds a MiB of the plain loop over ICU's words, in the same rounds.
  public var icuSecondsPerMiB = Measurement()
  /// How many documents, from the first on, that loop went through; nil in figures that were kept before.
  public var icuDocuments: Int?
  /// How many terms and phrases each index was asked, and compared with the texts; nil as above.
  public var comparedQueries: Int?

  /// What changed against an earlier result, where that was asked for.
  public var comparison: BuildComparison?

  public init() {}

  public struct Origin: Sendable, Codable {
    /// The names of the files or folders.
    public var corpus: [String]
    /// The fields that are indexed as text.
    public var textFields: [String]
    /// The version of the program.
    public var program: String
    /// When the builds began, by ISO 8601.
    public var date: String

    public init(corpus: [String], textFields: [String] = [], program: String, date: String) {
      (self.corpus, self.textFields) = (corpus, textFields)
      (self.program, self.date) = (program, date)
    }
  }

  /// Builds of one size with the same options.
  public struct Setup: Sendable, Codable {
    public var documents: Int
    /// Of the fields that are indexed as text, in UTF-8.
    public var textBytes: Int
    /// Of those bytes; nil in figures that were kept before it was taken.
    public var checksum: String?
    public var words: Int
    public var threads: Int
    /// In MiB.
    public var memoryBudget: Int
    /// In seconds, a value a round.
    public var wall = Measurement()
    public var cpu = Measurement()
    /// CPU seconds of finding words alone, on one thread.
    public var segmenting = Measurement()
    /// CPU seconds until the last document was added, and of the commit: writing and merging.
    public var adding = Measurement()
    public var committing = Measurement()
    /// In bytes, beyond what the process and the documents took before, without files that are mapped;
    /// nothing where the system does not tell.
    public var peakMemory = Measurement()
    public var indexBytes = 0
    /// By the kind of file.
    public var parts: [String: Int] = [:]
  }
}

extension BuildResult.Setup {
  var name: String { "\(documents) / \(threads) / \(memoryBudget) MiB" }
  var mebibytes: Double { Double(textBytes) / 1_048_576 }
  /// Of the index, for a byte of text.
  var bytesPerByte: Double { Double(indexBytes) / Double(max(textBytes, 1)) }

  /// Where the quartiles lie further apart than this share of the median, a change of a tenth would
  /// not be seen.
  static let tooNoisy = 0.1
}

extension BuildResult {
  /// CPU seconds by kind of work, which add up to those of the build. Those of each part are its share
  /// in the middle round, so that a round that other work slowed down weighs no part.
  func phases(of setup: Setup) -> [(name: String, seconds: Double)] {
    let cpu = setup.cpu.median
    func part(_ measurement: Measurement) -> Double {
      let shares = zip(measurement.values, setup.cpu.values).map { $0 / max($1, 1e-9) }
      return cpu * min(1, Measurement(shares).median)
    }
    let committing = part(setup.committing)
    let segmenting = min(part(setup.segmenting), cpu - committing)
    return [
      ("segmenting (measured alone)", segmenting),
      ("inverting, flushes and merges before the commit", cpu - committing - segmenting),
      ("commit: last flush and merges", committing),
      ("total", cpu),
    ]
  }

  /// CPU seconds of reading the files, which came before: the share of so many documents.
  func reading(of setup: Setup) -> Double {
    readingSeconds * Double(setup.documents) / Double(max(1, documentsRead ?? setup.documents))
  }

  /// The CPU time of a build as a multiple of the ICU loop's, as long as that takes some milliseconds.
  func timesICU(_ setup: Setup) -> Double? {
    let loop = icuSecondsPerMiB.median * setup.mebibytes
    return loop >= 0.005 ? setup.cpu.median / loop : nil
  }

  /// Of the most documents, with the fewest threads and the most memory.
  var largest: Setup? {
    func rank(_ setup: Setup) -> (Int, Int, Int) {
      (setup.documents, -setup.threads, setup.memoryBudget)
    }
    return setups.max { rank($0) < rank($1) }
  }
}
