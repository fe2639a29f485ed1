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

  /// Where the quartiles lie further apart than this share of the median, a change of a tenth would
  /// not be seen.
  static let tooNoisy = 0.1
}

extension BuildResult {
  /// CPU seconds by kind of work, which add up to those of the build and of the reading before it.
  func phases(of setup: Setup) -> [(name: String, seconds: Double)] {
    let share = Double(setup.documents) / Double(documentsRead ?? setup.documents)
    let segmenting = min(setup.segmenting.median, setup.adding.median)
    let phases: [(name: String, seconds: Double)] = [
      ("reading", readingSeconds * share), ("segmenting", segmenting),
      ("inverting", setup.adding.median - segmenting),
      ("writing and merging", setup.committing.median),
    ]
    return phases + [("total", phases.reduce(0) { $0 + $1.seconds })]
  }

  /// The growth of a figure of builds with the same options, with the number of documents.
  func growth(
    threads: Int, memoryBudget: Int, of figure: (BuildResult.Setup) -> Double
  ) -> PowerLaw? {
    PowerLaw(
      setups.filter { $0.threads == threads && $0.memoryBudget == memoryBudget }
        .map { (Double($0.documents), figure($0)) })
  }
}
